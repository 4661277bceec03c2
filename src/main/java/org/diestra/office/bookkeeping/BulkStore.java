package org.diestra.office.bookkeeping;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.diestra.office.bookkeeping.Proposals.Keyed;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Folded;
import org.diestra.platform.base.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Many entries at once: as many statements for five hundred as for one. */
@Repository
class BulkStore {
  private static final int AT_ONCE = 500;
  private final JdbcClient jdbc;

  BulkStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of the keys under which there is an entry. */
  Set<UUID> byKeys(WorkspaceId workspace, Collection<UUID> keys) {
    return new HashSet<>(
        jdbc.sql(
                "select key from bookkeeping.entry where workspace = :workspace and key = any(:keys)")
            .param("workspace", workspace.value())
            .param("keys", keys.toArray(UUID[]::new))
            .query((r, n) -> id(r, "key"))
            .list());
  }

  /** Writes and proposes those that are not there; answers how many. */
  int propose(WorkspaceId workspace, List<Keyed> all, PersonId by, Instant now) {
    int added = 0;
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      added += some(workspace, all.subList(from, Math.min(all.size(), from + AT_ONCE)), by, now);
    }
    return added;
  }

  private int some(WorkspaceId workspace, List<Keyed> some, PersonId by, Instant now) {
    var drafts = drafts(workspace, some, by, now);
    var ids = drafts.values().toArray(UUID[]::new);
    lines(workspace, some, drafts);
    moves(ids, null, "DRAFT", by);
    int proposed =
        jdbc.sql(
                """
                update bookkeeping.entry set state = 'PROPOSED', version = 2, proposed_by = :by
                where workspace = :workspace and id = any(:ids) and state = 'DRAFT' and version = 1
                """)
            .param("workspace", workspace.value())
            .param("by", by.value())
            .param("ids", ids)
            .update();
    if (proposed != ids.length) {
      throw new IllegalStateException("proposed " + proposed + " of " + ids.length);
    }
    moves(ids, "DRAFT", "PROPOSED", by);
    return proposed;
  }

  /** The id of each that was not there, by its key. */
  private Map<UUID, UUID> drafts(
      WorkspaceId workspace, List<Keyed> some, PersonId by, Instant now) {
    var made = new HashMap<UUID, UUID>();
    jdbc.sql(
            """
            insert into bookkeeping.entry (id, workspace, key, day, text, words, state, version,
              since, amount, made_by, made_at, written_by)
            select n.id, :workspace, n.key, n.day, n.text, n.words, 'DRAFT', 1, :now, n.amount, :by,
              :now, :by
            from unnest(:ids, :keys, cast(:days as date[]), :texts, :words,
              cast(:amounts as bigint[])) as n(id, key, day, text, words, amount)
            on conflict do nothing
            returning id, key
            """)
        .param("workspace", workspace.value())
        .param("ids", some.stream().map(k -> Ids.fresh()).toArray(UUID[]::new))
        .param("keys", some.stream().map(Keyed::key).toArray(UUID[]::new))
        .param("days", texts(some, w -> w.day().toString()))
        .param("texts", texts(some, Written::text))
        .param("words", texts(some, w -> Folded.of(w.text())))
        .param("amounts", texts(some, w -> String.valueOf(w.debits().minor())))
        .param("now", at(now))
        .param("by", by.value())
        .query(r -> {
          made.put(id(r, "key"), id(r, "id"));
        });
    return made;
  }

  private static String[] texts(List<Keyed> some, Function<Written, String> which) {
    return some.stream().map(Keyed::written).map(which).toArray(String[]::new);
  }

  private record Placed(UUID entry, int place, Line line, String day) {}

  private void lines(WorkspaceId workspace, List<Keyed> some, Map<UUID, UUID> drafts) {
    var all = new ArrayList<Placed>();
    for (var one : some) {
      var entry = drafts.get(one.key());
      var lines = one.written().lines();
      for (int i = 0; entry != null && i < lines.size(); i++) {
        all.add(new Placed(entry, i + 1, lines.get(i), one.written().day().toString()));
      }
    }
    jdbc.sql(
            """
            insert into bookkeeping.line (entry, place, workspace, account, amount, note, day)
            select n.entry, n.place, :workspace, n.account, n.amount, n.note, n.day
            from unnest(:entries, cast(:places as smallint[]), :accounts,
              cast(:amounts as bigint[]), :notes, cast(:days as date[]))
              as n(entry, place, account, amount, note, day)
            """)
        .param("workspace", workspace.value())
        .param("entries", all.stream().map(Placed::entry).toArray(UUID[]::new))
        .param("places", placed(all, p -> String.valueOf(p.place())))
        .param("accounts", all.stream().map(p -> p.line().account().value()).toArray(UUID[]::new))
        .param("amounts", placed(all, p -> String.valueOf(p.line().amount().minor())))
        .param("notes", placed(all, p -> p.line().note()))
        .param("days", placed(all, Placed::day))
        .update();
  }

  private static String[] placed(List<Placed> all, Function<Placed, String> which) {
    return all.stream().map(which).toArray(String[]::new);
  }

  private void moves(UUID[] ids, @Nullable String from, String to, PersonId by) {
    jdbc.sql(
            """
            insert into bookkeeping.move (entry, version, workspace, from_state, to_state, person, at)
            select id, version, workspace, cast(:from as text), :to, :by, since
            from bookkeeping.entry where id = any(:ids)
            """)
        .param("ids", ids)
        .param("from", from)
        .param("to", to)
        .param("by", by.value())
        .update();
  }
}

package org.diestra.office.bookkeeping;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.diestra.office.bookkeeping.Entry.Draft;
import org.diestra.office.bookkeeping.Entry.Facts;
import org.diestra.office.bookkeeping.Entry.Open;
import org.diestra.office.bookkeeping.Entry.Proposed;
import org.diestra.office.bookkeeping.Entry.Returned;
import org.diestra.office.bookkeeping.Entry.State;
import org.diestra.office.books.AccountId;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Folded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries with their lines; what must never be, the database itself refuses. */
@Repository
class EntryStore {
  private static final String ENTRY =
      """
      select e.*, b.currency, r.id as reversed_by
      from bookkeeping.entry e join books.book b on b.workspace = e.workspace
      left join bookkeeping.entry r on r.reverses = e.id
      """;
  private final JdbcClient jdbc;
  private final ForeignStore foreign;
  private final MoveStore moves;

  EntryStore(JdbcClient jdbc, ForeignStore foreign, MoveStore moves) {
    this.jdbc = jdbc;
    this.foreign = foreign;
    this.moves = moves;
  }

  /** False where that form has made one already. */
  boolean add(Draft draft) {
    var facts = draft.facts();
    var written = facts.written();
    int added =
        jdbc.sql(
                """
                insert into bookkeeping.entry (id, workspace, key, day, text, words, state, version,
                  since, amount, made_by, made_at, written_by, reverses)
                values (:id, :workspace, :key, :day, :text, :words, 'DRAFT', 1, :now, :amount, :by,
                  :now, :by, cast(:reverses as uuid))
                on conflict do nothing
                """)
            .param("id", facts.id().value())
            .param("workspace", facts.workspace().value())
            .param("key", facts.key())
            .param("day", written.day())
            .param("text", written.text())
            .param("words", Folded.of(written.text()))
            .param("now", at(facts.since()))
            .param("amount", written.debits().minor())
            .param("by", facts.writtenBy().value())
            .param("reverses", facts.reverses() == null ? null : facts.reverses().value())
            .update();
    if (added == 1) {
      addLines(facts);
      moves.remember(null, draft, facts.writtenBy(), null);
    }
    return added == 1;
  }

  private void addLines(Facts facts) {
    var lines = facts.written().lines();
    jdbc.sql(
            """
            insert into bookkeeping.line (entry, place, workspace, account, amount, note, day)
            select :entry, n.place, :workspace, n.account, n.amount, n.note, :day
            from unnest(cast(:places as smallint[]), :accounts, cast(:amounts as bigint[]), :notes)
              as n(place, account, amount, note)
            """)
        .param("entry", facts.id().value())
        .param("workspace", facts.workspace().value())
        .param("day", facts.written().day())
        .param(
            "places",
            IntStream.rangeClosed(1, lines.size()).mapToObj(String::valueOf).toArray(String[]::new))
        .param("accounts", lines.stream().map(l -> l.account().value()).toArray(UUID[]::new))
        .param(
            "amounts",
            lines.stream().map(l -> String.valueOf(l.amount().minor())).toArray(String[]::new))
        .param("notes", lines.stream().map(Line::note).toArray(String[]::new))
        .update();
    foreign.add(facts);
  }

  Optional<Entry> find(WorkspaceId workspace, EntryId id) {
    return all(workspace, List.of(id), false).stream().findFirst();
  }

  Optional<EntryId> byKey(WorkspaceId workspace, UUID key) {
    return jdbc.sql("select id from bookkeeping.entry where workspace = :workspace and key = :key")
        .param("workspace", workspace.value())
        .param("key", key)
        .query((r, n) -> new EntryId(id(r, "id")))
        .optional();
  }

  /**
   * Those that are there, in the order of their days.
   *
   * @param hold whether nobody moves them until this transaction ends; they are locked in the order
   *     of their ids
   */
  List<Entry> all(WorkspaceId workspace, Collection<EntryId> ids, boolean hold) {
    var wanted = ids.stream().map(EntryId::value).toArray(UUID[]::new);
    if (hold) {
      jdbc.sql(
              """
              select id from bookkeeping.entry where workspace = :workspace and id = any(:ids)
              order by id for update
              """)
          .param("workspace", workspace.value())
          .param("ids", wanted)
          .query((r, n) -> id(r, "id"))
          .list();
    }
    var lines = lines(workspace, wanted);
    return jdbc.sql(
            ENTRY + "where e.workspace = :workspace and e.id = any(:ids) order by e.day, e.id")
        .param("workspace", workspace.value())
        .param("ids", wanted)
        .query((r, n) -> EntryRow.read(r, lines))
        .list();
  }

  private Map<UUID, List<Line>> lines(WorkspaceId workspace, UUID[] entries) {
    var lines = new HashMap<UUID, List<Line>>();
    jdbc.sql(
            """
            select l.entry, l.account, l.amount, l.note, b.currency,
            """
                + ForeignStore.COLUMNS
                + "from bookkeeping.line l join books.book b on b.workspace = l.workspace"
                + ForeignStore.JOIN
                + """
                where l.workspace = :workspace and l.entry = any(:entries) order by l.entry, l.place
                """)
        .param("workspace", workspace.value())
        .param("entries", entries)
        .query(r -> {
          lines
              .computeIfAbsent(id(r, "entry"), e -> new ArrayList<>())
              .add(
                  new Line(
                      new AccountId(id(r, "account")),
                      money(r, "amount", "currency"),
                      text(r, "note"),
                      ForeignStore.read(r)));
        });
    return lines;
  }

  /** What it says is written anew. */
  void rewrite(Open before, Entry after) {
    var facts = after.facts();
    jdbc.sql("delete from bookkeeping.line where entry = :entry")
        .param("entry", facts.id().value())
        .update();
    step(after, null);
    addLines(facts);
    moves.remember(before.state(), after, facts.writtenBy(), null);
  }

  /**
   * A step to another state.
   *
   * @param words said with it, or null
   * @throws IllegalStateException if it has moved since it was read
   */
  void move(Entry before, Entry after, PersonId by, @Nullable String words) {
    step(after, by);
    moves.remember(before.state(), after, by, words);
  }

  /** Another account in the place of a closed one. */
  void replace(Proposed after, AccountId shut, AccountId instead, PersonId by, String words) {
    step(after, after.proposedBy());
    var changed =
        jdbc.sql("select bookkeeping.replace_closed(:entry, :shut, :instead)")
            .param("entry", after.facts().id().value())
            .param("shut", shut.value())
            .param("instead", instead.value())
            .query(Long.class)
            .single();
    if (changed == 0) {
      throw new IllegalStateException("has no such line: " + after.facts().id());
    }
    moves.remember(State.PROPOSED, after, by, words);
  }

  private void step(Entry after, @Nullable PersonId by) {
    var facts = after.facts();
    var written = facts.written();
    int rows =
        jdbc.sql(
                """
                update bookkeeping.entry set state = :state, version = :version, since = :since,
                  day = :day, text = :text, words = :words, amount = :amount, written_by = :writer,
                  reason = :reason,
                  proposed_by = case :state when 'PROPOSED' then cast(:by as uuid)
                    when 'POSTED' then proposed_by end,
                  posted_by = case :state when 'POSTED' then cast(:by as uuid) end
                where id = :id and workspace = :workspace and version = :version - 1
                """)
            .param("state", after.state().name())
            .param("version", facts.version())
            .param("since", at(facts.since()))
            .param("day", written.day())
            .param("text", written.text())
            .param("words", Folded.of(written.text()))
            .param("amount", written.debits().minor())
            .param("writer", facts.writtenBy().value())
            .param("reason", after instanceof Returned returned ? returned.why() : null)
            .param("by", by == null ? null : by.value())
            .param("id", facts.id().value())
            .param("workspace", facts.workspace().value())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("has moved: " + facts.id());
    }
  }

  /** All of these that are proposed are posted, in the order of their days. */
  void post(WorkspaceId workspace, List<Proposed> entries, PersonId by, Instant now) {
    var ids = entries.stream().map(e -> e.facts().id().value()).toArray(UUID[]::new);
    int rows =
        jdbc.sql(
                """
                update bookkeeping.entry e set state = 'POSTED', version = e.version + 1,
                  since = :now, posted_by = :by
                from (select id from bookkeeping.entry where workspace = :workspace
                  and id = any(:ids) order by day, id) o
                where e.id = o.id and e.state = 'PROPOSED'
                """)
            .param("workspace", workspace.value())
            .param("ids", ids)
            .param("by", by.value())
            .param("now", at(now))
            .update();
    if (rows != ids.length) {
      throw new IllegalStateException("have moved: " + rows + " of " + ids.length);
    }
    moves.posted(workspace, ids, by, now);
  }

  /** A draft is thrown away. */
  void remove(Open entry) {
    int rows =
        jdbc.sql(
                """
                delete from bookkeeping.entry
                where id = :id and workspace = :workspace and version = :version
                """)
            .param("id", entry.facts().id().value())
            .param("workspace", entry.facts().workspace().value())
            .param("version", entry.facts().version())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("has moved: " + entry.facts().id());
    }
  }
}

package org.diestra.office.contacts;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cards with their bytes, and what stands beside them; many at a time, in one statement. */
@Repository
class CardStore {
  private static final int AT_ONCE = 4; // rows in memory, of up to a megabyte each
  private static final String HELD =
      "id, name, uid, etag, change, made_at, changed_at, length(body) as size";
  private final JdbcClient jdbc;

  CardStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A card that is to be kept.
   *
   * @param change the number of the change that it comes with
   */
  record Kept(
      CardId id, String name, String uid, byte[] body, boolean group, Entry entry, long change) {}

  /** Those of that workspace, by name. */
  List<Held> all(WorkspaceId workspace, long after) {
    return jdbc.sql(
            "select "
                + HELD
                + " from contacts.card where workspace = :workspace and change > :after"
                + " order by name")
        .param("workspace", workspace.value())
        .param("after", after)
        .query((r, n) -> held(r))
        .list();
  }

  Map<String, Held> named(WorkspaceId workspace, Collection<String> names) {
    var all = new HashMap<String, Held>();
    jdbc.sql(
            "select "
                + HELD
                + " from contacts.card where workspace = :workspace"
                + " and name = any (:names)")
        .param("workspace", workspace.value())
        .param("names", names.toArray(String[]::new))
        .query(r -> {
          all.put(text(r, "name"), held(r));
        });
    return all;
  }

  Optional<Held> find(WorkspaceId workspace, CardId card) {
    return jdbc.sql(
            "select " + HELD + " from contacts.card where workspace = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", card.value())
        .query((r, n) -> held(r))
        .optional();
  }

  /** Which name bears each of these UIDs. */
  Map<String, Held> bearing(WorkspaceId workspace, Collection<String> uids) {
    var all = new HashMap<String, Held>();
    jdbc.sql(
            "select "
                + HELD
                + " from contacts.card where workspace = :workspace"
                + " and uid = any (:uids)")
        .param("workspace", workspace.value())
        .param("uids", uids.toArray(String[]::new))
        .query(r -> {
          all.put(text(r, "uid"), held(r));
        });
    return all;
  }

  private static Held held(ResultSet r) throws SQLException {
    return new Held(
        new CardId(id(r, "id")),
        text(r, "name"),
        text(r, "uid"),
        text(r, "etag"),
        bigint(r, "change"),
        instant(r, "made_at"),
        instant(r, "changed_at"),
        integer(r, "size"));
  }

  Map<String, byte[]> bodies(WorkspaceId workspace, Collection<String> names) {
    var all = new LinkedHashMap<String, byte[]>();
    jdbc.sql(
            "select name, body from contacts.card where workspace = :workspace"
                + " and name = any (:names)")
        .param("workspace", workspace.value())
        .param("names", names.toArray(String[]::new))
        .query(r -> {
          all.put(text(r, "name"), bytes(r, "body"));
        });
    return all;
  }

  /** Each that is there, by title, with its UID; not all are in memory at once. */
  void each(WorkspaceId workspace, BiConsumer<String, byte[]> taker) {
    jdbc.sql("select uid, body from contacts.card where workspace = :workspace order by sort, id")
        .param("workspace", workspace.value())
        .withFetchSize(AT_ONCE)
        .query(r -> {
          taker.accept(text(r, "uid"), bytes(r, "body"));
        });
  }

  /** The bytes of some, one after the other. */
  void some(WorkspaceId workspace, Collection<CardId> ids, BiConsumer<CardId, byte[]> taker) {
    jdbc.sql(
            "select id, body from contacts.card where workspace = :workspace and id = any (:ids)"
                + " and not grouping")
        .param("workspace", workspace.value())
        .param("ids", ids.stream().map(CardId::value).toArray(UUID[]::new))
        .withFetchSize(AT_ONCE)
        .query(r -> {
          taker.accept(new CardId(id(r, "id")), bytes(r, "body"));
        });
  }

  /** The same of some alone. */
  void each(WorkspaceId workspace, Collection<String> uids, BiConsumer<String, byte[]> taker) {
    jdbc.sql(
            "select uid, body from contacts.card where workspace = :workspace"
                + " and uid = any (:uids)")
        .param("workspace", workspace.value())
        .param("uids", uids.toArray(String[]::new))
        .withFetchSize(AT_ONCE)
        .query(r -> {
          taker.accept(text(r, "uid"), bytes(r, "body"));
        });
  }

  /** Puts them in, in the place of those of the same UID. */
  void put(WorkspaceId workspace, List<Kept> cards, PersonId by, Instant now) {
    jdbc.sql(
            """
            insert into contacts.card as c (id, workspace, name, uid, body, etag, change, grouping,
              title, sort, initial, organisation, mail, phone, words, categories, photo, made_by,
              made_at, changed_by, changed_at)
            select f.id, :workspace, f.name, f.uid, convert_to(f.body, 'UTF8'), f.etag, f.change,
              f.grouping, f.title, f.sort, f.initial, f.organisation, f.mail, f.phone,
              array_to_tsvector(array_remove(string_to_array(f.words, chr(31)), '')),
              array_remove(string_to_array(f.categories, chr(31)), ''), f.photo, :by, :now, :by, :now
            from unnest(cast(:ids as uuid[]), cast(:names as text[]), cast(:uids as text[]),
              cast(:bodies as text[]), cast(:etags as text[]), cast(:changes as bigint[]),
              cast(:groups as boolean[]), cast(:titles as text[]), cast(:sorts as text[]),
              cast(:initials as text[]), cast(:organisations as text[]), cast(:mails as text[]),
              cast(:phones as text[]), cast(:words as text[]), cast(:categories as text[]),
              cast(:photos as boolean[]))
              as f(id, name, uid, body, etag, change, grouping, title, sort, initial, organisation,
                mail, phone, words, categories, photo)
            on conflict (workspace, uid) do update set body = excluded.body, etag = excluded.etag,
              change = excluded.change, grouping = excluded.grouping, title = excluded.title,
              sort = excluded.sort, initial = excluded.initial,
              organisation = excluded.organisation, mail = excluded.mail, phone = excluded.phone,
              words = excluded.words, categories = excluded.categories, photo = excluded.photo,
              changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """)
        .param("workspace", workspace.value())
        .param("by", by.value())
        .param("now", at(now))
        .param("ids", cards.stream().map(c -> c.id().value()).toArray(UUID[]::new))
        .param("names", texts(cards, Kept::name))
        .param("uids", texts(cards, Kept::uid))
        .param("bodies", texts(cards, c -> new String(c.body(), StandardCharsets.UTF_8)))
        .param("etags", texts(cards, c -> Hash.of(c.body())))
        .param("changes", cards.stream().map(Kept::change).toArray(Long[]::new))
        .param("groups", cards.stream().map(Kept::group).toArray(Boolean[]::new))
        .param("titles", texts(cards, c -> c.entry().title()))
        .param("sorts", texts(cards, c -> c.entry().sort()))
        .param("initials", texts(cards, c -> c.entry().initial()))
        .param("organisations", texts(cards, c -> c.entry().organisation()))
        .param("mails", texts(cards, c -> c.entry().mail()))
        .param("phones", texts(cards, c -> c.entry().phone()))
        .param("words", texts(cards, c -> String.join("\u001F", c.entry().words())))
        .param("categories", texts(cards, c -> String.join("\u001F", c.entry().categories())))
        .param("photos", cards.stream().map(c -> c.entry().photo()).toArray(Boolean[]::new))
        .update();
    traits(workspace, cards);
    jdbc.sql("delete from contacts.gone where workspace = :workspace and name = any (:names)")
        .param("workspace", workspace.value())
        .param("names", texts(cards, Kept::name))
        .update();
  }

  private static String[] texts(List<Kept> cards, Function<Kept, String> which) {
    return cards.stream().map(which).toArray(String[]::new);
  }

  private void traits(WorkspaceId workspace, List<Kept> cards) {
    jdbc.sql("delete from contacts.trait where card = any (:ids)")
        .param("ids", cards.stream().map(c -> c.id().value()).toArray(UUID[]::new))
        .update();
    var kept = cards.stream().filter(c -> !c.group()).toList();
    jdbc.sql(
            """
            insert into contacts.trait (card, workspace, trait)
            select f.card, :workspace, t.trait
            from unnest(cast(:ids as uuid[]), cast(:traits as text[])) as f(card, traits)
            cross join unnest(array_remove(string_to_array(f.traits, chr(31)), '')) as t(trait)
            """)
        .param("workspace", workspace.value())
        .param("ids", kept.stream().map(c -> c.id().value()).toArray(UUID[]::new))
        .param("traits", texts(kept, c -> String.join("\u001F", c.entry().traits())))
        .update();
  }

  /** Takes it out, with the number of the change that does. */
  boolean remove(WorkspaceId workspace, Held card, long change) {
    int gone =
        jdbc.sql("delete from contacts.card where id = :id and etag = :etag")
            .param("id", card.id().value())
            .param("etag", card.etag())
            .update();
    if (gone == 1) {
      jdbc.sql(
              """
              insert into contacts.gone (workspace, name, change)
              values (:workspace, :name, :change)
              on conflict (workspace, name) do update set change = excluded.change
              """)
          .param("workspace", workspace.value())
          .param("name", card.name())
          .param("change", change)
          .update();
    }
    return gone == 1;
  }

  /** What was taken out after that change, with the number of the change that did. */
  Map<String, Long> gone(WorkspaceId workspace, long after) {
    var all = new LinkedHashMap<String, Long>();
    jdbc.sql("select name, change from contacts.gone where workspace = :w and change > :after")
        .param("w", workspace.value())
        .param("after", after)
        .query(r -> {
          all.put(text(r, "name"), bigint(r, "change"));
        });
    return all;
  }
}

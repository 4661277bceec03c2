package org.diestra.office.files;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.atOrNull;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LinkStore {
  private final JdbcClient jdbc;

  LinkStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What of a link is known to the house alone.
   *
   * @param hash of its secret
   * @param sealed the secret itself
   * @param password hashed slowly; null for none
   */
  record Secret(String hash, byte[] sealed, @Nullable String password) {}

  void add(Link link, Secret secret) {
    jdbc.sql(
            """
            insert into files.link (id, workspace, entry, hash, sealed, label, password, until, most,
              made_by, made_at)
            values (:id, :workspace, :entry, :hash, :sealed, :label, :password, :until, :most, :by,
              :at)
            """)
        .param("id", link.id())
        .param("workspace", link.workspace().value())
        .param("entry", link.entry().value())
        .param("hash", secret.hash())
        .param("sealed", secret.sealed())
        .param("label", link.label())
        .param("password", secret.password())
        .param("until", atOrNull(link.until()))
        .param("most", link.most())
        .param("by", link.madeBy().value())
        .param("at", at(link.madeAt()))
        .update();
  }

  private static final String LINK =
      "select *, password is not null as locked from files.link where ended_at is null and ";

  /** Those of a file or folder, the newest first. */
  List<Link> of(WorkspaceId workspace, EntryId entry) {
    return jdbc.sql(LINK + "workspace = :workspace and entry = :entry order by made_at desc, id")
        .param("workspace", workspace.value())
        .param("entry", entry.value())
        .query((r, n) -> link(r))
        .list();
  }

  Optional<Link> find(WorkspaceId workspace, UUID link) {
    return jdbc.sql(LINK + "workspace = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", link)
        .query((r, n) -> link(r))
        .optional();
  }

  int count(WorkspaceId workspace, Instant now) {
    return jdbc.sql(
            """
            select count(*) from files.link
            where workspace = :workspace and ended_at is null and (until is null or until > :now)
            """)
        .param("workspace", workspace.value())
        .param("now", at(now))
        .query(Integer.class)
        .single();
  }

  /**
   * A link with the hash of its password.
   *
   * @param password null for none
   */
  record Locked(Link link, @Nullable String password) {}

  Optional<Locked> byHash(String hash) {
    return jdbc.sql(LINK + "hash = :hash")
        .param("hash", hash)
        .query((r, n) -> new Locked(link(r), textOrNull(r, "password")))
        .optional();
  }

  /** The secrets of these, as they are sealed. */
  Map<UUID, byte[]> sealed(Collection<UUID> links) {
    var sealed = new HashMap<UUID, byte[]>();
    jdbc.sql("select id, sealed from files.link where id = any(:ids)")
        .param("ids", links.toArray(UUID[]::new))
        .query(r -> {
          sealed.put(id(r, "id"), bytes(r, "sealed"));
        });
    return sealed;
  }

  /** Takes one download; false where none is left, or its time is over. */
  boolean use(UUID link, Instant now) {
    return jdbc.sql(
                """
                update files.link set used = used + 1, last_at = :now
                where id = :id and ended_at is null and (until is null or until > :now)
                  and (most is null or used < most)
                """)
            .param("id", link)
            .param("now", at(now))
            .update()
        == 1;
  }

  boolean end(UUID link, PersonId by, Instant now) {
    return jdbc.sql(
                """
                update files.link set ended_at = :now, ended_by = :by
                where id = :id and ended_at is null
                """)
            .param("id", link)
            .param("by", by.value())
            .param("now", at(now))
            .update()
        == 1;
  }

  /** All that this person made there. Answers how many. */
  int endOf(WorkspaceId workspace, PersonId maker, Instant now) {
    return jdbc.sql(
            """
            update files.link set ended_at = :now
            where workspace = :workspace and made_by = :maker and ended_at is null
            """)
        .param("workspace", workspace.value())
        .param("maker", maker.value())
        .param("now", at(now))
        .update();
  }

  /** What leads to one file leads to the one that takes its place. */
  void hand(EntryId from, EntryId to) {
    jdbc.sql("update files.link set entry = :to where entry = :from")
        .param("from", from.value())
        .param("to", to.value())
        .update();
  }

  /** Forgets those that were over before that. */
  int sweep(Instant before) {
    return jdbc.sql("delete from files.link where coalesce(ended_at, until) < :before")
        .param("before", at(before))
        .update();
  }

  private static Link link(ResultSet r) throws SQLException {
    return new Link(
        id(r, "id"),
        new WorkspaceId(id(r, "workspace")),
        new EntryId(id(r, "entry")),
        text(r, "label"),
        bool(r, "locked"),
        instantOrNull(r, "until"),
        integerOrNull(r, "most"),
        integer(r, "used"),
        new PersonId(id(r, "made_by")),
        instant(r, "made_at"),
        instantOrNull(r, "last_at"));
  }
}

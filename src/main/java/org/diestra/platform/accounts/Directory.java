package org.diestra.platform.accounts;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.blobs.BlobId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has an account, as an operator looks it up. Nobody else may be shown what it answers. */
@Repository
public class Directory {
  private static final String ACCOUNT =
      """
      select p.*, s.at as suspended_at
      from accounts.person p
      left join accounts.suspension s on s.person = p.id
      """;

  private final JdbcClient jdbc;

  Directory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param suspendedAt null for somebody who is let in
   */
  public record Account(
      PersonId id,
      String name,
      String email,
      boolean assistant,
      boolean operator,
      @Nullable BlobId photo,
      Instant since,
      @Nullable Instant suspendedAt) {
    /** Where the photo is served, or null. */
    public @Nullable String photoUrl() {
      return Portraits.url(id, photo);
    }

    /** Where the next page begins. */
    public Mark mark() {
      return new Mark(since, id.value());
    }
  }

  /** A place in the list, between two accounts. */
  public record Mark(Instant at, UUID id) {}

  /**
   * @param members how many people act for it
   */
  public record Business(
      OrganisationId id, String name, Instant since, @Nullable Instant verifiedAt, int members) {}

  /**
   * The newest accounts before a mark in whose name or address that text stands; empty finds all.
   */
  public List<Account> people(String text, @Nullable Mark before, int limit) {
    return jdbc.sql(
            ACCOUNT
                + """
                where (lower(p.name) like :like or p.email_key like :like) %s
                order by p.created_at desc, p.id desc limit :limit
                """
                    .formatted(before == null ? "" : "and (p.created_at, p.id) < (:at, :id)"))
        .param("like", like(text))
        .param("limit", limit)
        .param("at", before == null ? null : at(before.at()))
        .param("id", before == null ? null : before.id())
        .query(Directory::account)
        .list();
  }

  public Optional<Account> person(PersonId person) {
    return jdbc.sql(ACCOUNT + "where p.id = :id")
        .param("id", person.value())
        .query(Directory::account)
        .optional();
  }

  /** In how many browsers the person is signed in. */
  public int sessions(PersonId person) {
    return jdbc.sql("select count(*) from accounts.session where principal_name = :person")
        .param("person", person.toString())
        .query(Integer.class)
        .single();
  }

  /** The newest organisations in whose name that text stands; empty finds all. */
  public List<Business> businesses(String text, int limit) {
    return jdbc.sql(
            """
            select o.*, (select count(*) from accounts.membership m where m.organisation = o.id)
              as members
            from accounts.organisation o
            where lower(o.name) like :like
            order by o.created_at desc, o.id desc limit :limit
            """)
        .param("like", like(text))
        .param("limit", limit)
        .query((r, n) ->
            new Business(
                new OrganisationId(id(r, "id")),
                text(r, "name"),
                instant(r, "created_at"),
                instantOrNull(r, "verified_at"),
                integer(r, "members")))
        .list();
  }

  private static Account account(ResultSet r, int n) throws SQLException {
    return new Account(
        new PersonId(id(r, "id")),
        text(r, "name"),
        text(r, "email"),
        bool(r, "assistant"),
        bool(r, "operator"),
        AccountStore.photo(r),
        instant(r, "created_at"),
        instantOrNull(r, "suspended_at"));
  }

  /** What was typed stands for itself. */
  private static String like(String text) {
    var plain =
        text.strip()
            .toLowerCase(Locale.ROOT)
            .replace("\\", "\\\\")
            .replace("%", "\\%")
            .replace("_", "\\_");
    return "%" + plain + "%";
  }
}

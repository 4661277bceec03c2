package org.diestra.hiring.talent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.diestra.hiring.talent.Profile.ItemId;
import org.diestra.hiring.talent.Profile.Post;
import org.diestra.hiring.talent.Profile.Service;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Services and posts: what a profile lists, and what was removed from it and may come back. */
@Repository
class ItemStore {
  private final JdbcClient jdbc;

  ItemStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Service> services(PersonId person) {
    return jdbc.sql(
            """
            select * from talent.service where person = :person and removed_at is null order by id
            """)
        .param("person", person.value())
        .query((row, n) -> service(row))
        .list();
  }

  private static Service service(ResultSet row) throws SQLException {
    return new Service(
        new ItemId(Row.id(row, "id")),
        Row.text(row, "title"),
        Row.text(row, "included"),
        Row.money(row, "price_minor", "price_currency"),
        Row.integer(row, "days"));
  }

  /** What lasts first, then the latest. */
  List<Post> posts(PersonId person) {
    return jdbc.sql(
            """
            select * from talent.post where person = :person and removed_at is null
            order by coalesce(ended, 'infinity') desc, began desc, id
            """)
        .param("person", person.value())
        .query((row, n) -> post(row))
        .list();
  }

  private static Post post(ResultSet row) throws SQLException {
    var ended = Row.dateOrNull(row, "ended");
    return new Post(
        new ItemId(Row.id(row, "id")),
        Row.text(row, "title"),
        Row.text(row, "employer"),
        YearMonth.from(Row.date(row, "began")),
        ended == null ? null : YearMonth.from(ended),
        Row.bool(row, "office"),
        Row.text(row, "what"));
  }

  /** Adds or changes; false where the id is somebody else's or was removed. */
  boolean put(PersonId person, Service service) {
    return jdbc.sql(
                """
                insert into talent.service
                  (id, person, title, included, price_minor, price_currency, days)
                values (:id, :person, :title, :included, :minor, :currency, :days)
                on conflict (id) do update
                set title = excluded.title, included = excluded.included,
                  price_minor = excluded.price_minor, price_currency = excluded.price_currency,
                  days = excluded.days
                where service.person = excluded.person and service.removed_at is null
                """)
            .param("id", service.id().value())
            .param("person", person.value())
            .param("title", service.title())
            .param("included", service.included())
            .param("minor", service.price().minor())
            .param("currency", service.price().currency().getCurrencyCode())
            .param("days", service.days())
            .update()
        == 1;
  }

  /** Adds or changes; false where the id is somebody else's or was removed. */
  boolean put(PersonId person, Post post) {
    return jdbc.sql(
                """
                insert into talent.post (id, person, title, employer, began, ended, office, what)
                values (:id, :person, :title, :employer, :began, :ended, :office, :what)
                on conflict (id) do update
                set title = excluded.title, employer = excluded.employer, began = excluded.began,
                  ended = excluded.ended, office = excluded.office, what = excluded.what
                where post.person = excluded.person and post.removed_at is null
                """)
            .param("id", post.id().value())
            .param("person", person.value())
            .param("title", post.title())
            .param("employer", post.employer())
            .param("began", post.from().atDay(1))
            .param("ended", firstDay(post.to()), java.sql.Types.DATE)
            .param("office", post.office())
            .param("what", post.what())
            .update()
        == 1;
  }

  private static @Nullable LocalDate firstDay(@Nullable YearMonth month) {
    return month == null ? null : month.atDay(1);
  }

  boolean remove(Kind kind, PersonId person, ItemId item, Instant at) {
    return jdbc.sql(
                """
                update talent.%s set removed_at = :at
                where id = :id and person = :person and removed_at is null
                """
                    .formatted(kind.table))
            .param("at", Row.at(at))
            .param("id", item.value())
            .param("person", person.value())
            .update()
        == 1;
  }

  boolean restore(Kind kind, PersonId person, ItemId item) {
    return jdbc.sql(
                """
                update talent.%s set removed_at = null
                where id = :id and person = :person and removed_at is not null
                """
                    .formatted(kind.table))
            .param("id", item.value())
            .param("person", person.value())
            .update()
        == 1;
  }

  /** Forgets for good what was removed before that instant. */
  void forget(PersonId person, Instant before) {
    for (var kind : Kind.values()) {
      jdbc.sql(
              "delete from talent.%s where person = :person and removed_at < :before"
                  .formatted(kind.table))
          .param("person", person.value())
          .param("before", Row.at(before))
          .update();
    }
  }

  /** The two kinds of items. */
  enum Kind {
    SERVICE("service"),
    POST("post");

    private final String table;

    Kind(String table) {
      this.table = table;
    }

    /** As the record of deeds calls it. */
    String deed() {
      return table;
    }
  }
}

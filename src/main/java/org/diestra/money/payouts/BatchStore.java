package org.diestra.money.payouts;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.diestra.money.ledger.Book;
import org.diestra.money.payouts.Batch.Format;
import org.diestra.money.payouts.BatchWriter.Line;
import org.diestra.money.payouts.Payout.Approved;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BatchStore {
  private final JdbcClient jdbc;
  private final PayeeStore payees;

  BatchStore(JdbcClient jdbc, PayeeStore payees) {
    this.jdbc = jdbc;
    this.payees = payees;
  }

  void add(Batch batch) {
    jdbc.sql(
            """
            insert into payouts.batch (id, rail, currency, format, lines, total, house, hash,
              released_by, released_at)
            values (:id, :rail, :currency, :format, :lines, :total, :house, :hash, :by, :at)
            """)
        .param("id", batch.id())
        .param("rail", batch.book().rail())
        .param("currency", batch.book().currency().getCurrencyCode())
        .param("format", batch.format().name())
        .param("lines", batch.lines())
        .param("total", batch.total().minor())
        .param("house", batch.house().parts().toArray(String[]::new))
        .param("hash", batch.hash())
        .param("by", batch.releasedBy().value())
        .param("at", at(batch.releasedAt()))
        .update();
  }

  Optional<Batch> find(UUID id) {
    return jdbc.sql("select * from payouts.batch where id = :id")
        .param("id", id)
        .query((r, n) -> batch(r))
        .optional();
  }

  /**
   * How far a batch has come.
   *
   * @param open lines of which nothing is known yet
   */
  record Course(Batch batch, int open, int returned) {}

  /** The latest first, after one of them or from the first on. */
  List<Course> all(@Nullable UUID after, int most) {
    var where =
        after == null
            ? ""
            : """
            where (b.released_at, b.id) <
              (select released_at, id from payouts.batch where id = :after)
            """;
    var asked =
        jdbc.sql(
                """
                select b.*, count(*) filter (where p.state = 'SENT') as open,
                  count(*) filter (where p.state = 'RETURNED') as returned
                from (select * from payouts.batch b %s
                  order by released_at desc, id desc limit :most) b
                join payouts.payout p on p.batch = b.id
                group by b.id, b.rail, b.currency, b.format, b.lines, b.total, b.house, b.hash,
                  b.released_by, b.released_at
                order by b.released_at desc, b.id desc
                """
                    .formatted(where))
            .param("most", most);
    return (after == null ? asked : asked.param("after", after))
        .query((r, n) -> new Course(batch(r), integer(r, "open"), integer(r, "returned")))
        .list();
  }

  /**
   * What was approved and waits to be released.
   *
   * @param masked the account it was approved to go to, as people are shown it
   * @param country of that account
   */
  record Ready(Approved payout, boolean sepa, String masked, String country) {}

  /** The oldest first. */
  List<Ready> ready(int most) {
    return jdbc.sql(
            """
            select p.*, y.sepa and p.currency = 'EUR' as sepa, y.masked, y.country
            from payouts.payout p join payouts.payee y on y.id = p.payee
            where p.state = 'APPROVED' order by p.since, p.id limit :most
            """)
        .param("most", most)
        .query((r, n) ->
            new Ready(
                (Approved) PayoutStore.payout(r),
                bool(r, "sepa"),
                text(r, "masked"),
                text(r, "country")))
        .list();
  }

  /** Each of these payouts with where it was approved to go, in the order of their ids. */
  void lines(Collection<UUID> approved, Consumer<Line> each) {
    jdbc.sql(
            """
            select p.id, p.amount, p.currency, y.person, y.details
            from payouts.payout p join payouts.payee y on y.id = p.payee
            where p.id = any(:ids) order by p.id
            """)
        .param("ids", approved.toArray(UUID[]::new))
        .query(row -> {
          each.accept(
              new Line(id(row, "id"), money(row, "amount", "currency"), payees.details(row)));
        });
  }

  private static Batch batch(ResultSet row) throws SQLException {
    var total = money(row, "total", "currency");
    return new Batch(
        id(row, "id"),
        new Book(text(row, "rail"), total.currency()),
        label(row, "format", Format.class),
        integer(row, "lines"),
        total,
        HouseAccount.of(texts(row, "house")),
        text(row, "hash"),
        new PersonId(id(row, "released_by")),
        instant(row, "released_at"));
  }
}

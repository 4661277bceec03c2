package org.diestra.office.bookkeeping;

import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.decimal;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.diestra.office.bookkeeping.Entry.Facts;
import org.diestra.office.bookkeeping.Foreign.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Amounts in other currencies, beside their lines. */
@Repository
public class ForeignStore {
  /** Joined to lines {@code l}: what {@link #read} reads. */
  public static final String JOIN =
      " left join bookkeeping.foreign_amount f on f.entry = l.entry and f.place = l.place ";

  public static final String COLUMNS =
      """
      f.currency as foreign_currency, f.amount as foreign_amount, f.rate as foreign_rate,
        f.day as foreign_day, f.source as foreign_source
      """;

  private final JdbcClient jdbc;

  ForeignStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Null where the line is in the currency of the books alone. */
  public static @Nullable Foreign read(ResultSet r) throws SQLException {
    return textOrNull(r, "foreign_currency") == null
        ? null
        : new Foreign(
            money(r, "foreign_amount", "foreign_currency"),
            decimal(r, "foreign_rate"),
            date(r, "foreign_day"),
            label(r, "foreign_source", Source.class));
  }

  private record Placed(int place, Foreign foreign) {}

  /** Of the lines of an entry that were just written. */
  void add(Facts facts) {
    var some = new ArrayList<Placed>();
    var lines = facts.written().lines();
    for (int i = 0; i < lines.size(); i++) {
      var foreign = lines.get(i).foreign();
      if (foreign != null) {
        some.add(new Placed(i + 1, foreign));
      }
    }
    if (!some.isEmpty()) {
      add(facts.id().value(), facts.workspace().value(), some);
    }
  }

  private void add(UUID entry, UUID workspace, List<Placed> some) {
    jdbc.sql(
            """
            insert into bookkeeping.foreign_amount
              (entry, place, workspace, currency, amount, rate, day, source)
            select :entry, n.place, :workspace, n.currency, n.amount, n.rate, n.day, n.source
            from unnest(cast(:places as smallint[]), :currencies, cast(:amounts as bigint[]),
              cast(:rates as numeric[]), cast(:days as date[]), :sources)
              as n(place, currency, amount, rate, day, source)
            """)
        .param("entry", entry)
        .param("workspace", workspace)
        .param("places", texts(some, p -> String.valueOf(p.place())))
        .param("currencies", texts(some, p -> p.foreign().amount().currency().getCurrencyCode()))
        .param("amounts", texts(some, p -> String.valueOf(p.foreign().amount().minor())))
        .param("rates", texts(some, p -> p.foreign().rate().toPlainString()))
        .param("days", texts(some, p -> p.foreign().day().toString()))
        .param("sources", texts(some, p -> p.foreign().source().name()))
        .update();
  }

  private static String[] texts(
      List<Placed> some, java.util.function.Function<Placed, String> which) {
    return some.stream().map(which).toArray(String[]::new);
  }
}

package org.diestra.office.reports;

import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.dateOrNull;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.bookkeeping.ForeignStore;
import org.diestra.office.books.AccountId;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was posted, entry by entry, in the order of its days. */
@Repository
class RecordStore {
  private final JdbcClient jdbc;

  RecordStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The next entries with their lines.
   *
   * @param after the last of those before, or null to begin with
   */
  List<Recorded> next(WorkspaceId workspace, @Nullable Recorded after, int most) {
    var found = new LinkedHashMap<UUID, Recorded>();
    jdbc.sql(
            """
            with e as (
              select * from bookkeeping.entry where workspace = :workspace and state = 'POSTED'
                and (cast(:day as date) is null
                  or (day, id) > (cast(:day as date), cast(:id as uuid)))
              order by day, id limit :most)
            select e.id, e.day, e.year, e.number, e.text, l.account, l.amount, b.currency, l.note,
            """
                + ForeignStore.COLUMNS
                + "from e join bookkeeping.line l on l.entry = e.id"
                + ForeignStore.JOIN
                + """
                join books.book b on b.workspace = e.workspace
                order by e.day, e.id, l.place
                """)
        .param("workspace", workspace.value())
        .param("day", after == null ? null : after.day())
        .param("id", after == null ? null : after.id())
        .param("most", most)
        .query(r -> {
          var key = id(r, "id");
          var entry = found.get(key);
          if (entry == null) {
            entry =
                new Recorded(
                    key,
                    date(r, "day"),
                    integer(r, "year"),
                    integer(r, "number"),
                    text(r, "text"),
                    new ArrayList<>());
            found.put(key, entry);
          }
          entry
              .lines()
              .add(
                  new Recorded.Line(
                      new AccountId(id(r, "account")),
                      money(r, "amount", "currency"),
                      text(r, "note"),
                      ForeignStore.read(r)));
        });
    return List.copyOf(found.values());
  }

  /** What each account came to in the end, by what is kept of its months. */
  Map<AccountId, Money> balances(WorkspaceId workspace, Currency currency) {
    var balances = new HashMap<AccountId, Money>();
    jdbc.sql(
            """
            select account, sum(debit - credit) as balance from bookkeeping.turnover
            where workspace = :workspace group by account
            """)
        .param("workspace", workspace.value())
        .query(r -> {
          balances.put(new AccountId(id(r, "account")), new Money(bigint(r, "balance"), currency));
        });
    return balances;
  }

  /** The last day for which anything is posted. */
  Optional<LocalDate> last(WorkspaceId workspace) {
    return jdbc.sql(
            """
            select max(day) as day from bookkeeping.entry
            where workspace = :workspace and state = 'POSTED'
            """)
        .param("workspace", workspace.value())
        .query((r, n) -> Optional.ofNullable(dateOrNull(r, "day")))
        .single();
  }
}

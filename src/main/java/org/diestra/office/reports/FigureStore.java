package org.diestra.office.reports;

import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.diestra.office.books.AccountId;
import org.diestra.office.workspaces.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was posted on accounts, by their months. */
@Repository
class FigureStore {
  private final JdbcClient jdbc;

  FigureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Of one account, in minor units; balances are debits above zero.
   *
   * @param earlier what its balance was when the year began
   * @param opening what it was when the period began
   */
  record Raw(long earlier, long opening, long debit, long credit) {
    long closing() {
      return opening + debit - credit;
    }
  }

  /** Of every account on which anything was posted before the end of the period. */
  Map<AccountId, Raw> all(
      WorkspaceId workspace, LocalDate yearBegins, LocalDate from, LocalDate before) {
    var figures = new HashMap<AccountId, Raw>();
    jdbc.sql(
            """
            select account,
              coalesce(sum(debit - credit) filter (where month < :year), 0) as earlier,
              coalesce(sum(debit - credit) filter (where month < :from), 0) as opening,
              coalesce(sum(debit) filter (where month >= :from), 0) as debit,
              coalesce(sum(credit) filter (where month >= :from), 0) as credit
            from bookkeeping.turnover where workspace = :workspace and month < :before
            group by account
            """)
        .param("workspace", workspace.value())
        .param("year", yearBegins)
        .param("from", from)
        .param("before", before)
        .query(r -> {
          figures.put(
              new AccountId(id(r, "account")),
              new Raw(
                  bigint(r, "earlier"),
                  bigint(r, "opening"),
                  bigint(r, "debit"),
                  bigint(r, "credit")));
        });
    return figures;
  }

  /** What the accounts for cash and banks moved by in each month before that day. */
  Map<LocalDate, Long> cash(WorkspaceId workspace, LocalDate before) {
    var moved = new HashMap<LocalDate, Long>();
    jdbc.sql(
            """
            select t.month, sum(t.debit - t.credit) as moved
            from bookkeeping.turnover t join books.account a on a.id = t.account
            where t.workspace = :workspace and a.use in ('CASH', 'BANK') and t.month < :before
            group by t.month
            """)
        .param("workspace", workspace.value())
        .param("before", before)
        .query(r -> {
          moved.put(date(r, "month"), bigint(r, "moved"));
        });
    return moved;
  }
}

package org.diestra.office.reports;

import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;

import java.util.HashMap;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountList;
import org.diestra.office.workspaces.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * VAT by the months of its accounts, less what entries that settle it moved: those are few, and
 * found from the accounts for VAT settled.
 */
@Repository
class VatStore {
  /** Entries that move VAT to an account for VAT settled. */
  private static final String SETTLING =
      """
      with settling as (
        select distinct l.entry from bookkeeping.line l join books.account a on a.id = l.account
        where a.workspace = :workspace and a.use = 'VAT_DUE' and l.posted
          and l.day >= :from and l.day < :before
          and exists (select from bookkeeping.line o join books.account v on v.id = o.account
            where o.entry = l.entry and v.use in ('VAT_CHARGED', 'VAT_PAID')))
      """;

  private final JdbcClient jdbc;

  VatStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Vat of(WorkspaceId workspace, Period period, AccountList chart) {
    var moved = new HashMap<AccountId, Long>();
    jdbc.sql(
            SETTLING
                + """
                select m.account, sum(m.amount) as moved from (
                  select t.account, t.debit - t.credit as amount
                  from bookkeeping.turnover t join books.account a on a.id = t.account
                  where t.workspace = :workspace and t.month >= :from and t.month < :before
                    and a.use in ('VAT_CHARGED', 'VAT_PAID')
                  union all
                  select l.account, -l.amount
                  from bookkeeping.line l join settling s on s.entry = l.entry
                  join books.account a on a.id = l.account
                  where a.use in ('VAT_CHARGED', 'VAT_PAID')) m
                group by m.account
                """)
        .param("workspace", workspace.value())
        .param("from", period.from())
        .param("before", period.before())
        .query(r -> {
          moved.put(new AccountId(id(r, "account")), bigint(r, "moved"));
        });
    return jdbc.sql(
            SETTLING
                + """
                select coalesce(-sum(l.amount), 0) as settled, count(distinct l.entry) as entries
                from bookkeeping.line l join settling s on s.entry = l.entry
                join books.account a on a.id = l.account where a.use = 'VAT_DUE'
                """)
        .param("workspace", workspace.value())
        .param("from", period.from())
        .param("before", period.before())
        .query((r, n) -> new Vat(period, chart, moved, bigint(r, "settled"), integer(r, "entries")))
        .single();
  }
}

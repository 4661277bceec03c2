package org.diestra.office.statements;

import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.dateOrNull;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.diestra.office.bookkeeping.EntryId;
import org.diestra.office.statements.Reconciliation.Unseen;
import org.diestra.office.statements.Reconciliation.Wrong;
import org.diestra.platform.base.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bank and books side by side. */
@Repository
class ReconciliationStore {
  private final JdbcClient jdbc;

  ReconciliationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The last day of any statement that is taken in. */
  Optional<LocalDate> last(BankAccount account) {
    return jdbc.sql(
            """
            select max(to_day) as day from statements.import
            where account = :account and undone_at is null
            """)
        .param("account", account.id().value())
        .query((r, n) -> Optional.ofNullable(dateOrNull(r, "day")))
        .single();
  }

  /** What was posted on its account of the chart up to a day, that included; minor units. */
  long books(BankAccount account, LocalDate day) {
    return jdbc.sql(
            """
            select coalesce((select sum(debit - credit) from bookkeeping.turnover
                where account = :ledger and month < date_trunc('month', :day)::date), 0)
              + coalesce((select sum(amount) from bookkeeping.line
                where account = :ledger and posted
                  and day between date_trunc('month', :day)::date and :day), 0) as total
            """)
        .param("ledger", account.ledger().value())
        .param("day", day)
        .query((r, n) -> bigint(r, "total"))
        .single();
  }

  /** Sums of lines that stand alone: those to be dealt with, those that are not for the books. */
  record Alone(long open, long ignored) {}

  private static final String SHOWN_BY_THEN =
      """
      exists (select from statements.shown s join bookkeeping.entry e on e.id = s.entry
        where s.line = l.id and e.state = 'POSTED' and e.day <= :day)
      """;

  Alone alone(BankAccount account, LocalDate begins, LocalDate day) {
    return jdbc.sql(
            """
            select coalesce(sum(l.amount) filter (where l.ignored is null), 0) as open,
              coalesce(sum(l.amount) filter (where l.ignored is not null), 0) as ignored
            from statements.line l where l.account = :account and l.day between :begins and :day and not
            """
                + SHOWN_BY_THEN)
        .param("account", account.id().value())
        .param("begins", begins)
        .param("day", day)
        .query((r, n) -> new Alone(bigint(r, "open"), bigint(r, "ignored")))
        .single();
  }

  /** The first of those to be dealt with. */
  List<Movement> open(BankAccount account, LocalDate begins, LocalDate day, int most) {
    return jdbc.sql(
            """
            select l.*, b.currency, s.entry, s.state = 'POSTED' as posted, s.text as entry_text,
              s.made
            from statements.line l join books.book b on b.workspace = l.workspace
            left join statements.shown s on s.line = l.id
            where l.account = :account and l.day between :begins and :day and l.ignored is null
              and not
            """
                + SHOWN_BY_THEN
                + " order by l.day, l.id limit :most")
        .param("account", account.id().value())
        .param("begins", begins)
        .param("day", day)
        .param("most", most)
        .query((r, n) -> MovementStore.movement(r))
        .list();
  }

  private static final String UNSEEN =
      """
      with b as (
        select l.entry, l.day, l.amount, count(*) as times from bookkeeping.line l
        where l.account = :ledger and l.posted and l.day between :begins and :day
        group by l.entry, l.day, l.amount),
      u as (
        select b.entry, b.day, b.amount, b.times - (
          select count(*) from statements.match m join statements.line o on o.id = m.line
          where m.entry = b.entry and o.account = :account and o.amount = b.amount
            and o.day <= :day) as times
        from b)
      """;

  long unseenSum(BankAccount account, LocalDate begins, LocalDate day) {
    return jdbc.sql(
            UNSEEN + "select coalesce(sum(amount * times), 0) as sum from u where times > 0")
        .param("ledger", account.ledger().value())
        .param("account", account.id().value())
        .param("begins", begins)
        .param("day", day)
        .query((r, n) -> bigint(r, "sum"))
        .single();
  }

  List<Unseen> unseen(BankAccount account, LocalDate begins, LocalDate day, int most) {
    return jdbc.sql(
            UNSEEN
                + """
                select u.entry, u.day, u.amount * u.times as amount, e.text, k.currency
                from u join bookkeeping.entry e on e.id = u.entry
                join books.book k on k.workspace = e.workspace
                where u.times > 0 order by u.day, u.entry limit :most
                """)
        .param("ledger", account.ledger().value())
        .param("account", account.id().value())
        .param("begins", begins)
        .param("day", day)
        .param("most", most)
        .query((r, n) ->
            new Unseen(
                new EntryId(id(r, "entry")),
                date(r, "day"),
                text(r, "text"),
                money(r, "amount", "currency")))
        .list();
  }

  /** Statements up to a day whose closing balance is not what all lines come to. */
  List<Wrong> wrong(BankAccount account, LocalDate begins, Money opening, LocalDate day, int most) {
    return jdbc.sql(
            """
            with i as (
              select i.name, i.to_day, i.closing, :opening + coalesce((
                select sum(l.amount) from statements.line l
                where l.account = i.account and l.day between :begins and i.to_day), 0) as lines
              from statements.import i
              where i.account = :account and i.undone_at is null and i.closing is not null
                and i.to_day between :begins and :day)
            select * from i where closing <> lines order by to_day limit :most
            """)
        .param("account", account.id().value())
        .param("opening", opening.minor())
        .param("begins", begins)
        .param("day", day)
        .param("most", most)
        .query((r, n) ->
            new Wrong(
                text(r, "name"),
                date(r, "to_day"),
                new Money(bigint(r, "closing"), account.currency()),
                new Money(bigint(r, "lines"), account.currency())))
        .list();
  }
}

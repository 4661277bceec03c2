package org.diestra.money.billing;

import static org.diestra.money.ledger.Books.eur;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Books;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A week of very many contracts by the hour, closed and due: ten hours at 12.00 € each, with their
 * deposits in the books. Three lines a week; a client has five contracts, an assistant two.
 */
@Component
public class ManyWeeks {
  public static final int SET = 500;
  private static final LocalDate WEEK = LocalDate.of(2026, 3, 2);
  private static final long PRICE = 12_000;
  private static final long FEE = 600;
  private final Ledger ledger;
  private final Billing billing;
  private final JdbcClient owner;
  private final Clock clock;

  ManyWeeks(Ledger ledger, Billing billing, Books books, Clock clock) {
    this.ledger = ledger;
    this.billing = billing;
    this.owner = books.owner();
    this.clock = clock;
  }

  /**
   * @param rail names the book, which nobody else uses
   */
  public record Season(String rail, int weeks) {
    public Book book() {
      return new Book(rail, Currency.getInstance("EUR"));
    }
  }

  /** The contracts with their due weeks; their deposits are still to be posted. */
  public Season due(int weeks) {
    var season = new Season("m" + UUID.randomUUID().toString().substring(0, 8), weeks);
    owner
        .sql(
            """
            begin;
            alter table payments.plan drop constraint plan_contract_fkey;
            alter table "time".sheet drop constraint sheet_contract_fkey,
              drop constraint sheet_workspace_fkey;
            alter table "time".entry drop constraint entry_workspace_fkey;
            create temp table many as select gen_random_uuid() as contract, i,
                md5(:rail || 'c' || i / 5)::uuid as client, md5(:rail || 'a' || i / 2)::uuid as va
              from generate_series(0, :weeks - 1) i;
            insert into accounts.person (id, email, email_key, name, locale, zone, currency,
                created_at)
              select distinct va, va || '@many.test', va || '@many.test', 'A', 'es', 'UTC', 'EUR', now() from many;
            insert into accounts.organisation (id, name, zone, currency, created_at)
              select distinct client, 'C', 'UTC', 'EUR', now() from many;
            insert into payments.plan (contract, organisation, assistant, rail, currency, client_bp,
                assistant_bp, hold_days, made_at)
              select contract, client, va, :rail, 'EUR', 500, 1000, 5, now() from many;
            insert into billing.deposit (contract, held, fee_held, steps)
              select contract, 12000, 600, 1 from many;
            insert into "time".sheet (contract, week, workspace, organisation, assistant, title,
                rate_minor, currency, cap_minutes, state, version, since, minutes, submitted_at,
                closed_at)
              select contract, :week, gen_random_uuid(), client, va, 'A', 1200, 'EUR', 600, 'CLOSED',
                3, now(), 600, now(), now() from many;
            insert into "time".entry (id, contract, week, workspace, assistant, started_at,
                ended_at, note, source, state, version, since, made_at)
              select gen_random_uuid(), contract, :week, gen_random_uuid(), va,
                start, start + interval '200 min', 'Facturas de proveedores', 'TIMER', 'ACCEPTED',
                3, now(), now()
              from many, generate_series(0, 2) n,
                lateral (select :week::timestamp at time zone 'UTC'
                  + make_interval(days => n, hours => i % 2 * 8) as start);
            insert into billing.bill (contract, week, minutes, rate, price, withheld, state, paid,
                closed_at, steps)
              select contract, :week, 600, 1200, 12000, 0, 'DUE', 0, now(), 0 from many;
            drop table many;
            alter table payments.plan add constraint plan_contract_fkey
              foreign key (contract) references contracts.contract not valid;
            alter table "time".sheet add constraint sheet_contract_fkey
              foreign key (contract) references contracts.contract not valid,
              add constraint sheet_workspace_fkey
              foreign key (workspace) references workspaces.workspace not valid;
            alter table "time".entry add constraint entry_workspace_fkey
              foreign key (workspace) references workspaces.workspace not valid;
            commit;
            """
                .replace(":rail", "'" + season.rail() + "'")
                .replace(":weeks", String.valueOf(weeks))
                .replace(":week", "date '" + WEEK + "'"))
        .update();
    return season;
  }

  /** What is to be posted for their deposits, each set as one statement takes it. */
  public List<List<Entry>> deposits(Season season) {
    var all =
        owner
            .sql("select contract, organisation from payments.plan where rail = :rail")
            .param("rail", season.rail())
            .query(
                (r, n) -> deposit(season, r.getObject(1, UUID.class), r.getObject(2, UUID.class)))
            .list();
    var sets = new ArrayList<List<Entry>>();
    for (int i = 0; i < all.size(); i += SET) {
      sets.add(all.subList(i, Math.min(all.size(), i + SET)));
    }
    return sets;
  }

  private Entry deposit(Season season, UUID contract, UUID client) {
    return Entry.of(season.book(), Event.FUND, "many:" + contract, clock.instant())
        .debit(Account.clientMoney(), eur(PRICE + FEE))
        .credit(Account.hours(client, contract), eur(PRICE))
        .credit(Account.hoursFee(client, contract), eur(FEE));
  }

  public void post(List<Entry> set) {
    ledger.post(set);
  }

  /** Bills so many; whether there may be more. */
  boolean billSet(int most) {
    return billing.billSet(most);
  }

  /** Bills a set; whether there may be more. */
  public boolean billSet() {
    return billing.billSet();
  }

  /** What must never be: all of them are said to be billed, and no money was moved. */
  public int tear(Season season) {
    return owner
        .sql(
            """
            update billing.bill b set state = 'BILLED', paid = price, steps = 1, billed_at = now()
            from payments.plan p where p.contract = b.contract and p.rail = :rail
              and b.state = 'DUE'
            """)
        .param("rail", season.rail())
        .update();
  }

  /** What is in an account of the whole season: of a kind, by the end of its name. */
  public long sum(Season season, String kind, String end) {
    return -owner
        .sql(
            """
            select coalesce(sum(b.amount), 0)::bigint from ledger.balance b
            join ledger.account a on a.id = b.account
            where a.book = :book and a.kind = :kind and a.code like :end
            """)
        .param("book", season.book().toString())
        .param("kind", kind)
        .param("end", "%" + end)
        .query(Long.class)
        .single();
  }

  /** How many rows say that a week was billed: bills, releases, and a third of the lines. */
  public List<Long> billed(Season season) {
    return owner
        .sql(
            """
            select count(*) filter (where b.state = 'BILLED' and b.paid = b.price),
              (select count(*) from payments.release r join payments.plan p on p.contract = r.contract
                where p.rail = :rail),
              (select count(*) / 3 from "time".entry e join payments.plan p on p.contract = e.contract
                where p.rail = :rail and e.state = 'INVOICED')
            from billing.bill b join payments.plan p on p.contract = b.contract
            where p.rail = :rail
            """)
        .param("rail", season.rail())
        .query((r, n) -> List.of(r.getLong(1), r.getLong(2), r.getLong(3)))
        .single();
  }
}

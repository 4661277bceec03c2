package org.diestra.office.bookkeeping;

import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.ids;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.bookkeeping.Entry.State;
import org.diestra.office.books.AccountId;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Folded;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lists show of entries and of their lines. */
@Repository
class JournalStore {
  private final JdbcClient jdbc;

  JournalStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What the journal is asked for; what is null is not asked for.
   *
   * @param words that the text holds; empty for all
   * @param from the first day
   * @param to the last day
   * @param before the entry that the page before ended with
   */
  record Wanted(
      WorkspaceId workspace,
      String words,
      @Nullable State state,
      @Nullable AccountId account,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable Mark before) {}

  /** A place in a list, behind one of its rows. */
  record Mark(LocalDate day, UUID id) {}

  /**
   * An entry in a list.
   *
   * @param year of the books and {@code number} in it, once it is posted
   * @param debited the accounts that it debits, and {@code credited} those it credits
   * @param receipts how many show it
   */
  record Row(
      EntryId id,
      LocalDate day,
      String text,
      State state,
      int version,
      Money amount,
      PersonId writtenBy,
      @Nullable Integer year,
      @Nullable Integer number,
      List<UUID> debited,
      List<UUID> credited,
      int receipts) {
    Mark mark() {
      return new Mark(day, id.value());
    }
  }

  /** By day, the latest first. */
  List<Row> list(Wanted wanted, int most) {
    var before = wanted.before();
    return jdbc.sql(
            """
            select e.*, b.currency,
              (select coalesce(array_agg(l.account order by l.place), '{}')
                from bookkeeping.line l where l.entry = e.id and l.amount > 0) as debited,
              (select coalesce(array_agg(l.account order by l.place), '{}')
                from bookkeeping.line l where l.entry = e.id and l.amount < 0) as credited,
              (select count(*) from bookkeeping.receipt r where r.entry = e.id) as receipts
            from bookkeeping.entry e join books.book b on b.workspace = e.workspace
            where e.workspace = :workspace
              and (cast(:state as text) is null or e.state = :state)
              and strpos(e.words, :words) > 0
              and (cast(:account as uuid) is null or exists (select from bookkeeping.line l
                where l.entry = e.id and l.account = cast(:account as uuid)))
              and (cast(:from as date) is null or e.day >= cast(:from as date))
              and (cast(:to as date) is null or e.day <= cast(:to as date))
              and (cast(:day as date) is null
                or (e.day, e.id) < (cast(:day as date), cast(:id as uuid)))
            order by e.day desc, e.id desc limit :most
            """)
        .param("workspace", wanted.workspace().value())
        .param("state", wanted.state() == null ? null : wanted.state().name())
        .param("words", Folded.of(wanted.words()))
        .param("account", wanted.account() == null ? null : wanted.account().value())
        .param("from", wanted.from())
        .param("to", wanted.to())
        .param("day", before == null ? null : before.day())
        .param("id", before == null ? null : before.id())
        .param("most", most)
        .query((r, n) ->
            new Row(
                new EntryId(id(r, "id")),
                date(r, "day"),
                text(r, "text"),
                label(r, "state", State.class),
                integer(r, "version"),
                money(r, "amount", "currency"),
                new PersonId(id(r, "written_by")),
                integerOrNull(r, "year"),
                integerOrNull(r, "number"),
                ids(r, "debited"),
                ids(r, "credited"),
                integer(r, "receipts")))
        .list();
  }

  /** How many entries are proposed, and how many returned. */
  Map<State, Integer> waiting(WorkspaceId workspace) {
    var counts = new HashMap<State, Integer>();
    jdbc.sql(
            """
            select state, count(*) as entries from bookkeeping.entry
            where workspace = :workspace and state in ('PROPOSED', 'RETURNED') group by state
            """)
        .param("workspace", workspace.value())
        .query(r -> {
          counts.put(label(r, "state", State.class), integer(r, "entries"));
        });
    return counts;
  }

  /**
   * A place among the lines of an account.
   *
   * @param place of the line in its entry
   */
  record LineMark(LocalDate day, UUID entry, int place) {}

  /**
   * A line that was posted on an account.
   *
   * @param text its entry's
   * @param note its own, may be empty
   */
  record Posting(
      EntryId entry,
      int place,
      LocalDate day,
      int number,
      String text,
      String note,
      Money amount,
      int receipts) {
    LineMark mark() {
      return new LineMark(day, entry.value(), place);
    }
  }

  /**
   * What was posted on it between two days, both inclusive, the latest first.
   *
   * @param before the line that the page before ended with, or null
   */
  List<Posting> postings(
      AccountId account, LocalDate from, LocalDate to, @Nullable LineMark before, int most) {
    return jdbc.sql(
            """
            select l.entry, l.place, l.day, e.number, e.text, l.note, l.amount, b.currency,
              (select count(*) from bookkeeping.receipt r where r.entry = e.id) as receipts
            from bookkeeping.line l join bookkeeping.entry e on e.id = l.entry
            join books.book b on b.workspace = l.workspace
            where l.account = :account and l.posted and l.day between :from and :to
              and (cast(:day as date) is null or (l.day, l.entry, l.place)
                < (cast(:day as date), cast(:entry as uuid), cast(:place as smallint)))
            order by l.day desc, l.entry desc, l.place desc limit :most
            """)
        .param("account", account.value())
        .param("from", from)
        .param("to", to)
        .param("day", before == null ? null : before.day())
        .param("entry", before == null ? null : before.entry())
        .param("place", before == null ? null : before.place())
        .param("most", most)
        .query((r, n) ->
            new Posting(
                new EntryId(id(r, "entry")),
                integer(r, "place"),
                date(r, "day"),
                integer(r, "number"),
                text(r, "text"),
                text(r, "note"),
                money(r, "amount", "currency"),
                integer(r, "receipts")))
        .list();
  }

  /**
   * What the lines of an account come to, in minor units, from a month's first day up to a line,
   * that included.
   */
  long through(AccountId account, LocalDate from, LineMark last) {
    return jdbc.sql(
            """
            select coalesce((select sum(debit - credit) from bookkeeping.turnover
                where account = :account and month >= :from
                  and month < date_trunc('month', :day)::date), 0)
              + coalesce((select sum(amount) from bookkeeping.line
                where account = :account and posted and day >= date_trunc('month', :day)::date
                  and (day, entry, place) <= (:day, :entry, cast(:place as smallint))), 0) as total
            """)
        .param("account", account.value())
        .param("from", from)
        .param("day", last.day())
        .param("entry", last.entry())
        .param("place", last.place())
        .query((r, n) -> bigint(r, "total"))
        .single();
  }

  /**
   * What was posted on an account, in minor units, before one month and from another on.
   *
   * @param from the first day of a month, and {@code before} too
   */
  long between(AccountId account, LocalDate from, LocalDate before) {
    return jdbc.sql(
            """
            select coalesce(sum(debit - credit), 0) as total from bookkeeping.turnover
            where account = :account and month >= :from and month < :before
            """)
        .param("account", account.value())
        .param("from", from)
        .param("before", before)
        .query((r, n) -> bigint(r, "total"))
        .single();
  }

  /** The first and the last day for which anything was posted on any account; none for none. */
  List<LocalDate> span(WorkspaceId workspace) {
    return jdbc.sql(
            """
            select min(month) as first, max(month) as last from bookkeeping.turnover
            where workspace = :workspace having count(*) > 0
            """)
        .param("workspace", workspace.value())
        .query((r, n) -> List.of(date(r, "first"), date(r, "last")))
        .optional()
        .orElse(List.of());
  }
}

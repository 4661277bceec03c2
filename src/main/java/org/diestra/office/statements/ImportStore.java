package org.diestra.office.statements;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.dateOrNull;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.moneyOrNull;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.banking.BankLine;
import org.diestra.platform.banking.BankStatement.Format;
import org.diestra.platform.base.Folded;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files that were brought, tried and taken in. */
@Repository
class ImportStore {
  private final JdbcClient jdbc;

  ImportStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A file that waits to be taken in. */
  record Draft(String name, byte[] content) {}

  void keep(BankAccount account, PersonId by, Draft draft, Instant now) {
    jdbc.sql(
            """
            insert into statements.draft (account, person, workspace, name, content, at)
            values (:account, :person, :workspace, :name, :content, :now)
            on conflict (account, person) do update
              set name = excluded.name, content = excluded.content, at = excluded.at
            """)
        .param("account", account.id().value())
        .param("person", by.value())
        .param("workspace", account.workspace().value())
        .param("name", draft.name())
        .param("content", draft.content())
        .param("now", at(now))
        .update();
  }

  Optional<Draft> draft(BankAccount account, PersonId by) {
    return jdbc.sql(
            "select name, content from statements.draft where account = :account and person = :person")
        .param("account", account.id().value())
        .param("person", by.value())
        .query((r, n) -> new Draft(text(r, "name"), bytes(r, "content")))
        .optional();
  }

  void drop(BankAccount account, PersonId by) {
    jdbc.sql("delete from statements.draft where account = :account and person = :person")
        .param("account", account.id().value())
        .param("person", by.value())
        .update();
  }

  /** Those that nobody came back to. */
  int dropOlder(Instant than) {
    return jdbc.sql("delete from statements.draft where at < :than")
        .param("than", at(than))
        .update();
  }

  /** Those of the keys that lines of the account have. */
  Set<String> known(BankAccountId account, Collection<String> keys) {
    return new HashSet<>(
        jdbc.sql("select key from statements.line where account = :account and key = any(:keys)")
            .param("account", account.value())
            .param("keys", keys.toArray(String[]::new))
            .query((r, n) -> text(r, "key"))
            .list());
  }

  /** What happened on a day: how much. */
  record Sum(LocalDate day, long amount) {}

  /** How often each amount stands on each day by files of other formats, under other keys. */
  Map<Sum, Integer> otherwise(
      BankAccountId account, Format format, Collection<String> keys, LocalDate from, LocalDate to) {
    var found = new HashMap<Sum, Integer>();
    jdbc.sql(
            """
            select l.day, l.amount, count(*) as lines
            from statements.line l join statements.import i on i.id = l.import
            where l.account = :account and l.day between :from and :to and i.format <> :format
              and l.key <> all(:keys)
            group by l.day, l.amount
            """)
        .param("account", account.value())
        .param("from", from)
        .param("to", to)
        .param("format", format.name())
        .param("keys", keys.toArray(String[]::new))
        .query(r -> {
          found.put(new Sum(date(r, "day"), bigint(r, "amount")), integer(r, "lines"));
        });
    return found;
  }

  /** Whether that very file is taken in. */
  boolean knows(BankAccountId account, String hash) {
    return jdbc.sql(
                "select count(*) from statements.import where account = :account and hash = :hash"
                    + " and undone_at is null")
            .param("account", account.value())
            .param("hash", hash)
            .query(Integer.class)
            .single()
        > 0;
  }

  void add(BankAccount account, Brought brought, String hash, Map<String, BankLine> fresh) {
    jdbc.sql(
            """
            insert into statements.import (id, account, workspace, name, format, hash, opening,
              closing, from_day, to_day, lines, fresh, brought_by, brought_at)
            values (:id, :account, :workspace, :name, :format, :hash, :opening, :closing, :from,
              :to, :lines, :fresh, :by, :at)
            """)
        .param("id", brought.id())
        .param("account", account.id().value())
        .param("workspace", account.workspace().value())
        .param("name", brought.name())
        .param("format", brought.format().name())
        .param("hash", hash)
        .param("opening", minor(brought.opening()))
        .param("closing", minor(brought.closing()))
        .param("from", brought.from())
        .param("to", brought.to())
        .param("lines", brought.lines())
        .param("fresh", brought.fresh())
        .param("by", brought.by().value())
        .param("at", at(brought.at()))
        .update();
    if (!fresh.isEmpty()) {
      addLines(account, brought, fresh);
    }
  }

  private static @Nullable Long minor(@Nullable Money money) {
    return money == null ? null : money.minor();
  }

  private void addLines(BankAccount account, Brought brought, Map<String, BankLine> fresh) {
    var keys = List.copyOf(fresh.keySet());
    var lines = List.copyOf(fresh.values());
    jdbc.sql(
            """
            insert into statements.line (id, account, workspace, import, key, day, amount, party,
              counter, words, folded, end_to_end, bank)
            select n.id, :account, :workspace, :import, n.key, n.day, n.amount, n.party,
              nullif(n.counter, ''), n.words, n.folded, n.ends, n.bank
            from unnest(:ids, :keys, cast(:days as date[]), cast(:amounts as bigint[]), :parties,
              :counters, :words, :folded, :ends, :banks)
              as n(id, key, day, amount, party, counter, words, folded, ends, bank)
            """)
        .param("account", account.id().value())
        .param("workspace", account.workspace().value())
        .param("import", brought.id())
        .param("ids", keys.stream().map(k -> Ids.fresh()).toArray(UUID[]::new))
        .param("keys", keys.toArray(String[]::new))
        .param("days", texts(lines, l -> l.day().toString()))
        .param("amounts", texts(lines, l -> String.valueOf(l.amount().minor())))
        .param("parties", texts(lines, BankLine::party))
        .param("counters", texts(lines, ImportStore::counter))
        .param("words", texts(lines, BankLine::words))
        .param("folded", texts(lines, l -> Folded.of(l.party() + " " + l.words())))
        .param("ends", texts(lines, BankLine::endToEnd))
        .param("banks", texts(lines, BankLine::bank))
        .update();
  }

  private static String counter(BankLine line) {
    var account = line.account();
    return account == null ? "" : account;
  }

  private static String[] texts(List<BankLine> lines, Function<BankLine, String> which) {
    return lines.stream().map(which).toArray(String[]::new);
  }

  /** The latest first. */
  List<Brought> all(BankAccount account, int most) {
    return jdbc.sql(
            """
            select i.*, b.currency from statements.import i
            join books.book b on b.workspace = i.workspace
            where i.account = :account order by i.brought_at desc, i.id limit :most
            """)
        .param("account", account.id().value())
        .param("most", most)
        .query((r, n) -> brought(r))
        .list();
  }

  Optional<Brought> find(BankAccount account, UUID id) {
    return jdbc.sql(
            """
            select i.*, b.currency from statements.import i
            join books.book b on b.workspace = i.workspace
            where i.account = :account and i.id = :id
            """)
        .param("account", account.id().value())
        .param("id", id)
        .query((r, n) -> brought(r))
        .optional();
  }

  private static Brought brought(ResultSet r) throws SQLException {
    return new Brought(
        id(r, "id"),
        new BankAccountId(id(r, "account")),
        text(r, "name"),
        label(r, "format", Format.class),
        moneyOrNull(r, "opening", "currency"),
        moneyOrNull(r, "closing", "currency"),
        dateOrNull(r, "from_day"),
        dateOrNull(r, "to_day"),
        integer(r, "lines"),
        integer(r, "fresh"),
        new PersonId(id(r, "brought_by")),
        instant(r, "brought_at"),
        instantOrNull(r, "undone_at"));
  }

  /** How many of its lines somebody has dealt with. */
  int dealtWith(UUID id) {
    return jdbc.sql(
            """
            select count(*) from statements.line l left join statements.match m on m.line = l.id
            where l.import = :id and (m.line is not null or l.ignored is not null)
            """)
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  /** How many that came later leave out lines of those days, as they were known by then. */
  int leaningOn(UUID id) {
    return jdbc.sql(
            """
            select count(*) from statements.import i
            join statements.import o on o.account = i.account and o.id <> i.id
              and o.undone_at is null and o.brought_at >= i.brought_at and o.fresh < o.lines
              and o.from_day <= i.to_day and o.to_day >= i.from_day
            where i.id = :id
            """)
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  /** Its lines go; false where it is undone already, or not of that account. */
  boolean undo(BankAccount account, UUID id, PersonId by, Instant now) {
    boolean undone =
        jdbc.sql(
                    """
                    update statements.import set undone_by = :by, undone_at = :now
                    where id = :id and account = :account and undone_at is null
                    """)
                .param("by", by.value())
                .param("now", at(now))
                .param("id", id)
                .param("account", account.id().value())
                .update()
            == 1;
    if (undone) {
      jdbc.sql("delete from statements.line where import = :id").param("id", id).update();
    }
    return undone;
  }
}

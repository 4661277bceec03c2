package org.diestra.office.bookkeeping;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.books.Account;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountList;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * An entry as a browser sends it: {@code day}, {@code text}, and for each row {@code account-0},
 * {@code debit-0}, {@code credit-0} and {@code note-0}. Rows that say nothing are left out.
 *
 * @param rows at least two
 * @param key of this form, so that what is sent twice is one
 * @param seen the version of the entry that it was made from, 0 for a new one
 * @param files that came with it, by their ids
 * @param receipts that are there already and it shows, by their ids
 * @param twin whether somebody has seen that a paper of it shows another entry too
 */
record EntryForm(
    String day,
    String text,
    List<Row> rows,
    String key,
    int seen,
    List<String> files,
    List<String> receipts,
    boolean twin) {
  private static final int BEGIN = 4;
  private static final int MORE = 5;
  private static final int LONGEST = 400;
  private static final long MOST = 1_000_000_000_000_000L; // of Money, in minor units

  EntryForm {
    rows = List.copyOf(rows);
    files = List.copyOf(files);
    receipts = List.copyOf(receipts);
  }

  /** A row as it was typed. */
  record Row(String account, String debit, String credit, String note) {
    static final Row BLANK = new Row("", "", "", "");

    boolean blank() {
      return account.isBlank() && debit.isBlank() && credit.isBlank();
    }
  }

  static EntryForm fresh(LocalDate today, List<String> receipts) {
    var key = Ids.text(Ids.fresh());
    return new EntryForm(today.toString(), "", blanks(BEGIN), key, 0, List.of(), receipts, false);
  }

  private static List<Row> blanks(int count) {
    return Collections.nCopies(count, Row.BLANK);
  }

  /** What an entry says, to be written on. */
  static EntryForm of(Entry entry, Map<AccountId, Account> chart, Locale locale) {
    var facts = entry.facts();
    boolean fixed = facts.reverses() != null;
    var rows = new ArrayList<Row>();
    for (var line : facts.written().lines()) {
      var account = chart.get(line.account());
      var amount = line.amount();
      rows.add(
          new Row(
              account == null ? "" : account.label(locale),
              amount.isPositive() ? TypedAmount.again(line, fixed) : "",
              amount.isPositive() ? "" : TypedAmount.again(line, fixed),
              line.note()));
    }
    rows.addAll(blanks(Math.max(1, BEGIN - rows.size())));
    return new EntryForm(
        facts.written().day().toString(),
        facts.written().text(),
        rows,
        Ids.text(facts.key()),
        facts.version(),
        List.of(),
        List.of(),
        false);
  }

  static EntryForm of(MultiValueMap<String, String> sent) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < Written.MOST_LINES && sent.containsKey("account-" + i); i++) {
      rows.add(
          new Row(
              first(sent, "account-" + i),
              first(sent, "debit-" + i),
              first(sent, "credit-" + i),
              first(sent, "note-" + i)));
    }
    while (rows.size() < 2) {
      rows.add(Row.BLANK);
    }
    var seen = first(sent, "seen");
    return new EntryForm(
        first(sent, "day"),
        first(sent, "text"),
        rows,
        first(sent, "key"),
        seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : 0,
        some(sent, "files"),
        some(sent, "receipts"),
        "true".equals(sent.getFirst("twin")));
  }

  private static String first(MultiValueMap<String, String> sent, String name) {
    var value = Typed.line(sent.getFirst(name));
    return value.substring(0, Math.min(value.length(), LONGEST));
  }

  private static List<String> some(MultiValueMap<String, String> sent, String name) {
    return sent.getOrDefault(name, List.of()).stream().limit(Receipts.AT_ONCE).toList();
  }

  EntryForm withFiles(List<String> there) {
    return new EntryForm(day, text, rows, key, seen, there, receipts, twin);
  }

  /** The same with more empty rows. */
  EntryForm longer() {
    var more = new ArrayList<>(rows);
    more.addAll(blanks(Math.min(MORE, Written.MOST_LINES - rows.size())));
    return new EntryForm(day, text, more, key, seen, files, receipts, twin);
  }

  UUID keyed() {
    return Ids.read(key).orElse(Ids.fresh());
  }

  List<ReceiptId> receiptIds() {
    return receipts.stream().flatMap(id -> Ids.read(id).stream()).map(ReceiptId::new).toList();
  }

  /** What its debits, or its credits, come to, as far as they can be read. */
  Money total(Currency currency, boolean debits) {
    long sum =
        rows.stream()
            .flatMap(row -> Money.read(debits ? row.debit() : row.credit(), currency).stream())
            .mapToLong(Money::minor)
            .sum();
    return new Money(Math.min(sum, MOST), currency);
  }

  /** Null where there is a problem. */
  @Nullable Written read(
      AccountList chart, Currency currency, TypedAmount.Rates rates, Problems problems) {
    var typed = new Typed(problems);
    var said = typed.line("text", text, Written.LONGEST, "bookkeeping.text.missing");
    var date = date(day);
    if (date.isEmpty()) {
      problems.add("day", "bookkeeping.day.missing");
    }
    var lines = new ArrayList<Line>();
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).blank()) {
        var line = line(i, chart, currency, date.orElse(null), rates, typed);
        if (line != null) {
          lines.add(line);
        }
      }
    }
    if (problems.none()
        && lines.stream().mapToLong(l -> Math.abs(l.amount().minor())).sum() > MOST) {
      problems.add("lines", "bookkeeping.lines.large");
    }
    return problems.any() ? null : new Written(date.orElseThrow(), said, currency, lines);
  }

  private @Nullable Line line(
      int at,
      AccountList chart,
      Currency currency,
      @Nullable LocalDate date,
      TypedAmount.Rates rates,
      Typed typed) {
    var row = rows.get(at);
    var problems = typed.problems();
    var note = typed.line("note-" + at, row.note(), Written.LONGEST);
    boolean debit = !row.debit().isBlank();
    var amount = sided(at, problems) ? amount(at, currency, date, rates, problems) : null;
    return switch (chart.find("account-" + at, row.account())) {
      case Outcome.Done<Account>(var account) ->
          amount == null ? null : amount.line(account.id(), debit, note);
      case Outcome.Refused<Account>(var why) -> {
        problems.add(why);
        yield null;
      }
    };
  }

  /** Whether one of both columns says something, and not the other. */
  private boolean sided(int at, Problems problems) {
    var row = rows.get(at);
    if (!row.debit().isBlank() && !row.credit().isBlank()) {
      problems.add("credit-" + at, "bookkeeping.amount.both");
      return false;
    }
    if (row.debit().isBlank() && row.credit().isBlank()) {
      problems.add("debit-" + at, "bookkeeping.amount.missing");
      return false;
    }
    return true;
  }

  private @Nullable TypedAmount amount(
      int at,
      Currency currency,
      @Nullable LocalDate date,
      TypedAmount.Rates rates,
      Problems problems) {
    var row = rows.get(at);
    boolean debit = !row.debit().isBlank();
    var field = (debit ? "debit-" : "credit-") + at;
    return TypedAmount.read(
        debit ? row.debit() : row.credit(), currency, date, rates, field, problems);
  }

  /** Whether what it comes to can be seen before the rates are looked up. */
  boolean plain() {
    return rows.stream()
        .noneMatch(row -> TypedAmount.isOther(row.debit()) || TypedAmount.isOther(row.credit()));
  }

  /** A day as a browser sends it; empty for anything else. */
  static Optional<LocalDate> date(@Nullable String typed) {
    try {
      return Optional.of(LocalDate.parse(Typed.line(typed)))
          .filter(day -> day.getYear() >= 1900 && day.getYear() <= 9999);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}

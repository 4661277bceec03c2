package org.diestra.office.bills;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.bookkeeping.ReceiptId;
import org.diestra.office.books.Account;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountList;
import org.diestra.office.dues.Party;
import org.diestra.office.dues.Rates;
import org.diestra.office.dues.Treatment;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A supplier's bill as a browser sends it; for each row {@code text-0}, {@code account-0}, {@code
 * net-0} and {@code vat-0}. What is left empty is what the supplier usually has.
 *
 * @param party its name or tax number
 * @param total that the bill says at its end; empty where nobody compares it
 * @param key of this form, so that what is sent twice is one
 * @param seen the version that it was made from, 0 for a new one
 * @param files that came with it, by their ids
 * @param receipts that are there already and it shows, by their ids
 */
record BillForm(
    String party,
    String number,
    boolean credit,
    String day,
    String due,
    String treatment,
    String withholding,
    String total,
    List<Row> rows,
    String key,
    int seen,
    List<String> files,
    List<String> receipts) {
  static final int AT_ONCE = 20;
  private static final int BEGIN = 3;
  private static final int LONGEST = 400;
  private static final int YEARS = 5;
  private static final long MOST = 1_000_000_000_000_000L; // of Money, in minor units

  BillForm {
    rows = List.copyOf(rows);
    files = List.copyOf(files);
    receipts = List.copyOf(receipts);
  }

  /** A row as it was typed. */
  record Row(String text, String account, String net, String vat) {
    static final Row BLANK = new Row("", "", "", "");

    boolean blank() {
      return text.isBlank() && net.isBlank();
    }
  }

  static BillForm fresh(@Nullable Party party, LocalDate today, String vat, List<String> receipts) {
    var first = new Row("", "", "", vat);
    var rows = new ArrayList<>(List.of(first));
    rows.addAll(Collections.nCopies(BEGIN - 1, Row.BLANK));
    return new BillForm(
        party == null ? "" : party.name(),
        "",
        false,
        today.toString(),
        "",
        "",
        "",
        "",
        rows,
        Ids.text(Ids.fresh()),
        0,
        List.of(),
        receipts);
  }

  /** What a bill says, to be written on. */
  static BillForm of(Bill bill, Party party, Map<AccountId, Account> chart, Locale locale) {
    var paper = bill.paper();
    var rows = new ArrayList<Row>();
    for (var item : paper.items()) {
      var account = chart.get(item.account());
      var shown = paper.credit() ? item.negated() : item;
      rows.add(
          new Row(
              shown.text(),
              account == null ? "" : account.label(locale),
              shown.net().amount().toPlainString(),
              Rates.text(shown.vat())));
    }
    rows.add(Row.BLANK);
    var total = paper.sums().total();
    return new BillForm(
        party.name(),
        paper.number(),
        paper.credit(),
        paper.day().toString(),
        paper.dueOn().toString(),
        paper.treatment().slug(),
        Rates.text(paper.withholding()),
        paper.adjusted().isZero()
            ? ""
            : (paper.credit() ? total.negated() : total).amount().toPlainString(),
        rows,
        Ids.text(bill.key()),
        bill.version(),
        List.of(),
        List.of());
  }

  static BillForm of(MultiValueMap<String, String> sent) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < Item.MOST && sent.containsKey("net-" + i); i++) {
      rows.add(
          new Row(
              first(sent, "text-" + i),
              first(sent, "account-" + i),
              first(sent, "net-" + i),
              first(sent, "vat-" + i)));
    }
    while (rows.isEmpty()) {
      rows.add(Row.BLANK);
    }
    return new BillForm(
        first(sent, "party"),
        first(sent, "number"),
        "true".equals(sent.getFirst("credit")),
        first(sent, "day"),
        first(sent, "due"),
        first(sent, "treatment"),
        first(sent, "withholding"),
        first(sent, "total"),
        rows,
        first(sent, "key"),
        Typed.version(sent.getFirst("seen")),
        some(sent, "files"),
        some(sent, "receipts"));
  }

  private static String first(MultiValueMap<String, String> sent, String name) {
    var value = Typed.line(sent.getFirst(name));
    return value.substring(0, Math.min(value.length(), LONGEST));
  }

  private static List<String> some(MultiValueMap<String, String> sent, String name) {
    return sent.getOrDefault(name, List.of()).stream().limit(AT_ONCE).toList();
  }

  BillForm withFiles(List<String> there) {
    return with(rows, there);
  }

  /** The same with more empty rows. */
  BillForm longer() {
    var more = new ArrayList<>(rows);
    more.addAll(Collections.nCopies(Math.min(BEGIN, Item.MOST - rows.size()), Row.BLANK));
    return with(more, files);
  }

  private BillForm with(List<Row> some, List<String> there) {
    return new BillForm(
        party,
        number,
        credit,
        day,
        due,
        treatment,
        withholding,
        total,
        some,
        key,
        seen,
        there,
        receipts);
  }

  UUID keyed() {
    return Ids.read(key).orElse(Ids.fresh());
  }

  List<ReceiptId> receiptIds() {
    return receipts.stream().flatMap(id -> Ids.read(id).stream()).map(ReceiptId::new).toList();
  }

  /**
   * Null where there is a problem.
   *
   * @param from the supplier that was found, or null where a problem says that there is none
   */
  @Nullable Paper read(
      @Nullable Party from, AccountList chart, Currency currency, Problems problems) {
    var typed = new Typed(problems);
    var said = typed.line("number", number, Paper.LONGEST_NUMBER, "bills.number.missing");
    var date = Typed.day(day).orElse(null);
    if (date == null) {
      problems.add("day", "bills.day.missing");
    }
    var until = due.isEmpty() ? null : Typed.day(due).orElse(null);
    boolean wrong = until == null ? !due.isEmpty() : date != null && far(date, until);
    if (wrong) {
      problems.add("due", "bills.due.wrong", YEARS);
    }
    var rate = withholding.isEmpty() ? Integer.valueOf(0) : Rates.read(withholding);
    if (rate == null) {
      problems.add("withholding", "bills.rate.wrong");
    }
    var vat = treatment.isEmpty() ? Optional.<Treatment>empty() : Treatment.read(treatment);
    if (vat.isEmpty() && !treatment.isEmpty()) {
      problems.add("treatment", "bills.treatment.missing");
    }
    var items = new BillRows(rows, credit).read(from, chart, currency, typed);
    if (problems.any() || date == null || from == null || rate == null || items.isEmpty()) {
      return null;
    }
    if (items.stream().mapToDouble(i -> Math.abs((double) i.net().minor())).sum() > MOST / 2) {
      problems.add("items", "bills.items.large");
      return null;
    }
    var paper =
        new Paper(
            from.id(),
            said,
            credit,
            date,
            until == null ? date.plusDays(from.days()) : until,
            vat.orElse(from.treatment()),
            withholding.isEmpty() ? from.withholding() : rate,
            Money.zero(currency),
            items);
    return BillRows.compared(paper, total, problems);
  }

  private static boolean far(LocalDate day, LocalDate until) {
    return until.isBefore(day) || until.isAfter(day.plusYears(YEARS));
  }
}

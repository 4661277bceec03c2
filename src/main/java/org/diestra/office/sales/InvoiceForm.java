package org.diestra.office.sales;

import java.math.BigDecimal;
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
import org.diestra.office.dues.DueId;
import org.diestra.office.dues.Party;
import org.diestra.office.dues.Rates;
import org.diestra.office.dues.Side;
import org.diestra.office.dues.Treatment;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * An invoice as a browser sends it; for each row {@code text-0}, {@code quantity-0}, {@code
 * price-0}, {@code vat-0} and {@code account-0}. What is left empty is what the customer usually
 * has.
 *
 * @param corrects the id of what it corrects, or empty
 * @param key of this form, so that what is sent twice is one
 * @param seen the version that it was made from, 0 for a new one
 */
record InvoiceForm(
    String party,
    String supplied,
    String treatment,
    String withholding,
    String note,
    String because,
    String corrects,
    List<Row> rows,
    String key,
    int seen) {
  private static final int BEGIN = 3;
  private static final int LONGEST = 1_200;
  private static final int NOTE = 1_000;
  private static final int BECAUSE = 300;
  private static final BigDecimal MOST = new BigDecimal("1000000");
  private static final double LARGEST = 500_000_000_000_000.0; // with VAT it still is a Money

  InvoiceForm {
    rows = List.copyOf(rows);
  }

  /** A row as it was typed. */
  record Row(String text, String quantity, String price, String vat, String account) {
    static final Row BLANK = new Row("", "", "", "", "");

    boolean blank() {
      return text.isBlank() && price.isBlank();
    }
  }

  static InvoiceForm fresh(@Nullable Party party, String vat) {
    var rows = new ArrayList<>(List.of(new Row("", "1", "", vat, "")));
    rows.addAll(Collections.nCopies(BEGIN - 1, Row.BLANK));
    return new InvoiceForm(
        party == null ? "" : party.name(), "", "", "", "", "", "", rows, Ids.text(Ids.fresh()), 0);
  }

  /**
   * What an invoice says, to be written on; or, to correct it, all of it given back.
   *
   * @param correct whether it is to be corrected by a new one
   */
  static InvoiceForm of(
      Invoice invoice, Party party, Map<AccountId, Account> chart, Locale locale, boolean correct) {
    var said = invoice.said();
    var rows = new ArrayList<Row>();
    for (var item : said.items()) {
      var account = chart.get(item.account());
      var shown = correct ? item.negated() : item;
      rows.add(
          new Row(
              shown.text(),
              shown.quantity().stripTrailingZeros().toPlainString(),
              shown.price().amount().toPlainString(),
              Rates.text(shown.vat()),
              account == null ? "" : account.label(locale)));
    }
    rows.add(Row.BLANK);
    var corrects = correct ? invoice.id() : invoice.corrects();
    return new InvoiceForm(
        party.name(),
        said.supplied() == null ? "" : said.supplied().toString(),
        said.treatment().slug(),
        Rates.text(said.withholding()),
        correct ? "" : said.note(),
        said.because() == null ? "" : said.because(),
        corrects == null ? "" : corrects.toString(),
        rows,
        Ids.text(correct ? Ids.fresh() : invoice.key()),
        correct ? 0 : invoice.version());
  }

  static InvoiceForm of(MultiValueMap<String, String> sent) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < SaleItem.MOST && sent.containsKey("price-" + i); i++) {
      rows.add(
          new Row(
              first(sent, "text-" + i),
              first(sent, "quantity-" + i),
              first(sent, "price-" + i),
              first(sent, "vat-" + i),
              first(sent, "account-" + i)));
    }
    if (rows.isEmpty()) {
      rows.add(Row.BLANK);
    }
    return new InvoiceForm(
        first(sent, "party"),
        first(sent, "supplied"),
        first(sent, "treatment"),
        first(sent, "withholding"),
        cut(Typed.text(sent.getFirst("note"))),
        first(sent, "because"),
        first(sent, "corrects"),
        rows,
        first(sent, "key"),
        Typed.version(sent.getFirst("seen")));
  }

  private static String first(MultiValueMap<String, String> sent, String name) {
    return cut(Typed.line(sent.getFirst(name)));
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  /** The same with more empty rows. */
  InvoiceForm longer() {
    var more = new ArrayList<>(rows);
    more.addAll(Collections.nCopies(Math.min(BEGIN, SaleItem.MOST - rows.size()), Row.BLANK));
    return with(corrects, more);
  }

  /** The same; what an invoice corrects stays, whatever a browser sends. */
  InvoiceForm correcting(@Nullable DueId first) {
    return with(first == null ? "" : first.toString(), rows);
  }

  private InvoiceForm with(String first, List<Row> some) {
    return new InvoiceForm(
        party, supplied, treatment, withholding, note, because, first, some, key, seen);
  }

  UUID keyed() {
    return Ids.read(key).orElse(Ids.fresh());
  }

  /**
   * Null where there is a problem.
   *
   * @param to the customer that was found, or null where a problem says that there is none
   */
  @Nullable Said read(@Nullable Party to, AccountList chart, Currency currency, Problems problems) {
    var typed = new Typed(problems);
    var day = supplied.isEmpty() ? null : Typed.day(supplied).orElse(null);
    if (day == null && !supplied.isEmpty()) {
      problems.add("supplied", "sales.supplied.wrong");
    }
    var rate = withholding.isEmpty() ? Integer.valueOf(0) : Rates.read(withholding);
    if (rate == null) {
      problems.add("withholding", "dues.rate.wrong");
    }
    var vat = Treatment.read(treatment).filter(Treatment.of(Side.CUSTOMER)::contains);
    if (vat.isEmpty() && !treatment.isEmpty()) {
      problems.add("treatment", "dues.party.treatment.missing");
    }
    var words = typed.text("note", note, NOTE);
    var why =
        corrects.isEmpty()
            ? null
            : typed.line("because", because, BECAUSE, "sales.because.missing");
    var items = items(to, chart, currency, typed);
    if (items.isEmpty() && problems.none()) {
      problems.add("items", "sales.items.missing");
    }
    if (items.stream().mapToDouble(InvoiceForm::size).sum() > LARGEST) {
      problems.add("items", "sales.items.large");
    }
    if (problems.any() || to == null || rate == null) {
      return null;
    }
    return new Said(
        to.id(),
        day,
        vat.orElse(to.treatment()),
        withholding.isEmpty() ? to.withholding() : rate,
        words,
        why,
        currency,
        items);
  }

  private static double size(SaleItem item) {
    return Math.abs(item.quantity().doubleValue() * (double) item.price().minor());
  }

  private List<SaleItem> items(
      @Nullable Party to, AccountList chart, Currency currency, Typed typed) {
    var items = new ArrayList<SaleItem>();
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).blank()) {
        item(i, to, chart, currency, typed).ifPresent(items::add);
      }
    }
    return items;
  }

  private Optional<SaleItem> item(
      int at, @Nullable Party to, AccountList chart, Currency currency, Typed typed) {
    var row = rows.get(at);
    var problems = typed.problems();
    var text = typed.line("text-" + at, row.text(), SaleItem.LONGEST, "sales.item.text.missing");
    var quantity = quantity(row.quantity());
    if (quantity == null) {
      problems.add("quantity-" + at, "sales.quantity.wrong");
    }
    var price = Money.read(row.price(), currency);
    if (price.isEmpty() || price.get().isZero() || price.get().minor() > 100_000_000_000L) {
      problems.add("price-" + at, "sales.price.wrong");
    }
    var vat = row.vat().isEmpty() ? Integer.valueOf(0) : Rates.read(row.vat());
    if (vat == null) {
      problems.add("vat-" + at, "dues.rate.wrong");
    }
    var account = account(at, to, chart, problems);
    return problems.any() || quantity == null || vat == null || account == null
        ? Optional.empty()
        : Optional.of(new SaleItem(text, quantity, price.orElseThrow(), vat, account));
  }

  /** Not zero, at most three decimals and a million; one where nothing was typed. */
  private static @Nullable BigDecimal quantity(String typed) {
    if (typed.isEmpty()) {
      return BigDecimal.ONE;
    }
    var text = typed.replace(',', '.').replace('\u2212', '-');
    if (!text.matches("-?[0-9]{1,7}([.][0-9]{1,3})?")) {
      return null;
    }
    var read = new BigDecimal(text);
    return read.signum() == 0 || read.abs().compareTo(MOST) > 0 ? null : read;
  }

  private @Nullable AccountId account(
      int at, @Nullable Party to, AccountList chart, Problems problems) {
    var typed = rows.get(at).account();
    var usual = to == null || !typed.isEmpty() ? null : to.usual(chart);
    return usual == null ? chart.find("account-" + at, typed, problems) : usual;
  }
}

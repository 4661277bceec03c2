package org.diestra.office.statements;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diestra.office.books.Account;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountList;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a line is for, as a browser sends it: {@code account-0}, {@code amount-0} and {@code vat-0}
 * for each part. Amounts go the way the line went; one with a minus is taken off.
 */
record PartsForm(String text, List<Row> rows, boolean remember, int seen) {
  private static final int MOST = 20;
  private static final int BEGIN = 3;
  private static final int LONGEST = 200;

  PartsForm {
    rows = List.copyOf(rows);
  }

  record Row(String account, String amount, String vat) {
    static final Row BLANK = new Row("", "", "");

    boolean blank() {
      return account.isBlank() && vat.isBlank();
    }
  }

  /** All of it on what a rule says, if any does. */
  static PartsForm fresh(
      Movement movement, @Nullable Rule rule, Map<AccountId, Account> chart, Locale locale) {
    var amount = movement.amount();
    var plain = (amount.isPositive() ? amount : amount.negated()).amount().toPlainString();
    var account = rule == null ? null : chart.get(rule.account());
    var rows = new ArrayList<Row>();
    rows.add(new Row(account == null ? "" : account.label(locale), plain, percent(rule)));
    rows.addAll(Collections.nCopies(BEGIN - 1, Row.BLANK));
    return new PartsForm(rule == null ? "" : rule.text(), rows, true, movement.version());
  }

  static String percent(@Nullable Rule rule) {
    var vat = rule == null ? null : rule.vat();
    return vat == null ? "" : BigDecimal.valueOf(vat, 1).stripTrailingZeros().toPlainString();
  }

  static PartsForm of(MultiValueMap<String, String> sent) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < MOST && sent.containsKey("account-" + i); i++) {
      rows.add(
          new Row(
              first(sent, "account-" + i), first(sent, "amount-" + i), first(sent, "vat-" + i)));
    }
    while (rows.size() < BEGIN) {
      rows.add(Row.BLANK);
    }
    return new PartsForm(
        first(sent, "text"),
        rows,
        "true".equals(sent.getFirst("remember")),
        BankAccountForm.version(sent.getFirst("seen")));
  }

  private static String first(MultiValueMap<String, String> sent, String name) {
    var value = Typed.line(sent.getFirst(name));
    return value.substring(0, Math.min(value.length(), LONGEST));
  }

  /** The same with more empty rows. */
  PartsForm longer() {
    var more = new ArrayList<>(rows);
    more.addAll(Collections.nCopies(Math.min(BEGIN, MOST - rows.size()), Row.BLANK));
    return new PartsForm(text, more, remember, seen);
  }

  /** Null where there is a problem. */
  @Nullable List<Part> read(Movement movement, AccountList chart, Problems problems) {
    var parts = new ArrayList<Part>();
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).blank()) {
        var part = part(i, movement, chart, problems);
        if (part != null) {
          parts.add(part);
        }
      }
    }
    if (parts.isEmpty() && problems.none()) {
      problems.add("account-0", "statements.parts.missing");
    }
    return problems.any() ? null : parts;
  }

  private @Nullable Part part(int at, Movement movement, AccountList chart, Problems problems) {
    var row = rows.get(at);
    var whole = movement.amount();
    boolean minus = row.amount().startsWith("-") || row.amount().startsWith("\u2212");
    var typed = Money.read(minus ? row.amount().substring(1) : row.amount(), whole.currency());
    if (typed.isEmpty() || typed.get().isZero()) {
      problems.add("amount-" + at, "statements.parts.amount");
    }
    var vat = vat(row.vat());
    if (vat == null && !row.vat().isEmpty()) {
      problems.add("vat-" + at, "statements.vat.wrong");
    }
    var account =
        switch (chart.find("account-" + at, row.account())) {
          case Outcome.Done<Account>(var found) -> found.id();
          case Outcome.Refused<Account>(var why) -> {
            problems.add(why);
            yield null;
          }
        };
    if (problems.any() || account == null) {
      return null;
    }
    var amount = typed.orElseThrow();
    return new Part(
        account,
        minus == whole.isPositive() ? amount.negated() : amount,
        vat == null || vat == 0 ? null : vat);
  }

  /** Thousandths, of a percentage with a decimal at most; null where it is none. */
  static @Nullable Integer vat(@Nullable String typed) {
    var text = Typed.line(typed).replace(',', '.').replace("%", "").strip();
    return text.matches("[0-9]{1,2}([.][0-9])?")
        ? new BigDecimal(text).movePointRight(1).intValueExact()
        : null;
  }
}

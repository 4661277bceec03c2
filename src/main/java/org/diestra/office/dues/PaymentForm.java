package org.diestra.office.dues;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountList;
import org.diestra.office.books.AccountUse;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A payment as a browser sends it.
 *
 * @param from the account that the money left or reached, as it is typed
 * @param key of this form, so that what is sent twice is paid once
 */
record PaymentForm(
    @Nullable String day, @Nullable String amount, @Nullable String from, @Nullable String key) {

  /** All that is left, today, by the bank. */
  static PaymentForm fresh(Standing standing, LocalDate today, AccountList chart, Locale locale) {
    var rest = standing.remaining();
    return new PaymentForm(
        today.toString(),
        (rest.isPositive() ? rest : rest.negated()).amount().toPlainString(),
        chart.by(AccountUse.BANK).map(account -> account.label(locale)).orElse(""),
        Ids.text(Ids.fresh()));
  }

  UUID keyed() {
    return Ids.read(Typed.line(key)).orElse(Ids.fresh());
  }

  /** What it came to. */
  record Paid(LocalDate day, Money amount, AccountId from) {}

  /** Null where there is a problem. */
  @Nullable Paid read(Standing standing, AccountList chart, Problems problems) {
    var date = Typed.day(day).orElse(null);
    if (date == null) {
      problems.add("day", "dues.pay.day.missing");
    }
    var read = Money.read(Typed.line(amount), standing.settled().currency());
    if (read.isEmpty() || read.get().isZero()) {
      problems.add("amount", "dues.pay.amount.wrong");
    }
    var account = chart.find("from", Typed.line(from), problems);
    return problems.any() || date == null || account == null
        ? null
        : new Paid(date, read.orElseThrow(), account);
  }
}

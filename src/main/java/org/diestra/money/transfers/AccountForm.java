package org.diestra.money.transfers;

import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.diestra.money.payouts.EpcText;
import org.diestra.platform.base.Iban;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/** A collecting account as an operator types it. */
record AccountForm(
    @Nullable String currency,
    @Nullable String holder,
    @Nullable String account,
    @Nullable String bank,
    @Nullable String bic) {
  static final AccountForm EMPTY = new AccountForm("EUR", null, null, null, null);

  /** Two letters and two digits: whoever types that means an IBAN. */
  private static final String IBAN_LIKE = "[A-Z]{2}[0-9]{2}.{6,}";

  private static final String BIC = "[A-Z]{4}[A-Z]{2}[0-9A-Z]{2}([0-9A-Z]{3})?";

  /** Empty where there are problems. */
  Optional<CollectingAccount> read(Problems problems, Instant now) {
    var typed = new Typed(problems);
    var code = Typed.line(currency);
    if (Currency.getAvailableCurrencies().stream()
        .noneMatch(c -> c.getCurrencyCode().equals(code) && c.getDefaultFractionDigits() >= 0)) {
      problems.add("currency", "transfers.currency.missing");
    }
    var name = typed.line("holder", holder, 70, "transfers.holder.missing");
    if (!name.isEmpty() && EpcText.of(name, 70).isEmpty()) {
      problems.add("holder", "transfers.holder.latin");
    }
    var plain = code(typed.line("account", account, 60, "transfers.account.missing"));
    var iban = Iban.read(plain);
    var number = iban.isPresent() ? "" : plain;
    if (iban.isEmpty() && plain.matches(IBAN_LIKE)) {
      problems.add("account", "transfers.iban.wrong");
    } else if (iban.isEmpty() && !plain.isEmpty() && !plain.matches("[0-9A-Z]{4,34}")) {
      problems.add("account", "transfers.number.wrong");
    }
    var where = typed.line("bank", bank, 70);
    if (!number.isEmpty() && !number.matches(IBAN_LIKE) && where.isEmpty()) {
      problems.add("bank", "transfers.bank.missing");
    }
    var swift = code(typed.line("bic", bic, 20));
    if (!swift.isEmpty() && !swift.matches(BIC)) {
      problems.add("bic", "transfers.bic.wrong");
    }
    return problems.any()
        ? Optional.empty()
        : Optional.of(
            new CollectingAccount(
                Ids.fresh(),
                Currency.getInstance(code),
                name,
                iban.map(Iban::text).orElse(null),
                number.isEmpty() ? null : number,
                where,
                swift,
                true,
                null,
                now));
  }

  private static String code(String typed) {
    return typed.replaceAll("[\\s\u00a0\u202f.-]", "").toUpperCase(Locale.ROOT);
  }
}

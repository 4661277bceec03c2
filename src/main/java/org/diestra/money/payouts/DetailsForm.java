package org.diestra.money.payouts;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.diestra.money.payouts.BankDetails.Address;
import org.diestra.platform.base.Iban;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * Bank details as somebody types them. What is there already is never filled in again.
 *
 * @param way {@code iban} or {@code number}
 */
record DetailsForm(
    @Nullable String holder,
    @Nullable String street,
    @Nullable String building,
    @Nullable String postcode,
    @Nullable String town,
    @Nullable String country,
    @Nullable String way,
    @Nullable String iban,
    @Nullable String number,
    @Nullable String bic,
    @Nullable String routing,
    @Nullable String bank) {
  static final DetailsForm EMPTY =
      new DetailsForm(null, null, null, null, null, null, "iban", null, null, null, null, null);
  private static final int LONGEST_IBAN = 60; // with its spaces

  /** Empty where there are problems. */
  Optional<BankDetails> read(Problems problems) {
    var typed = new Typed(problems);
    var account = account(typed);
    var name = typed.line("holder", holder, 70, "payouts.holder.missing");
    if (!name.isEmpty() && EpcText.of(name, 70).isEmpty()) {
      problems.add("holder", "payouts.latin");
    }
    var address =
        new Address(
            typed.line("street", street, 70, "payouts.street.missing"),
            typed.line("building", building, 16),
            typed.line("postcode", postcode, 16),
            typed.line("town", town, 35, "payouts.town.missing"),
            country("country", country, problems));
    if (!address.town().isEmpty() && EpcText.of(address.town(), 35).isEmpty()) {
      problems.add("town", "payouts.latin");
    }
    return problems.any() || account.isEmpty()
        ? Optional.empty()
        : Optional.of(new BankDetails(name, address, account.get()));
  }

  private Optional<BankAccount> account(Typed typed) {
    var problems = typed.problems();
    if (!"number".equals(way)) {
      var text = typed.line("iban", iban, LONGEST_IBAN, "payouts.iban.missing");
      var read = Iban.read(text);
      if (read.isEmpty()) {
        problems.add("iban", "payouts.iban.wrong");
      }
      return read.map(BankAccount.ByIban::new);
    }
    var where = country("bank", bank, problems);
    var digits = code(typed.line("number", number, 50, "payouts.number.missing"));
    var bankCode = code(typed.line("bic", bic, 20, "payouts.bic.missing"));
    var branch = code(typed.line("routing", routing, 30));
    require(digits, BankAccount.ByNumber.NUMBER, "number", "payouts.number.wrong", problems);
    require(bankCode, BankAccount.ByNumber.BIC, "bic", "payouts.bic.wrong", problems);
    require(branch, BankAccount.ByNumber.ROUTING, "routing", "payouts.routing.wrong", problems);
    return problems.any()
        ? Optional.empty()
        : Optional.of(new BankAccount.ByNumber(digits, bankCode, branch, where));
  }

  private static void require(
      String text, String shape, String field, String wrong, Problems problems) {
    if (!text.matches(shape)) {
      problems.add(field, wrong);
    }
  }

  private static String code(String typed) {
    return typed.replaceAll("[ .]", "").toUpperCase(Locale.ROOT);
  }

  private static String country(String field, @Nullable String typed, Problems problems) {
    var code = Typed.line(typed);
    if (!Arrays.asList(Locale.getISOCountries()).contains(code)) {
      problems.add(field, "payouts.country.missing");
    }
    return code;
  }

  /** Codes to names, by name, with nothing chosen first. */
  static Map<String, String> countries(Locale language) {
    var all = new LinkedHashMap<String, String>();
    all.put("", "—");
    var order = java.text.Collator.getInstance(language);
    Arrays.stream(Locale.getISOCountries())
        .map(code -> Locale.of("", code))
        .sorted(Comparator.comparing(c -> c.getDisplayCountry(language), order::compare))
        .forEach(c -> all.put(c.getCountry(), c.getDisplayCountry(language)));
    return all;
  }
}

package org.diestra.money.payouts;

import java.util.Locale;
import java.util.Set;
import org.diestra.platform.base.Iban;

/** An account at a bank, as its country writes it. */
sealed interface BankAccount {
  /** The bank's, by ISO 3166. */
  String country();

  /** Whether SEPA credit transfers reach it. */
  boolean sepa();

  /** Enough to know one's own account by. */
  String masked();

  record ByIban(Iban iban) implements BankAccount {
    @Override
    public String country() {
      return iban.country();
    }

    @Override
    public boolean sepa() {
      return iban.sepa();
    }

    @Override
    public String masked() {
      return iban.text().substring(0, 4) + " ···· " + tail(iban.text());
    }
  }

  /**
   * Where there are no IBANs.
   *
   * @param number 4–34 letters, digits and hyphens
   * @param bic the bank's, by ISO 9362: 8 or 11 characters
   * @param routing what the country asks for besides, such as a branch; may be empty
   */
  record ByNumber(String number, String bic, String routing, String country)
      implements BankAccount {
    static final String NUMBER = "[0-9A-Z-]{4,34}";
    static final String BIC = "[A-Z]{6}[0-9A-Z]{2}([0-9A-Z]{3})?";
    static final String ROUTING = "[0-9A-Z-]{0,20}";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public ByNumber {
      if (!number.matches(NUMBER)
          || !bic.matches(BIC)
          || !routing.matches(ROUTING)
          || !COUNTRIES.contains(country)) {
        throw new IllegalArgumentException("not an account");
      }
    }

    @Override
    public boolean sepa() {
      return false;
    }

    @Override
    public String masked() {
      return bic.substring(0, 6) + " ···· " + tail(number);
    }
  }

  private static String tail(String number) {
    return number.substring(number.length() - Math.min(4, number.length() / 2));
  }
}

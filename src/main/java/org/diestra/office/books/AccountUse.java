package org.diestra.office.books;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account is for, where the house must find it by itself. */
public enum AccountUse {
  CASH,
  BANK,
  CUSTOMERS,
  SUPPLIERS,
  /** VAT on what was sold. */
  VAT_CHARGED,
  /** VAT on what was bought, to be deducted. */
  VAT_PAID,
  /** What is owed to, or by, the tax office once a term is settled. */
  VAT_DUE,
  /** Income tax held back from others and owed to the tax office. */
  WITHHELD,
  RESULT,
  CAPITAL;

  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Its name in the visitor's language. */
  public String key() {
    return "books.use." + slug();
  }

  static Optional<AccountUse> read(String slug) {
    return Arrays.stream(values()).filter(use -> use.slug().equals(slug)).findFirst();
  }
}

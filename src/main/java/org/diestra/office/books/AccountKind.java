package org.diestra.office.books;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** On which side of the two statements an account stands: balance sheet, or profit and loss. */
public enum AccountKind {
  ASSET,
  LIABILITY,
  EQUITY,
  INCOME,
  EXPENSE;

  /** Whether it is part of the result of a year, and so begins each year at nothing. */
  public boolean ofResult() {
    return this == INCOME || this == EXPENSE;
  }

  /** Whether what it gathers is usually a debit. */
  public boolean debits() {
    return this == ASSET || this == EXPENSE;
  }

  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name in the visitor's language. */
  public String key() {
    return "books.kind." + slug();
  }

  static Optional<AccountKind> read(String slug) {
    return Arrays.stream(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
  }
}

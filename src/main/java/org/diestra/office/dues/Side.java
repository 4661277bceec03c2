package org.diestra.office.dues;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.diestra.office.books.AccountUse;
import org.jspecify.annotations.Nullable;

/** Who owes whom: the business its suppliers, its customers the business. */
public enum Side {
  SUPPLIER(AccountUse.SUPPLIERS),
  CUSTOMER(AccountUse.CUSTOMERS);

  private final AccountUse use;

  Side(AccountUse use) {
    this.use = use;
  }

  /** On which account what is owed stands, unless a party has its own. */
  public AccountUse use() {
    return use;
  }

  /** How a payment of what is owed stands on the other's account: a debit is above zero. */
  public int paid() {
    return this == SUPPLIER ? 1 : -1;
  }

  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name in the visitor's language. */
  public String key() {
    return "dues.side." + slug();
  }

  static Optional<Side> read(@Nullable String slug) {
    return Arrays.stream(values()).filter(side -> side.slug().equals(slug)).findFirst();
  }
}

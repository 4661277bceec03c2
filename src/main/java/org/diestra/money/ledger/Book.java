package org.diestra.money.ledger;

import java.util.Currency;
import java.util.regex.Pattern;

/**
 * What balances by itself: the money of one rail in one currency. An entry stands in one book, so
 * it has one currency, and what is owed to people can be held against what that rail holds.
 *
 * @param rail where the money lies, 2–20 small letters, digits or hyphens
 */
public record Book(String rail, Currency currency) implements Comparable<Book> {
  /** The rail of contracts that are paid from account to account: nothing passes through here. */
  public static final String DIRECT = "direct";

  private static final Pattern RAIL = Pattern.compile("[a-z][a-z0-9-]{1,19}");

  public Book {
    if (!RAIL.matcher(rail).matches()) {
      throw new IllegalArgumentException("not a rail: " + rail);
    }
  }

  /**
   * Whether it holds no money but what was promised and what of that was kept; the database keeps
   * the two apart.
   */
  public boolean ofPromises() {
    return rail.equals(DIRECT);
  }

  /** What stands against all that is somebody's in it. */
  public Account covering() {
    return ofPromises() ? Account.promised() : Account.clientMoney();
  }

  /** Reads what {@link #toString} wrote. */
  static Book read(String text) {
    var parts = text.split("/", 2);
    return new Book(parts[0], Currency.getInstance(parts[1]));
  }

  @Override
  public int compareTo(Book other) {
    return toString().compareTo(other.toString());
  }

  /** {@code bank/EUR}. */
  @Override
  public String toString() {
    return rail + "/" + currency.getCurrencyCode();
  }
}

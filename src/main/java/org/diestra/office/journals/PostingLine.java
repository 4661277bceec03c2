package org.diestra.office.journals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A posting as it stands in a journal.
 *
 * @param amount as written, or null where it is left to be what balances
 * @param cost the same in the currency of the books, or null where the amount is
 * @param asserted what its account comes to behind it, or null where it does not say
 */
record PostingLine(
    int line,
    String account,
    @Nullable Amount amount,
    @Nullable BigDecimal cost,
    @Nullable Amount asserted,
    String comment) {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NOTE = 200;

  /**
   * Reads one: {@code [status] account amount [@ unit price | @@ total price] [= balance] [;
   * comment]}, two spaces or more between account and amount.
   */
  static PostingLine read(String row, int line, Amounts amounts, Currency book) throws Faulty {
    int semicolon = row.indexOf(';');
    var comment = semicolon < 0 ? "" : row.substring(semicolon + 1).strip();
    var said = (semicolon < 0 ? row : row.substring(0, semicolon)).strip();
    if (said.startsWith("* ") || said.startsWith("! ")) {
      said = said.substring(2).strip();
    }
    if (said.startsWith("(") || said.startsWith("[")) {
      throw new Faulty("virtual", line, said);
    }
    var parts = said.split("\\s*\\t\\s*|\\s{2,}", 2);
    var account = parts[0].strip();
    if (!isName(account)) {
      throw new Faulty("account", line, account);
    }
    var rest = parts.length < 2 ? "" : parts[1].strip();
    int equals = rest.indexOf('=');
    var asserted = equals < 0 ? null : asserted(rest.substring(equals), line, amounts);
    var moved = equals < 0 ? rest : rest.substring(0, equals).strip();
    if (moved.isEmpty()) {
      if (asserted != null) {
        throw new Faulty("assignment", line, rest);
      }
      return new PostingLine(line, account, null, null, null, comment);
    }
    var priced = moved.split("@", 2);
    var amount = amounts.read(priced[0], line);
    var cost = cost(amount, priced.length < 2 ? null : priced[1], line, amounts, book);
    return new PostingLine(line, account, amount, cost, asserted, comment);
  }

  /** One that ends in a colon has no last part, by which it would be called. */
  private static boolean isName(String account) {
    return !account.isEmpty()
        && account.length() <= LONGEST_NAME
        && !account.endsWith(":")
        && account.chars().noneMatch(Character::isISOControl);
  }

  private static Amount asserted(String said, int line, Amounts amounts) throws Faulty {
    var bare = said.replaceFirst("^={1,2}", "");
    if (bare.startsWith("*") || bare.contains("@")) {
      throw new Faulty("assertion.kind", line, said);
    }
    return amounts.read(bare, line);
  }

  /** Half a cent goes to the even one. */
  private static BigDecimal cost(
      Amount amount, @Nullable String price, int line, Amounts amounts, Currency book)
      throws Faulty {
    var own = book.getCurrencyCode();
    if (price == null) {
      if (!amount.commodity().equals(own)) {
        throw new Faulty("price", line, amount.toString());
      }
      return amount.quantity();
    }
    boolean total = price.startsWith("@");
    var each = amounts.read(total ? price.substring(1) : price, line);
    if (!each.commodity().equals(own) || each.quantity().signum() < 0) {
      throw new Faulty("price", line, amount + " @" + price);
    }
    int digits = Math.max(0, book.getDefaultFractionDigits());
    var cost =
        total
            ? each.quantity().multiply(BigDecimal.valueOf(amount.quantity().signum()))
            : each.quantity().multiply(amount.quantity());
    return total ? cost : cost.setScale(digits, RoundingMode.HALF_EVEN);
  }

  /** Its comment, with what it was in another currency before it. */
  String note(Currency book) {
    var other =
        amount == null || amount.commodity().equals(book.getCurrencyCode())
            ? ""
            : String.format(Locale.ROOT, "%s", amount);
    var both = (other + (other.isEmpty() || comment.isEmpty() ? "" : "; ") + comment).strip();
    var plain = both.replaceAll("\\p{Cntrl}+", " ");
    return plain.length() > LONGEST_NOTE ? plain.substring(0, LONGEST_NOTE - 1) + "…" : plain;
  }
}

package org.diestra.platform.banking;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.diestra.platform.base.Excerpt;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * One booked line of a bank's statement, as it was read.
 *
 * @param amount above zero where money came in, below where it went out; never zero
 * @param party who sent or received it, may be empty, at most 140 characters
 * @param account theirs, or null where the bank does not say
 * @param words what they wrote, at most 1000 characters
 * @param endToEnd the reference its sender gave it, may be empty
 * @param bank the bank's own reference for it, may be empty
 * @param several whether it is many payments that can't be taken apart: nobody's by its texts alone
 */
public record BankLine(
    LocalDate day,
    Money amount,
    String party,
    @Nullable String account,
    String words,
    String endToEnd,
    String bank,
    boolean several) {
  private static final int ACCOUNT = 34;

  /** What banks write where there is nothing. */
  private static final Set<String> NOTHING =
      Set.of("NOTPROVIDED", "NOT PROVIDED", "NONREF", "NOREF", "NONE", "0", "-");

  public static BankLine of(
      LocalDate day,
      Money amount,
      @Nullable String party,
      @Nullable String account,
      List<String> words,
      @Nullable String endToEnd,
      @Nullable String bank) {
    var number = reference(account, 60).replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
    return new BankLine(
        day,
        amount,
        Excerpt.head(Typed.line(party), 140),
        number.isEmpty() || number.length() > ACCOUNT ? null : number,
        Excerpt.head(Typed.line(String.join(" ", words)), 1000),
        Excerpt.head(reference(endToEnd, 35), 35),
        reference(bank, 100),
        false);
  }

  BankLine ofSeveral() {
    return new BankLine(day, amount, party, account, words, endToEnd, bank, true);
  }

  public boolean in() {
    return amount.isPositive();
  }

  /**
   * What makes it this line and no other, but for twins: its day, its amount, and the bank's
   * reference or, where there is none, all that is said of it.
   */
  public String content() {
    var said =
        bank.isEmpty()
            ? "\n"
                + party
                + "\n"
                + (account == null ? "" : account)
                + "\n"
                + words
                + "\n"
                + endToEnd
            : bank;
    return Hash.of(day + "\n" + amount + "\n" + said);
  }

  private static String reference(@Nullable String text, int most) {
    var line = Typed.line(text);
    return NOTHING.contains(line.toUpperCase(Locale.ROOT)) ? "" : Excerpt.head(line, most);
  }
}

package org.diestra.office.bookkeeping;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.diestra.office.books.AccountId;
import org.diestra.platform.base.Money;

/**
 * What an entry says.
 *
 * @param day that it is for
 * @param text what happened, 1–200 characters
 * @param lines at most 200, all in the currency of the books; of a draft they may be none, and need
 *     not balance
 */
public record Written(LocalDate day, String text, Currency currency, List<Line> lines) {
  public static final int MOST_LINES = 200;
  public static final int LONGEST = 200;

  public Written {
    lines = List.copyOf(lines);
  }

  /** What its debits come to. */
  public Money debits() {
    return sum(lines.stream().filter(line -> line.amount().isPositive()).toList());
  }

  /** Its debits less its credits. */
  public Money difference() {
    return sum(lines);
  }

  /** By how much it does not balance, at least 0. */
  public Money off() {
    var difference = difference();
    return difference.minor() < 0 ? difference.negated() : difference;
  }

  /** Those that its lines are on. */
  public Set<AccountId> accounts() {
    return lines.stream().map(Line::account).collect(Collectors.toSet());
  }

  private Money sum(List<Line> some) {
    return some.stream().map(Line::amount).reduce(Money.zero(currency), Money::plus);
  }

  /** These lines under what another says of them. */
  Written on(Written other) {
    return new Written(other.day, other.text, currency, lines);
  }

  /** Whether both have the same lines in the currency of the books. */
  boolean comesTo(Written other) {
    return lines.size() == other.lines.size()
        && IntStream.range(0, lines.size()).allMatch(i -> lines.get(i).comesTo(other.lines.get(i)));
  }

  /** Whether it can be proposed: two lines or more that balance. */
  public boolean whole() {
    return lines.size() >= 2 && difference().isZero();
  }
}

package org.diestra.money.billing;

import org.diestra.money.billing.BillStore.Open;
import org.diestra.money.payments.Charges;
import org.diestra.platform.base.Money;
import org.diestra.work.time.Hours.Hourly;
import org.diestra.work.time.Hours.Unbilled;
import org.diestra.work.time.HoursCover.Cover;
import org.diestra.work.time.HoursCover.Level;

/**
 * How the hours of a contract and the money for them stand.
 *
 * @param open what closed weeks still need
 * @param charges by which prices come to what is held for them
 * @param promised whether nothing is held beforehand: the client pays what is accepted directly
 */
record Standing(
    Hourly hourly,
    Deposit deposit,
    Unbilled unbilled,
    Open open,
    Charges charges,
    boolean promised) {
  private static final int LOW = 4; // a quarter of a week's most

  /** Whether no hours will be worked any more. */
  boolean over() {
    return hourly.over();
  }

  /** What of billed weeks the deposit did not cover, with its taxes. */
  Money owed() {
    return open.owed(charges);
  }

  /** What of closed weeks is not billed yet. */
  Money due() {
    return open.due();
  }

  /** What recorded hours need, and what is owed. */
  private Money needed() {
    return unbilled.sum().plus(open.due()).plus(open.owed());
  }

  /** What should be held: a week's most, beside what earlier weeks still need. */
  Money target() {
    return over()
        ? needed()
        : hourly.weeklyMost().plus(unbilled.submitted()).plus(open.due()).plus(open.owed());
  }

  /** What is still to come in, with its taxes. */
  Money wanted() {
    var rest = target().minus(open.owed());
    var missing = charges.gross(rest).plus(owed()).minus(deposit.held());
    return !promised && missing.isPositive() ? missing : none();
  }

  /** The same without taxes. */
  Money uncovered() {
    var rest = target().minus(charges.price(deposit.held()));
    return wanted().isPositive() && rest.isPositive() ? rest : none();
  }

  /** Whether the client should be asked: it has paid for hours, or some were worked. */
  boolean asks() {
    return wanted().isPositive() && (deposit.steps() > 0 || needed().isPositive());
  }

  /** How far hours that may still be worked this week are covered. */
  Cover cover() {
    if (promised) {
      return new Cover(none(), Level.PROMISED);
    }
    var left = charges.price(deposit.held()).minus(needed());
    var room = hourly.weeklyMost().minus(unbilled.current());
    boolean enough = !(room.isPositive() ? room : none()).isMoreThan(left);
    long quarter = hourly.weeklyMost().minor() / LOW;
    return new Cover(
        left,
        enough || left.minor() >= quarter && left.isPositive()
            ? Level.FULL
            : left.isPositive() ? Level.LOW : Level.NONE);
  }

  private Money none() {
    return Money.zero(hourly.rate().currency());
  }
}

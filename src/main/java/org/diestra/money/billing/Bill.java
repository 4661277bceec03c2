package org.diestra.money.billing;

import java.util.UUID;
import org.diestra.money.payments.Share;
import org.diestra.platform.base.Money;
import org.diestra.work.time.WeekId;
import org.diestra.work.time.WorkedWeek;
import org.jspecify.annotations.Nullable;

/**
 * What a closed week comes to: {@code DUE → BILLED}. Billed, what its deposit did not cover is
 * owed, and what is in dispute is kept until one side gives way.
 *
 * @param minutes that were accepted
 * @param rate of an hour
 * @param price of the accepted minutes
 * @param withheld what the minutes in dispute are worth
 * @param paid of the price and of what was settled, what went to the assistant's side
 * @param kept what is apart for the dispute, or null for nothing
 * @param settled of what was withheld, what is paid after all; null as long as nobody gave way
 * @param steps counts its changes, so that each entry has a key of its own
 */
record Bill(
    WeekId id,
    int minutes,
    Money rate,
    Money price,
    Money withheld,
    State state,
    Money paid,
    @Nullable Kept kept,
    @Nullable Money settled,
    int steps) {

  enum State {
    DUE,
    BILLED
  }

  /**
   * @param dispute names its account
   * @param fee the client's on it
   */
  record Kept(UUID dispute, Money work, Money fee) {
    Money all() {
      return work.plus(fee);
    }
  }

  /** What is to reach the assistant's side in all. */
  Money due() {
    return settled == null ? price : price.plus(settled);
  }

  /** What of it the deposit did not cover yet. */
  Money owed() {
    return state == State.DUE ? Money.zero(price.currency()) : due().minus(paid);
  }

  /** What so many minutes in dispute come to, up to all of what was withheld. */
  Money worthOf(int more) {
    var worth = WorkedWeek.worth(rate, minutes + more).minus(price);
    return worth.isMoreThan(withheld) ? withheld : worth;
  }

  /** Whether lines in dispute wait for one side to give way. */
  boolean inDispute() {
    return state == State.BILLED && withheld.isPositive() && settled == null;
  }

  Bill bill(@Nullable Kept apart) {
    return new Bill(
        id, minutes, rate, price, withheld, State.BILLED, paid, apart, settled, steps + 1);
  }

  Bill pay(Share share) {
    return new Bill(
        id,
        minutes,
        rate,
        price,
        withheld,
        state,
        paid.plus(share.part()),
        kept,
        settled,
        steps + 1);
  }

  /**
   * One side gave way; nothing is kept apart any more.
   *
   * @param amount of what was withheld: all, what a retainer leaves of it, or nothing
   */
  Bill settle(Money amount) {
    return new Bill(id, minutes, rate, price, withheld, state, paid, null, amount, steps + 1);
  }

  /** Names its entries in the books. */
  String key(String what) {
    return "billing:" + what + ":" + id.contract() + ":" + id.week() + ":" + steps;
  }
}

package org.diestra.money.retainers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.diestra.money.payments.Charges;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Share;
import org.diestra.money.payments.Subject;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Pay.Retainer;
import org.diestra.work.time.Bag;
import org.jspecify.annotations.Nullable;

/**
 * The money for a month of a retainer: {@code PLANNED → RUNNING → OVER}; one that never begins is
 * over from the start.
 *
 * @param number of the month, from 1
 * @param begins its first day in UTC; until it has begun, as it is planned
 * @param ends the first day that is not part of it any more
 * @param minutes that are bought
 * @param price for the month
 * @param held for it in escrow, with its taxes
 * @param feeHeld of the client's fee on it
 * @param givenBack of the price, what the assistant does not want
 * @param due what the assistant has earned; null until it is over
 * @param paid of that, what was released
 * @param steps counts its changes
 */
record Period(
    UUID id,
    ContractId contract,
    int number,
    LocalDate begins,
    LocalDate ends,
    int minutes,
    Money price,
    State state,
    Money held,
    Money feeHeld,
    Money givenBack,
    @Nullable Money due,
    Money paid,
    int steps) {
  private static final int HOUR = 60;

  enum State {
    PLANNED,
    RUNNING,
    OVER
  }

  /** The same for the same month, whoever asks first. */
  static UUID idOf(ContractId contract, int number) {
    return UUID.nameUUIDFromBytes(("retainer:" + contract + ":" + number).getBytes(UTF_8));
  }

  static Period planned(Plan plan, int number, LocalDate begins, LocalDate ends, Retainer agreed) {
    var none = plan.money(0);
    return new Period(
        idOf(plan.contract(), number),
        plan.contract(),
        number,
        begins,
        ends,
        agreed.hours() * HOUR,
        agreed.price(),
        State.PLANNED,
        none,
        none,
        none,
        null,
        none,
        0);
  }

  Subject subject() {
    return Subject.period(contract, id);
  }

  String page() {
    return subject().page();
  }

  LocalDate last() {
    return ends.minusDays(1);
  }

  int hours() {
    return minutes / HOUR;
  }

  /** What it costs, less what the assistant does not want. */
  Money cost() {
    return price.minus(givenBack);
  }

  /** What is still to come in for it, with its taxes. */
  Money wanted(Charges charges) {
    var missing = charges.gross(paid, due == null ? cost() : due.minus(paid)).minus(held);
    return missing.isPositive() ? missing : none();
  }

  /** The same without taxes. */
  Money uncovered(Charges charges) {
    var rest = due == null ? cost() : due.minus(paid);
    return rest.minus(charges.most(rest, paid, held));
  }

  /** What was earned and is not released, as it was not held. */
  Money owed() {
    return due == null ? none() : due.minus(paid);
  }

  boolean over() {
    return state == State.OVER;
  }

  private Money none() {
    return Money.zero(price.currency());
  }

  /** It will begin on another day than was planned. */
  Period plannedFor(LocalDate from, LocalDate to) {
    return with(from, to, state, held, feeHeld, givenBack, due, paid);
  }

  Period begin(Bag bag) {
    return with(bag.begins(), bag.ends(), State.RUNNING, held, feeHeld, givenBack, due, paid);
  }

  Period fund(Money work, Money fee) {
    return held(held.plus(work), feeHeld.plus(fee));
  }

  /** The client's bank took so much back, up to all that is held, the fee in proportion. */
  Period unset(Money part) {
    var fee = Share.feeOf(part, held, feeHeld);
    return held(held.minus(part.minus(fee)), feeHeld.minus(fee));
  }

  /** The assistant does not want so much of it, up to what it costs. */
  Period giveBack(Money amount) {
    return with(begins, ends, state, held, feeHeld, givenBack.plus(amount), due, paid);
  }

  /**
   * It is over.
   *
   * @param earned up to what it costs
   * @param end the first day that was not part of it any more
   */
  Period end(Money earned, LocalDate end) {
    return with(
        begins,
        end.isAfter(begins) ? end : begins.plusDays(1),
        State.OVER,
        held,
        feeHeld,
        givenBack,
        earned,
        paid);
  }

  /**
   * What the assistant has earned of one that ran to its end: all of it. What was neither paid in
   * nor used is not owed.
   */
  Money earned(Bag bag, Charges charges) {
    return atLeastHeld(cost(), bag, charges);
  }

  /**
   * The same where the contract ended before: the greater of the share of its days that are gone
   * and of its hours that were used, rounded half to even at the smallest unit.
   *
   * @param last the day on which the contract ended, which counts
   */
  Money earned(Bag bag, LocalDate last, Charges charges) {
    long days = ChronoUnit.DAYS.between(bag.begins(), bag.ends());
    long gone = Math.clamp(ChronoUnit.DAYS.between(bag.begins(), last) + 1, 0, days);
    boolean byDays = gone * bag.size() > bag.drawn() * days;
    var part = BigInteger.valueOf(byDays ? gone : bag.drawn());
    var whole = BigInteger.valueOf(byDays ? days : bag.size());
    var minor =
        new BigDecimal(BigInteger.valueOf(cost().minor()).multiply(part))
            .divide(new BigDecimal(whole), 0, RoundingMode.HALF_EVEN);
    return atLeastHeld(new Money(minor.longValueExact(), price.currency()), bag, charges);
  }

  private Money atLeastHeld(Money earned, Bag bag, Charges charges) {
    return bag.drawn() > 0 ? earned : charges.most(earned, paid, held);
  }

  /** What of it can be released now. */
  Share share(Charges charges) {
    var share = charges.share(charges.most(owed(), paid, held), paid);
    return share.fee().isMoreThan(feeHeld) ? share.withFee(feeHeld) : share;
  }

  Period release(Share share) {
    return with(
        begins,
        ends,
        state,
        held.minus(share.gross()),
        feeHeld.minus(share.fee()),
        givenBack,
        due,
        paid.plus(share.part()));
  }

  /**
   * What is held and not needed.
   *
   * @param work for the month, with its taxes
   * @param fee of the client's fee
   */
  record Surplus(Money work, Money fee) {
    Money all() {
      return work.plus(fee);
    }
  }

  /**
   * @param kept of the price, for what may still be earned of a month that is over
   */
  Surplus surplus(Charges charges, Money kept) {
    var needed = due == null ? cost() : owed().plus(kept);
    var stays = charges.most(needed, paid, held);
    var all = charges.gross(paid, stays);
    var fee = charges.clientFee(paid.plus(stays)).minus(charges.clientFee(paid));
    return new Surplus(
        stays.equals(needed) ? held.minus(all) : none(),
        feeHeld.minus(fee.isMoreThan(feeHeld) ? feeHeld : fee));
  }

  Period without(Surplus surplus) {
    return held(held.minus(surplus.work()), feeHeld.minus(surplus.fee()));
  }

  /** Names its entries in the books. */
  String key(String what) {
    return "retainers:" + what + ":" + Ids.text(id) + ":" + steps;
  }

  private Period held(Money work, Money fee) {
    return with(begins, ends, state, work, fee, givenBack, due, paid);
  }

  private Period with(
      LocalDate from,
      LocalDate to,
      State stage,
      Money work,
      Money fee,
      Money back,
      @Nullable Money earned,
      Money released) {
    return new Period(
        id, contract, number, from, to, minutes, price, stage, work, fee, back, earned, released,
        steps + 1);
  }
}

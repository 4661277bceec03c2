package org.diestra.work.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.diestra.work.contracts.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * A month of a contract with a retainer, and what of its hours was used. A week belongs to the
 * month in which its Monday lies, the first one to the first month, so that none draws from two.
 * All amounts are minutes, days are in UTC.
 *
 * @param number from 1
 * @param begins its first day
 * @param ends the first day that is not part of it any more
 * @param anchor the day from which months are counted: 31 January, 28 February, 31 March
 * @param firstWeek the Monday of the first week that draws from it
 * @param minutes its own, above zero
 * @param rollover the most of its own that roll on
 * @param rolledIn came from the month before; what is left of that expires with this one
 * @param used of its own
 * @param usedRolled of what came from the month before
 * @param rolledOn what of its own rolls on, or null until its last week is closed
 */
public record Bag(
    ContractId contract,
    int number,
    LocalDate begins,
    LocalDate ends,
    LocalDate anchor,
    LocalDate firstWeek,
    int minutes,
    int rollover,
    int rolledIn,
    int used,
    int usedRolled,
    @Nullable Integer rolledOn) {

  /** What was agreed for each month, in minutes. */
  record Allowance(int minutes, int rollover) {}

  /** What a draw takes: what came from the month before first, as it expires first. */
  record Taken(int rolled, int own) {
    int all() {
      return rolled + own;
    }
  }

  static Bag first(ContractId contract, Allowance agreed, LocalDate day) {
    return new Bag(
        contract,
        1,
        day,
        day.plusMonths(1),
        day,
        monday(day),
        agreed.minutes(),
        agreed.rollover(),
        0,
        0,
        0,
        null);
  }

  /**
   * The one after it.
   *
   * @param day on which it begins: the end of this one, or later where the work rested then
   */
  Bag next(Allowance agreed, LocalDate day) {
    boolean goesOn = day.equals(ends);
    var from = goesOn ? anchor : day;
    long months = ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(day));
    var monday = monday(day);
    return new Bag(
        contract,
        number + 1,
        day,
        from.plusMonths(months + 1),
        from,
        monday.isBefore(ends) ? monday.plusWeeks(1) : monday,
        agreed.minutes(),
        agreed.rollover(),
        rolledOn == null ? 0 : rolledOn,
        0,
        0,
        null);
  }

  static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  public boolean closed() {
    return rolledOn != null;
  }

  /** Its own, and what came from the month before. */
  public int size() {
    return minutes + rolledIn;
  }

  public int drawn() {
    return used + usedRolled;
  }

  /** What can still be drawn, also by what is settled after its end; never what rolled on. */
  public int left() {
    return size() - drawn() - (rolledOn == null ? 0 : rolledOn);
  }

  /** What of so many minutes it takes. */
  Taken taken(int wanted) {
    int rolled = Math.min(wanted, rolledIn - usedRolled);
    return new Taken(rolled, Math.min(wanted, left()) - rolled);
  }

  /**
   * As if so much more were drawn.
   *
   * @param more up to what is left
   */
  public Bag drawnMore(int more) {
    return draw(taken(more));
  }

  Bag draw(Taken taken) {
    return with(rolledIn, used + taken.own(), usedRolled + taken.rolled(), rolledOn);
  }

  /**
   * Its last week is closed; once.
   *
   * @param goesOn whether what is left of its own rolls on: it was bought, and there is a next
   */
  Bag close(boolean goesOn) {
    int on = goesOn ? Math.min(rollover, minutes - used) : 0;
    return with(rolledIn, used, usedRolled, on);
  }

  /** The month before is closed, and so much rolls in. */
  Bag receive(int rolled) {
    return with(rolledIn + rolled, used, usedRolled, rolledOn);
  }

  private Bag with(int in, int own, int rolled, @Nullable Integer on) {
    return new Bag(
        contract, number, begins, ends, anchor, firstWeek, minutes, rollover, in, own, rolled, on);
  }
}

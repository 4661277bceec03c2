package org.diestra.work.time;

import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.time.Entry.Facts;
import org.diestra.work.time.Entry.Said;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Hours of running contracts for the tests of later modules; they move the clock where needed. */
@Component
public class RecordedHours {
  private final Entries entries;
  private final EntryStore store;
  private final Timesheets timesheets;
  private final Reviews reviews;
  private final Conceding conceding;
  private final ClockMover mover;
  private final TransactionOperations transactions;
  private final Clock clock;

  RecordedHours(
      Entries entries,
      EntryStore store,
      Timesheets timesheets,
      Reviews reviews,
      Conceding conceding,
      ClockMover mover,
      TransactionOperations transactions,
      Clock clock) {
    this.entries = entries;
    this.store = store;
    this.timesheets = timesheets;
    this.reviews = reviews;
    this.conceding = conceding;
    this.mover = mover;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Goes on to the Monday on which the next week begins. */
  public LocalDate nextWeek() {
    var week = Week.of(clock.instant()).next();
    mover.skipTo(week.from());
    return week.monday();
  }

  /**
   * Writes a line that begins at nine.
   *
   * @param day of that week, 0–6
   * @return its id
   */
  public EntryId add(Signed signed, LocalDate monday, int day, int minutes) {
    var from = new Week(monday).from().plus(Duration.ofDays(day)).plus(Duration.ofHours(9));
    var said = new Said(new Span(from, from.plusSeconds(60L * minutes)), null, Samples.NOTE);
    if (clock.instant().isBefore(said.span().to())) {
      mover.skipTo(said.span().to());
    }
    var rosa = signed.assistant();
    return as(rosa, () -> entries.add(rosa, signed.id(), said).orFail()).getFirst().facts().id();
  }

  public void submit(Signed signed, LocalDate monday) {
    var rosa = signed.assistant();
    as(rosa, () -> timesheets.submit(rosa, signed.id(), new Week(monday)).orFail());
  }

  public void accept(Signed signed, LocalDate monday) {
    var lucia = signed.client();
    as(lucia, () -> reviews.acceptAll(lucia, signed.id(), new Week(monday), null).orFail());
  }

  /** The client accepts minutes above the cap. */
  public void allow(Signed signed, LocalDate monday, int minutes) {
    var lucia = signed.client();
    as(lucia, () -> reviews.allow(lucia, signed.id(), new Week(monday), minutes).orFail());
  }

  /** The client asks about a line, and nobody answers. */
  public void query(Signed signed, EntryId line) {
    var lucia = signed.client();
    as(
        lucia,
        () ->
            reviews
                .query(lucia, signed.id(), line, facts(signed, line).version(), "What was it?")
                .orFail());
  }

  /** The client has lines in dispute counted in the month of a retainer after all. */
  public Outcome<Integer> count(Signed signed, LocalDate monday) {
    var lucia = signed.client();
    return as(lucia, () -> conceding.count(lucia, signed.id(), new Week(monday)));
  }

  /** The week's review is over, with all that follows it. */
  public void close(LocalDate monday) {
    mover.skipTo(closes(monday).plus(Duration.ofMinutes(2)));
  }

  public static Instant closes(LocalDate monday) {
    return new Week(monday).closesAt();
  }

  /** Where its lines stand, in the order of their start. */
  public List<String> states(Signed signed, LocalDate monday) {
    return lines(signed, monday, e -> e.state().name());
  }

  private Facts facts(Signed signed, EntryId line) {
    return as(signed.client(), () -> entries.get(signed.id(), line).facts());
  }

  private <T> List<T> lines(Signed signed, LocalDate monday, Function<Entry, T> what) {
    return as(
        signed.client(),
        () ->
            transactions.execute(
                t -> store.week(signed.id(), new Week(monday)).stream().map(what).toList()));
  }
}

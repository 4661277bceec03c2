package org.diestra.office.recurring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.diestra.HouseTest;
import org.diestra.OfficeDesk;
import org.diestra.office.bookkeeping.EntryId;
import org.diestra.office.bookkeeping.Line;
import org.diestra.office.bookkeeping.Proposals;
import org.diestra.office.bookkeeping.Written;
import org.diestra.office.books.Book;
import org.diestra.office.books.Books;
import org.diestra.office.books.Chart;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.recurring.Recurring.State;
import org.diestra.office.recurring.RecurringStore.Turn;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.Caller;
import org.diestra.platform.timers.ClockMover;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Entries that come again: once each, in whose name, and when no more. */
@HouseTest
class RecurringTests extends OfficeDesk {
  private static final Currency EUR = Currency.getInstance("EUR");
  @Autowired Books books;
  @Autowired ChartOfAccounts chart;
  @Autowired Proposals proposals;
  @Autowired Recurrings recurrings;
  @Autowired Turns turns;
  @Autowired Clock clock;
  @Autowired ClockMover mover;
  private UUID contract;
  private LocalDate today;
  private EntryId rent;

  @BeforeEach
  void booksWithARent() {
    today = LocalDate.ofInstant(clock.instant(), workspaces.get(room).zone());
    contract = works(assistant, Area.BOOKKEEPING);
    var begins = today.minusYears(1);
    var book = new Book(room, Chart.SPAIN, EUR, 1, begins, null, false, 1);
    as(owner, () -> books.open(books.pass(owner, room), book).orFail());
    rent = as(assistant, () -> proposals.propose(desk(assistant), Ids.fresh(), rent()).orFail());
  }

  private static <T> T as(Viewer viewer, Supplier<T> action) {
    return Caller.person(viewer.id().value()).call(action::get);
  }

  private Desk desk(Viewer viewer) {
    return books.enter(viewer, room);
  }

  private Written rent() {
    var all = chart.of(room);
    return new Written(
        today.minusMonths(1),
        "Rent",
        EUR,
        List.of(
            new Line(all.find("", "621").orFail().id(), new Money(80_000, EUR), ""),
            new Line(all.find("", "572").orFail().id(), new Money(-80_000, EUR), "")));
  }

  private RecurringId monthly(LocalDate first, LocalDate until) {
    return as(
        assistant,
        () ->
            recurrings.add(desk(assistant), Ids.fresh(), rent(), "Rent", 1, first, until).orFail());
  }

  private void ring(RecurringId id) {
    Caller.house().run(() -> turns.ring(id));
  }

  private Recurring read(RecurringId id) {
    return as(owner, () -> recurrings.get(desk(owner), id));
  }

  private List<LocalDate> days(RecurringId id) {
    return as(
        owner,
        () -> recurrings.turns(recurrings.get(desk(owner), id)).stream().map(Turn::day).toList());
  }

  @Test
  void itIsProposedOnItsDayOnceHoweverOftenItRings() throws Exception {
    var id = monthly(today.minusDays(3), null);
    try (var pool = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      var both = List.of(pool.submit(() -> ring(id)), pool.submit(() -> ring(id)));
      for (var one : both) {
        one.get();
      }
    }
    ring(id);
    assertThat(days(id)).containsExactly(today.minusDays(3));
    var entry = as(owner, () -> recurrings.turns(read(id)).getFirst().entry());
    assertThat(as(owner, () -> proposals.written(desk(owner), entry)).day())
        .isEqualTo(today.minusDays(3));
    assertThat(read(id).nextOn()).isAfter(today);
    assertThat(text(owner, "/w/" + room + "/books/entries/" + entry)).contains("Rent", "posting");
  }

  @Test
  void theLastDayEndsIt() {
    var id = monthly(today.minusDays(3), today);
    ring(id);
    assertThat(read(id).state()).isEqualTo(State.ENDED);
    ring(id);
    assertThat(days(id)).hasSize(1);
  }

  @Test
  void whatIsPausedComesNotAndGoesOnWithItsNextDay() {
    var id = monthly(today.plusDays(3), null);
    as(assistant, () -> recurrings.pause(desk(assistant), id, 1).orFail());
    ring(id);
    assertThat(days(id)).isEmpty();
    as(owner, () -> recurrings.resume(desk(owner), id, 2).orFail());
    assertThat(read(id).nextOn()).isEqualTo(today.plusDays(3));
    as(owner, () -> recurrings.end(desk(owner), id, 3).orFail());
    assertThat(read(id).nextOn()).isNull();
  }

  @Test
  void whatHasEndedMakesRoomForAnother() {
    for (int i = 0; i < Recurrings.MOST; i++) {
      var id = monthly(today.plusDays(3), null);
      if (i == 0) {
        as(assistant, () -> recurrings.end(desk(assistant), id, 1).orFail());
      }
    }
    assertThat(read(monthly(today.plusDays(3), null)).state()).isEqualTo(State.ACTIVE);
  }

  @Test
  void whoNoLongerWorksThereProposesNothing() {
    var id = monthly(today.plusDays(1), null);
    workspaces.close(contract, null);
    mover.moveTo(clock.instant().plus(Duration.ofDays(2)));
    ring(id);
    assertThat(days(id)).isEmpty();
    assertThat(read(id).state()).isEqualTo(State.PAUSED);
    assertThat(read(id).why()).isEqualTo("recurring.why.left");
  }

  @Test
  void aDayThatTheMonthHasNotIsItsLast() {
    var rhythm = new Rhythm(1, 31);
    assertThat(rhythm.after(LocalDate.of(2027, 1, 31))).isEqualTo("2027-02-28");
    assertThat(rhythm.after(LocalDate.of(2027, 2, 28))).isEqualTo("2027-03-31");
    assertThat(new Rhythm(3, 1).from(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 5, 2)))
        .isEqualTo("2026-07-01");
  }

  @Test
  void anEntryIsRepeatedFromItsPage() throws Exception {
    var path = "/w/" + room + "/books/recurring";
    assertThat(text(owner, path)).contains("no recurring entries");
    assertThat(text(owner, path + "/new?entry=" + rent)).contains("Rent", "€800.00");
    var wrong = send(assistant, path, "entry", rent.toString(), "text", "", "months", "13");
    assertThat(wrong.getStatus()).isEqualTo(422);
    assertThat(wrong.getContentAsString(StandardCharsets.UTF_8))
        .contains("text-why", "months-why", "first-why");
    var sent =
        send(
            assistant,
            path,
            "entry",
            rent.toString(),
            "text",
            "Alquiler",
            "months",
            "1",
            "first",
            today.plusDays(2).toString());
    assertThat(sent.getStatus()).isEqualTo(302);
    assertThat(text(owner, sent.getRedirectedUrl())).contains("Alquiler", "Rosa", "Active");
    assertThat(text(owner, path)).contains("Alquiler", "Every month");
  }
}

package org.diestra.office.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.diestra.office.travel.Trip.Authorised;
import org.diestra.office.travel.Trip.Booked;
import org.diestra.office.travel.Trip.OptionsSent;
import org.diestra.office.travel.Trip.PriceChanged;
import org.diestra.office.travel.Trip.Researching;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The assistant prepares, the client decides, the record shows who did what. */
class TripTests extends TripDesk {
  @Autowired private TransactionTemplate within;

  @Test
  void aTripGoesFromTheWishToTheBooking() {
    var id = authorised(55_000);
    assertThat(book(id, 52_500)).isInstanceOf(Booked.class); // 5 % more, to the cent
    var moves = as(owner, () -> trips.moves(read(id)));
    assertThat(moves)
        .extracting(m -> m.to().name())
        .containsExactly(
            "REQUESTED", "RESEARCHING", "OPTIONS_SENT", "CHOSEN", "AUTHORISED", "BOOKED");
    assertThat(moves)
        .extracting(MoveStore.Move::person)
        .containsExactly(
            owner.id(), assistant.id(), assistant.id(), owner.id(), owner.id(), assistant.id());
  }

  @Test
  void aPriceThatRisesBySixInAHundredGoesBackToTheClient() {
    var id = authorised(60_000);
    assertThat(book(id, 53_000))
        .isInstanceOfSatisfying(
            PriceChanged.class, it -> assertThat(it.price()).isEqualTo(eur(53_000)));
    var line = as(owner, () -> trips.options(read(id))).getFirst();
    assertThat(line.total()).isEqualTo(eur(53_000));
    assertThat(why(as(assistant, () -> research.send(desk(assistant), id, version(id)))))
        .isEqualTo("travel.options.stale");
    var again = found("Directo", eur(53_000), tomorrow());
    as(
        assistant,
        () ->
            research
                .put(desk(assistant), id, line.id(), line.capturedAt().toString(), again)
                .orFail());
    as(assistant, () -> research.send(desk(assistant), id, version(id)).orFail());
    assertThat(read(id)).isInstanceOf(OptionsSent.class);
    as(owner, () -> decisions.choose(desk(owner), id, version(id), line.id(), "").orFail());
    as(owner, () -> decisions.authorise(desk(owner), id, version(id), eur(53_000)).orFail());
    assertThat(book(id, 53_000)).isInstanceOf(Booked.class);
  }

  @Test
  void aPriceAboveTheCeilingGoesBackHoweverLittleItRose() {
    assertThat(book(authorised(50_000), 50_001)).isInstanceOf(PriceChanged.class);
    assertThat(book(authorised(60_000), 52_501)).isInstanceOf(PriceChanged.class);
    assertThat(book(authorised(50_000), 49_000)).isInstanceOf(Booked.class);
  }

  @Test
  void whoPreparedTheSheetChoosesNothingFromIt() {
    var id = asked();
    as(owner, () -> research.begin(desk(owner), id, 1).orFail());
    put(id, found("Directo", eur(50_000), tomorrow()));
    put(id, found("Tren", eur(40_000), tomorrow()));
    as(owner, () -> research.send(desk(owner), id, version(id)).orFail());
    var option = first(id);
    assertThat(why(as(owner, () -> decisions.choose(desk(owner), id, version(id), option, ""))))
        .isEqualTo("travel.conflict.own");
    var approver = colleague("Marta", Role.APPROVER);
    as(approver, () -> decisions.choose(desk(approver), id, version(id), option, "").orFail());
    assertThat(why(as(owner, () -> decisions.authorise(desk(owner), id, version(id), eur(60_000)))))
        .isEqualTo("travel.conflict.own");
    as(approver, () -> decisions.authorise(desk(approver), id, version(id), eur(60_000)).orFail());
    assertThat(read(id)).isInstanceOf(Authorised.class);
  }

  @Test
  void theAssistantDecidesNothing() {
    var id = sent();
    var option = first(id);
    int seen = version(id);
    var desk = as(assistant, () -> desk(assistant));
    assertThatThrownBy(() -> as(assistant, () -> decisions.choose(desk, id, seen, option, "")))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> as(assistant, () -> decisions.giveBack(desk, id, seen, "no")))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> as(assistant, () -> trips.cancel(desk, id, seen, "no")))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void atTheSecondAtWhichItsPriceRunsOutAnOptionIsChosenNoMore() {
    var id = asked();
    as(assistant, () -> research.begin(desk(assistant), id, 1).orFail());
    var until =
        clock
            .instant()
            .plus(Duration.ofHours(2))
            .truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    var short_ = put(id, found("Directo", eur(50_000), until));
    put(id, found("Tren", eur(40_000), until.plusSeconds(7200)));
    as(assistant, () -> research.send(desk(assistant), id, version(id)).orFail());
    mover.skipTo(until);
    assertThat(why(as(owner, () -> decisions.choose(desk(owner), id, version(id), short_, ""))))
        .isEqualTo("travel.conflict.expired");
    as(owner, () -> decisions.giveBack(desk(owner), id, version(id), "Otra vez").orFail());
    assertThat(read(id))
        .isInstanceOfSatisfying(
            Researching.class, it -> assertThat(it.why()).isEqualTo("Otra vez"));
  }

  @Test
  void whatRanOutIsLookedAtAgainBeforeItIsBooked() {
    var id = authorised(55_000);
    mover.skipTo(tomorrow().plusSeconds(1));
    var desk = as(assistant, () -> desk(assistant));
    assertThat(
            why(as(assistant, () -> research.book(desk, id, version(id), eur(50_000), "", false))))
        .isEqualTo("travel.price.again");
    as(assistant, () -> research.book(desk, id, version(id), eur(50_000), "", true).orFail());
    assertThat(read(id)).isInstanceOf(Booked.class);
  }

  @Test
  void ofTwoWhoChooseAtOnceOneDoes() throws Exception {
    var id = sent();
    var approver = colleague("Marta", Role.APPROVER);
    var options = as(owner, () -> trips.options(read(id)));
    int seen = version(id);
    Callable<String> one =
        () ->
            why(
                as(
                    owner,
                    () -> decisions.choose(desk(owner), id, seen, options.getFirst().id(), "")));
    Callable<String> other =
        () ->
            why(
                as(
                    approver,
                    () -> decisions.choose(desk(approver), id, seen, options.getLast().id(), "")));
    try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = both.submit(one);
      var second = both.submit(other);
      assertThat(java.util.List.of(first.get(), second.get()))
          .containsExactlyInAnyOrder("", "travel.conflict.moved");
    }
  }

  @Test
  void aSheetHasTwoToFiveOptionsAndStaysAsItWasSent() {
    var id = asked();
    as(assistant, () -> research.begin(desk(assistant), id, 1).orFail());
    var one = put(id, found("Uno", eur(100), tomorrow()));
    assertThat(why(as(assistant, () -> research.send(desk(assistant), id, version(id)))))
        .isEqualTo("travel.options.few");
    for (int i = 2; i <= Option.MOST; i++) {
      put(id, found("Otro " + i, eur(100L * i), tomorrow()));
    }
    var sixth = found("Seis", eur(100), tomorrow());
    assertThat(why(as(assistant, () -> research.put(desk(assistant), id, null, "", sixth))))
        .isEqualTo("travel.options.many");
    as(assistant, () -> research.send(desk(assistant), id, version(id)).orFail());
    assertThat(why(as(assistant, () -> research.remove(desk(assistant), id, one))))
        .isEqualTo("travel.conflict.moved");
    assertThatThrownBy(() ->
            house.call(() ->
                jdbc.sql("update travel.option set total = 1 where id = :id")
                    .param("id", one.value())
                    .update()))
        .hasMessageContaining("stays as it was");
  }

  @Test
  void pricesInAnotherCurrencyAreAuthorisedInThat() {
    var id = asked();
    as(assistant, () -> research.begin(desk(assistant), id, 1).orFail());
    var dollars = put(id, found("Por Nueva York", Money.of(70_000, "USD"), tomorrow()));
    put(id, found("Directo", eur(50_000), tomorrow()));
    as(assistant, () -> research.send(desk(assistant), id, version(id)).orFail());
    as(owner, () -> decisions.choose(desk(owner), id, version(id), dollars, "").orFail());
    assertThat(why(as(owner, () -> decisions.authorise(desk(owner), id, version(id), eur(90_000)))))
        .isEqualTo("travel.ceiling.low");
    as(
        owner,
        () -> decisions.authorise(desk(owner), id, version(id), Money.of(70_000, "USD")).orFail());
    assertThat(
            why(
                as(
                    assistant,
                    () -> research.book(desk(assistant), id, version(id), eur(70_000), "", false))))
        .isEqualTo("travel.price.missing");
  }

  @Test
  void theEndOfTheContractEndsItInTheMiddleOfATrip() {
    var id = authorised(55_000);
    var desk = as(assistant, () -> desk(assistant));
    workspaces.close(contract, owner.id());
    assertThatThrownBy(() -> as(assistant, () -> desk(assistant))).isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () -> as(assistant, () -> research.book(desk, id, version(id), eur(1), "", false)))
        .isInstanceOf(NotFound.class); // row security, even with what was entered before
    as(owner, () -> trips.cancel(desk(owner), id, version(id), "Sin asistente").orFail());
  }

  @Test
  void theSameFormSentTwiceAsksOnce() {
    var key = Ids.fresh();
    var first = as(owner, () -> trips.ask(desk(owner), key, wish("Feria")));
    assertThat(as(owner, () -> trips.ask(desk(owner), key, wish("Feria")))).isEqualTo(first);
  }

  @Test
  void nobodyElsesTripIsThere() {
    var id = asked();
    var stranger = people.client("Otra");
    var other = workspaces.open(org.diestra.People.organisation(stranger));
    var theirs = as(stranger, () -> new Desk(workspaces.enter(stranger, other)));
    assertThatThrownBy(() -> as(stranger, () -> trips.get(theirs, id)))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> as(stranger, () -> trips.cancel(theirs, id, 1, "x")))
        .isInstanceOf(NotFound.class);
    assertThat(as(stranger, () -> trips.list(theirs, false, null, null))).isEmpty();
  }

  @Test
  void theDatabaseItselfRefusesWhatMustNeverBe() {
    var id = authorised(60_000);
    assertThatThrownBy(() ->
            as(
                owner,
                () ->
                    within.execute(tx ->
                        jdbc.sql(
                                """
                                update travel.trip set state = 'BOOKED', version = version + 1,
                                  price = 53000, booked_by = made_by where id = :id
                                """)
                            .param("id", id.value())
                            .update())))
        .hasMessageContaining("trip_check");
    assertThatThrownBy(() ->
            house.call(() ->
                jdbc.sql(
                        "update travel.trip set state = 'CLOSED', version = version + 1 where id = :id")
                    .param("id", id.value())
                    .update()))
        .hasMessageContaining("no such step");
    Outcome<TripId> moved =
        as(owner, () -> decisions.giveBack(desk(owner), id, version(id), "Ya no"));
    assertThat(why(moved)).isEqualTo("travel.conflict.moved");
  }
}

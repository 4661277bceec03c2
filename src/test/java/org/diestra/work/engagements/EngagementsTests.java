package org.diestra.work.engagements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.office.learning.Readings;
import org.diestra.office.manuals.Manuals;
import org.diestra.office.manuals.Procedure;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.Caller;
import org.diestra.platform.timers.ClockMover;
import org.diestra.platform.timers.Timers;
import org.diestra.work.contracts.SignedContracts;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.engagements.Engagement.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class EngagementsTests {
  private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");

  @Autowired SignedContracts contracts;
  @Autowired Engagements engagements;
  @Autowired Workspaces workspaces;
  @Autowired Manuals manuals;
  @Autowired Readings readings;
  @Autowired People people;
  @Autowired Timers timers;
  @Autowired ClockMover mover;
  @Autowired Clock clock;

  Signed signed;

  @BeforeEach
  void bothHaveSigned() {
    signed = contracts.signed();
  }

  private static <T> T as(Viewer viewer, Supplier<T> action) {
    return Caller.person(viewer.id().value()).call(action::get);
  }

  private Engagement now() {
    return engagements.find(signed.id()).orElseThrow();
  }

  private int seen() {
    return now().facts().version();
  }

  private Pass pass(Viewer viewer) {
    return as(viewer, () -> workspaces.enter(viewer, now().facts().workspace()));
  }

  private Procedure manual() {
    return manuals.published(now().facts().workspace(), now().facts().duties()).getFirst();
  }

  private Outcome<Engagement> start() {
    return as(signed.client(), () -> engagements.start(signed.client(), signed.id(), seen()));
  }

  private void started() {
    var pass = pass(signed.assistant());
    as(signed.assistant(), () -> readings.confirm(pass, manual().id(), 1, List.of()).orFail());
    start().orFail();
  }

  private Outcome<Engagement> notice(Viewer by, LocalDate day) {
    return as(by, () -> engagements.giveNotice(by, signed.id(), seen(), day, "Thank you"));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Madrid"));
  }

  private void isShutOut(Viewer viewer) {
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> pass(viewer));
  }

  @Test
  void theSecondSignatureOpensTheManualsOfTheDutiesAndNothingElse() {
    var pass = pass(signed.assistant());
    assertThat(pass.areas().keySet()).containsExactly(Area.BOOKKEEPING, Area.DATA_ENTRY);
    assertThat(pass.working()).isEmpty();
  }

  @Test
  void theInstructionsOfTheJobAreTheFirstVersion() {
    var procedure = manual();
    var version = manuals.version(procedure.id(), 1);
    assertThat(version.version()).hasToString("1.0.0");
    assertThat(procedure.contract()).isEqualTo(signed.id().value());
    assertThat(version.written().instructions().steps()).isNotEmpty();
    assertThat(version.publishedBy()).isEqualTo(signed.client().id());
  }

  @Test
  void workBeginsOnceAManualIsConfirmed() {
    assertThat(start()).isInstanceOf(Outcome.Refused.class);
    assertThat(now().stage()).isEqualTo(Stage.AWAITING_FUNDS);
    started();
    assertThat(now().stage()).isEqualTo(Stage.ACTIVE);
    assertThat(pass(signed.assistant()).working())
        .containsExactly(Area.BOOKKEEPING, Area.DATA_ENTRY);
  }

  @Test
  void onlyTheClientStartsIt() {
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() ->
            as(
                signed.assistant(),
                () -> engagements.start(signed.assistant(), signed.id(), seen())));
    var stranger = people.client("Other");
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> as(stranger, () -> engagements.start(stranger, signed.id(), 1)));
  }

  @Test
  void whoPausedItLetsItGoOn() {
    started();
    var rosa = signed.assistant();
    as(rosa, () -> engagements.pause(rosa, signed.id(), seen(), "Holidays").orFail());
    assertThat(now().stage()).isEqualTo(Stage.PAUSED);
    assertThat(now().runs()).isFalse();
    var lucia = signed.client();
    assertThat(as(lucia, () -> engagements.resume(lucia, signed.id(), seen())))
        .isInstanceOf(Outcome.Refused.class);
    as(rosa, () -> engagements.resume(rosa, signed.id(), seen()).orFail());
    assertThat(now().stage()).isEqualTo(Stage.ACTIVE);
  }

  @Test
  void noticeKeepsItsDaysAndItsEndClosesEverythingAtMidnightInTheLaterZone() {
    started();
    assertThat(notice(signed.client(), today().plusDays(6))).isInstanceOf(Outcome.Refused.class);
    var day = today().plusDays(7);
    notice(signed.client(), day).orFail();
    assertThat(now().stage()).isEqualTo(Stage.ENDING);
    assertThat(now().runs()).isTrue();

    var midnight = day.plusDays(1).atStartOfDay(BOGOTA).toInstant();
    mover.skipTo(midnight.minusSeconds(60));
    assertThat(pass(signed.assistant()).working()).isNotEmpty();
    mover.moveTo(midnight.plusSeconds(60));
    assertThat(now().stage()).isEqualTo(Stage.ENDED);
    isShutOut(signed.assistant());
    assertThat(pass(signed.client()).working()).hasSize(8);
  }

  @Test
  void nobodyEntersAfterTheLastDayThoughWhatEndsItIsLate() {
    started();
    var day = today().plusDays(7);
    notice(signed.client(), day).orFail();
    timers.cancel(EngagementEntries.END, signed.id().toString());
    mover.skipTo(day.plusDays(2).atStartOfDay(BOGOTA).toInstant());
    assertThat(now().stage()).isEqualTo(Stage.ENDING);
    isShutOut(signed.assistant());
    assertThat(workspaces.people(now().facts().workspace(), Area.BOOKKEEPING))
        .doesNotContain(signed.assistant().id());
  }

  @Test
  void noticeDoesNotLiftAPause() {
    started();
    var lucia = signed.client();
    as(lucia, () -> engagements.pause(lucia, signed.id(), seen(), null).orFail());
    notice(signed.assistant(), today().plusDays(10)).orFail();
    assertThat(now().stage()).isEqualTo(Stage.ENDING);
    assertThat(now().runs()).isFalse();
  }

  @Test
  void leavingAtOnceClosesEverythingAtOnce() {
    started();
    var lucia = signed.client();
    as(lucia, () -> engagements.leave(lucia, signed.id(), seen(), "Shared a password").orFail());
    assertThat(now()).isInstanceOf(Engagement.Ended.class);
    isShutOut(signed.assistant());
    mover.skipTo(clock.instant().plus(Duration.ofDays(1)));
    assertThat(as(lucia, () -> engagements.moves(signed.id())))
        .extracting(EngagementStore.Move::to)
        .containsExactly(Stage.AWAITING_FUNDS, Stage.ACTIVE, Stage.ENDED);
  }

  @Test
  void whatHasNotStartedIsCalledOffFreely() {
    var rosa = signed.assistant();
    as(rosa, () -> engagements.cancel(rosa, signed.id(), seen(), null).orFail());
    assertThat(now()).isInstanceOf(Engagement.Ended.class);
    isShutOut(rosa);
    assertThat(start()).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void ofTwoMovesOnOnePageTheSecondIsTold() {
    started();
    var rosa = signed.assistant();
    int page = seen();
    as(rosa, () -> engagements.pause(rosa, signed.id(), page, null).orFail());
    assertThat(as(rosa, () -> engagements.pause(rosa, signed.id(), page, null)))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void anotherContractOfTheSamePersonStaysOpen() {
    started();
    var other = contracts.signed(signed.client(), signed.assistant());
    var rosa = signed.assistant();
    as(rosa, () -> engagements.leave(rosa, signed.id(), seen(), "Unsafe").orFail());
    assertThat(pass(rosa).areas().keySet()).containsExactly(Area.BOOKKEEPING, Area.DATA_ENTRY);
    assertThat(engagements.find(other.id()).orElseThrow().stage()).isEqualTo(Stage.AWAITING_FUNDS);
  }

  @Test
  void theDatabaseShowsAnEngagementToItsSidesAlone() {
    var stranger = people.client("Other");
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> as(stranger, () -> engagements.get(signed.id())));
    assertThat(as(signed.assistant(), () -> engagements.get(signed.id()))).isNotNull();
  }
}

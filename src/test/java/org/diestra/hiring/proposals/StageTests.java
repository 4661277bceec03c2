package org.diestra.hiring.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.diestra.hiring.proposals.Stage.Declined;
import org.diestra.hiring.proposals.Stage.Draft;
import org.diestra.hiring.proposals.Stage.Interviewing;
import org.diestra.hiring.proposals.Stage.Offered;
import org.diestra.hiring.proposals.Stage.Shortlisted;
import org.diestra.hiring.proposals.Stage.Stale;
import org.diestra.hiring.proposals.Stage.Submitted;
import org.diestra.hiring.proposals.Stage.Waitlisted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StageTests {
  private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
  private static final Instant FRIDAY = TUESDAY.plus(Duration.ofHours(72));

  @Test
  void aBidThatIsSentTakesAFreePlaceOrWaits() {
    var draft = new Draft(MONDAY);

    assertThat(draft.send(true, TUESDAY)).isEqualTo(new Submitted(TUESDAY));
    assertThat(draft.send(false, TUESDAY)).isEqualTo(new Waitlisted(TUESDAY));
  }

  @Test
  void aWaitingBidComesBeforeTheClientWhenAPlaceIsFree() {
    assertThat(new Waitlisted(MONDAY).promote(TUESDAY)).isEqualTo(new Submitted(TUESDAY));
  }

  @Test
  void aKeptBidCanBeLetGoAgain() {
    assertThat(new Submitted(MONDAY).keep(TUESDAY).letGo(TUESDAY))
        .isEqualTo(new Submitted(TUESDAY));
  }

  @Test
  void aChangedJobGivesTheAuthorTimeForAWord() {
    var stale = new Submitted(MONDAY).outdate(TUESDAY, FRIDAY);

    assertThat(stale.until()).isEqualTo(FRIDAY);
    assertThat(stale.confirm()).isInstanceOf(Submitted.class);
    assertThat(stale.again(FRIDAY, FRIDAY.plusSeconds(60)).until()).isAfter(FRIDAY);
  }

  @Test
  void aKeptBidIsStillKeptAfterItWasConfirmed() {
    assertThat(new Shortlisted(MONDAY).outdate(TUESDAY, FRIDAY).confirm())
        .isEqualTo(new Shortlisted(MONDAY));
  }

  @Test
  void aWaitingBidThatIsConfirmedGoesOnWaiting() {
    assertThat(new Waitlisted(MONDAY).outdate(TUESDAY, FRIDAY).confirm())
        .isEqualTo(new Waitlisted(MONDAY));
  }

  @Test
  void anOfferThatFallsThroughLeavesTheBidWhereItStood() {
    assertThat(new Interviewing(MONDAY).offer(TUESDAY).fallBack())
        .isEqualTo(new Interviewing(MONDAY));
  }

  @Test
  void aDeclineCanBeTakenBack() {
    assertThat(new Shortlisted(MONDAY).decline(DeclineReason.HOURS, TUESDAY).undo())
        .isEqualTo(new Shortlisted(MONDAY));
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void everyStageIsReadBackAsItWasWritten(State state) {
    var stage = example(state);

    assertThat(State.of(stage)).isEqualTo(state);
    assertThat(
            state.stage(
                MONDAY,
                stage instanceof Stale s ? s.until() : null,
                stage instanceof Declined d ? d.reason() : null,
                State.before(stage)))
        .isEqualTo(stage);
  }

  @Test
  void aBidOnOfferCanOnlyComeFromBeforeTheClient() {
    assertThatThrownBy(() -> State.OFFERED.stage(MONDAY, null, null, State.WAITLISTED))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> State.STALE.stage(MONDAY, MONDAY, null, State.WON))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Stage example(State state) {
    var kept = new Shortlisted(MONDAY);
    return switch (state) {
      case DRAFT -> new Draft(MONDAY);
      case WAITLISTED -> new Waitlisted(MONDAY);
      case SUBMITTED -> new Submitted(MONDAY);
      case SHORTLISTED -> kept;
      case INTERVIEWING -> new Interviewing(MONDAY);
      case OFFERED -> new Offered(MONDAY, kept);
      case STALE -> kept.outdate(MONDAY, FRIDAY);
      case WON -> kept.offer(MONDAY).win(MONDAY);
      case WITHDRAWN -> kept.withdraw(MONDAY);
      case DECLINED -> kept.decline(DeclineReason.PRICE, MONDAY);
      case LOST -> kept.lose(MONDAY);
      case EXPIRED -> kept.outdate(MONDAY, FRIDAY).expire(MONDAY);
    };
  }
}

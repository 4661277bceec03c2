package org.diestra.operator.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.diestra.money.ledger.AtOnce;
import org.diestra.money.payments.Chargebacks;
import org.diestra.operator.disputes.Dispute.Negotiating;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.timers.Timers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What both sides do by themselves, and what their silence does. */
class DisputesTests extends DisputeScene {
  @Autowired private Deadlines deadlines;
  @Autowired private Chargebacks chargebacks;
  @Autowired private Timers timers;

  @Test
  void whereTheirFiguresMeetItIsSettledInTheMiddle() {
    var id = opened(lucia, 4_000);
    assertThat(tasks.stage(task)).isEqualTo("DISPUTED");
    assertThat(kept(id)).isEqualTo(eur(10_500)); // the client's fee with it
    responds(rosa, id, 8_000).orFail();
    names(rosa, id, 6_000).orFail();
    assertThat(names(rosa, id, 7_000)).isInstanceOf(Outcome.Refused.class);
    names(lucia, id, 7_001).orFail();
    ended(id, Ending.AGREED, 6_500); // of 65.005
    assertThat(tasks.stage(task)).isEqualTo("CANCELLED");
    assertThat(earned()).isEqualTo(eur(5_850)); // less ten per cent
    assertThat(of(plan.credit())).isEqualTo(eur(3_500 + 175)); // the rest, and its fee
  }

  @Test
  void allOfItIsAnApprovalAndNothingIsNone() {
    responds(rosa, opened(lucia, 10_000), 10_000).orFail();
    assertThat(tasks.stage(task)).isEqualTo("APPROVED");
    mover.skipTo(clock.instant().plus(Duration.ofDays(6)));
    assertThat(tasks.stage(task)).isEqualTo("PAID");
    task = delivered(PRICE);
    responds(rosa, opened(lucia, 0), 0).orFail();
    assertThat(tasks.stage(task)).isEqualTo("CANCELLED");
    assertThat(of(plan.credit())).isEqualTo(eur(10_500));
  }

  @Test
  void noTimeRunsOutMeanwhileAndWhatWasLeftIsLeft() {
    mover.skipTo(clock.instant().plus(Duration.ofDays(4)));
    var left = Duration.between(clock.instant(), closesAt());
    var id = opened(lucia, 0);
    mover.skipTo(clock.instant().plus(Duration.ofDays(5)));
    as(lucia, () -> disputes.withdraw(lucia, id, null).orFail());
    assertThat(tasks.stage(task)).isEqualTo("DELIVERED");
    assertThat(Duration.between(clock.instant(), closesAt()))
        .isBetween(left.minusSeconds(5), left.plusSeconds(5));
    assertThat(kept(id)).isEqualTo(eur(0));
    assertThat(told(rosa, id)).contains("disputes.notice.withdrawn");
    tasks.approve(signed, task).orFail();
    assertThat(earned()).isEqualTo(eur(9_000));
  }

  private Instant closesAt() {
    return house
        .call(() ->
            jdbc.sql("select closes_at from tasks.task where id = :id")
                .param("id", task.value())
                .query(OffsetDateTime.class)
                .single())
        .toInstant();
  }

  @Test
  void silenceSaysYesToTheClaimOnceItWasToldThreeTimes() {
    var id = opened(rosa, 9_000);
    var due = ((Dispute.Open) now(id)).dueAt();
    mover.skipTo(clock.instant().plus(Duration.ofDays(3)));
    mover.skipTo(clock.instant().plus(Duration.ofDays(3)));
    deadlines.due(id); // too early
    assertThat(now(id)).isInstanceOf(Dispute.Opened.class);
    mover.skipTo(due.plusSeconds(1));
    ended(id, Ending.SILENCE, 9_000);
    assertThat(letters(id)).isEqualTo(3);
    assertThat(told(lucia, id))
        .containsExactly(
            "disputes.notice.opened",
            "disputes.notice.reminder",
            "disputes.notice.reminder",
            "disputes.notice.closed.silence");
  }

  private int letters(DisputeId id) {
    return house.call(() ->
        jdbc.sql("select count(*) from mail.letter where once like :once")
            .param("once", "disputes:claim:" + id + ":%")
            .query(Integer.class)
            .single());
  }

  /** All that was to be told goes out at once when the house opens again. */
  @Test
  void whatWasToldJustNowIsNotSilenceYet() {
    var id = opened(rosa, 9_000);
    mover.skipTo(clock.instant().plus(Duration.ofDays(20)));
    assertThat(now(id)).isInstanceOf(Dispute.Opened.class);
    for (int days = 0; days < 3 && now(id) instanceof Dispute.Opened; days++) {
      dueAndOver(id);
    }
    ended(id, Ending.SILENCE, 9_000);
    assertThat(letters(id)).isEqualTo(3);
  }

  /** The house was closed for two weeks: whoever was told once has not been silent yet. */
  @Test
  void whoWasNotToldThreeTimesHasMoreTime() {
    var id = opened(rosa, 9_000);
    timers.cancel(Times.NOTICE, id.toString());
    dueAndOver(id);
    assertThat(now(id)).isInstanceOf(Dispute.Opened.class);
    dueAndOver(id);
    dueAndOver(id);
    ended(id, Ending.SILENCE, 9_000);
  }

  @Test
  void ofManyAnswersAtOnceOneCounts() throws Exception {
    var id = opened(rosa, 8_000);
    var answers = AtOnce.of(64, () -> responds(lucia, id, 9_000) instanceof Outcome.Done);
    assertThat(answers).containsOnlyOnce(true);
    ended(id, Ending.AGREED, 8_500);
    assertThat(history(id)).isEqualTo(3);
  }

  private int history(DisputeId id) {
    return house.call(() -> history.moves(id)).size();
  }

  @Test
  void aStrangerFindsNothing() {
    var id = opened(rosa, 8_000);
    var other = people.client("Nadia Nobody");
    assertThatThrownBy(() -> responds(other, id, 1)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> opens(other, task, 1)).isInstanceOf(NotFound.class);
    assertThat(as(other, () -> openings.about(task))).isEmpty();
    assertThat(responds(rosa, id, 1)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void whatWasAgreedAndDoneIsFrozen() {
    var id = opened(rosa, 8_000);
    var frozen = house.call(() -> history.evidence(id)).orElseThrow();
    assertThat(frozen.sha256()).isEqualTo(Hash.of(frozen.json()));
    var view = EvidenceView.of(frozen);
    assertThat(view.criteria()).containsExactly("Every receipt has a category");
    assertThat(view.deliveries()).extracting(EvidenceView.Delivery::words).contains("Here it is");
    assertThat(view.contractHash()).matches("[0-9a-f]{64}");
  }

  /** A client's bank takes the payment back meanwhile: what is not there any more is owed. */
  @Test
  void whatABankTakesBackIsTakenOutOfWhatIsKept() {
    var id = opened(rosa, 8_000);
    chargebacks.taken(payment(), eur(5_250), "case " + id);
    assertThat(kept(id)).isEqualTo(eur(5_250));
    responds(lucia, id, 8_000).orFail();
    assertThat(earned()).isEqualTo(eur(4_500)); // of the fifty euros that were there
    ended(id, Ending.AGREED, 8_000);
  }

  private UUID payment() {
    return house.call(() ->
        jdbc.sql("select id from payments.pay_in where task = :task")
            .param("task", task.value())
            .query(UUID.class)
            .single());
  }

  /** Nothing is held for it, so that nothing moves; what is settled is owed. */
  @Test
  void whatIsOwedIsDecidedWhereNothingIsHeld() {
    chargebacks.taken(payment(), eur(10_500), "case " + task);
    var id = opened(lucia, 3_000);
    assertThat(kept(id)).isEqualTo(eur(0));
    responds(rosa, id, 3_000).orFail();
    ended(id, Ending.AGREED, 3_000);
    assertThat(earned()).isEqualTo(eur(0));
    payers.fund(signed, task);
    assertThat(earned()).isEqualTo(eur(2_700));
  }

  @Test
  void workThatIsDoneInTimeCantBeDisputed() {
    task = tasks.agreed(signed, PRICE);
    payers.fund(signed, task);
    tasks.start(signed, task).orFail();
    assertThat(opens(lucia, task, 0)).isInstanceOf(Outcome.Refused.class);
    assertThat(opens(rosa, task, 0)).isInstanceOf(Outcome.Refused.class);
    mover.skipTo(clock.instant().plus(Duration.ofDays(15))); // it has no due date
    assertThat(opens(rosa, task, 0)).isInstanceOf(Outcome.Refused.class);
    var id = opens(lucia, task, 0).orFail();
    responds(rosa, id, 1_000).orFail();
    assertThat(now(id)).isInstanceOf(Negotiating.class);
  }

  /** What is agreed on the way is work as well. */
  @Test
  void workThatGoesOnCantBeDisputed() {
    task = tasks.agreed(signed, PRICE);
    payers.fund(signed, task);
    tasks.start(signed, task).orFail();
    mover.skipTo(clock.instant().plus(Duration.ofDays(13)));
    tasks.extra(signed, task, eur(1_000));
    mover.skipTo(clock.instant().plus(Duration.ofDays(13)));
    assertThat(opens(lucia, task, 0)).isInstanceOf(Outcome.Refused.class);
    mover.skipTo(clock.instant().plus(Duration.ofDays(2)));
    opens(lucia, task, 0).orFail();
  }

  @Test
  void threeTimesIsEnough() {
    for (int i = 0; i < Openings.MOST; i++) {
      var id = opened(lucia, 0);
      as(lucia, () -> disputes.withdraw(lucia, id, null).orFail());
    }
    assertThat(as(lucia, () -> openings.mayOpen(lucia, signed.id(), task))).isFalse();
    assertThat(opens(lucia, task, 0)).isInstanceOf(Outcome.Refused.class);
    assertThat(as(rosa, () -> openings.mayOpen(rosa, signed.id(), task))).isTrue();
    opened(rosa, 1);
    assertThat(as(lucia, () -> openings.about(task))).hasSize(Openings.MOST + 1);
  }

  @Test
  void aSecondPressSaysNothingAndThereIsAnEndToWords() {
    var id = opened(rosa, 8_000);
    int seen = now(id).facts().version();
    says(id, seen).orFail();
    assertThat(says(id, seen)).isInstanceOf(Outcome.Refused.class);
    for (int more = 1; more < Disputes.WORDS; more++) {
      says(id, now(id).facts().version()).orFail();
    }
    assertThat(says(id, now(id).facts().version())).isInstanceOf(Outcome.Refused.class);
  }

  private Outcome<Dispute> says(DisputeId id, int seen) {
    return as(rosa, () -> disputes.say(rosa, id, seen, "Look at the dates"));
  }
}

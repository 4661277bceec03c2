package org.diestra.operator.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Duration;
import org.diestra.operator.disputes.Dispute.Decided;
import org.diestra.operator.disputes.Dispute.Deciding;
import org.diestra.operator.disputes.Dispute.Mediation;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.work.contracts.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What operators do where both sides can't agree, and what their silence does. */
class MediationsTests extends DisputeScene {
  @Autowired private Organisations organisations;
  @Autowired private Accounts accounts;
  private Viewer olga;
  private Viewer omar;

  @BeforeEach
  void thereAreOperators() {
    olga = people.operator("Olga Operates");
    omar = people.operator("Omar Operates");
  }

  @Test
  void whatBothAcceptIsPaid() {
    var id = mediated(task, 2_000, 10_000);
    assertThat(now(id)).isInstanceOf(Mediation.class);
    assertThat(proposes(olga, id, 5_000)).isInstanceOf(Outcome.Refused.class); // not in her hand
    takes(olga, id).orFail();
    as(olga, () -> mediations.ask(olga, id, seen(id), Side.CLIENT, "Which of them?").orFail());
    assertThat(told(lucia, id)).contains("disputes.notice.asked");
    as(lucia, () -> disputes.say(lucia, id, seen(id), "The last ten").orFail());
    proposes(olga, id, 5_000).orFail();
    as(lucia, () -> disputes.accept(lucia, id).orFail());
    assertThat(as(lucia, () -> disputes.accept(lucia, id))).isInstanceOf(Outcome.Refused.class);
    as(rosa, () -> disputes.accept(rosa, id).orFail());
    ended(id, Ending.PROPOSAL, 5_000);
    assertThat(earned()).isEqualTo(eur(4_500));
  }

  private int seen(DisputeId id) {
    return now(id).facts().version();
  }

  @Test
  void theyMayStillAgreeByThemselves() {
    var id = mediated(task, 2_000, 10_000);
    names(lucia, id, 6_000).orFail();
    names(rosa, id, 6_000).orFail();
    ended(id, Ending.AGREED, 6_000);
  }

  @Test
  void whoLosesHasAnotherOperatorLookAtItOnce() {
    var id = decided(7_000);
    assertThat(earned()).isEqualTo(eur(0)); // until the time to appeal is over
    as(lucia, () -> disputes.appeal(lucia, id, WHY).orFail());
    assertThat(as(rosa, () -> disputes.appeal(rosa, id, WHY))).isInstanceOf(Outcome.Refused.class);
    assertThat(takes(olga, id)).isInstanceOf(Outcome.Refused.class);
    takes(omar, id).orFail();
    decides(omar, id, 3_000).orFail();
    ended(id, Ending.APPEAL, 3_000);
  }

  private DisputeId decided(long figure) {
    var id = mediated(task, 2_000, 10_000);
    takes(olga, id).orFail();
    proposes(olga, id, 5_000).orFail();
    as(rosa, () -> disputes.refuse(rosa, id).orFail());
    assertThat(now(id)).isInstanceOf(Deciding.class);
    decides(olga, id, figure).orFail();
    return id;
  }

  @Test
  void whatNobodyAppealsAgainstIsCarriedOut() {
    var id = decided(7_000);
    dueAndOver(id);
    ended(id, Ending.DECISION, 7_000);
    assertThat(tasks.stage(task)).isEqualTo("CANCELLED");
  }

  @Test
  void anAppealThatNobodyDecidesLeavesItAsItWas() {
    var id = decided(2_000);
    assertThat(as(lucia, () -> disputes.appeal(lucia, id, WHY)))
        .isInstanceOf(Outcome.Refused.class); // she gets what she asked for
    as(rosa, () -> disputes.appeal(rosa, id, WHY).orFail());
    dueAndOver(id);
    ended(id, Ending.DECISION, 2_000);
  }

  @Test
  void whereMuchIsAtStakeItTakesTwoOperators() {
    task = delivered(eur(60_000));
    var id = mediated(task, 0, 60_000);
    takes(olga, id).orFail();
    proposes(olga, id, 30_000).orFail();
    dueAndOver(id); // nobody answered the proposal
    decides(olga, id, 20_000).orFail();
    decides(olga, id, 20_000).orFail(); // pressed twice
    assertThat(house.call(() -> history.decisions(id))).hasSize(1);
    assertThat(now(id)).isInstanceOf(Deciding.class);
    assertThat(told(omar, id)).endsWith("disputes.notice.second");
    assertThat(told(olga, id)).doesNotContain("disputes.notice.second");
    assertThat(as(olga, () -> mediations.confirm(olga, id, 1))).isInstanceOf(Outcome.Refused.class);
    assertThat(as(omar, () -> mediations.confirm(omar, id, 2))).isInstanceOf(Outcome.Refused.class);
    as(omar, () -> mediations.confirm(omar, id, 1).orFail());
    assertThat(now(id)).isInstanceOf(Decided.class);
    as(lucia, () -> disputes.appeal(lucia, id, WHY).orFail());
    var third = people.operator("Otto Operates"); // two have decided it before
    takes(third, id).orFail();
    decides(third, id, 10_000).orFail();
    ended(id, Ending.APPEAL, 10_000);
  }

  /** What it costs to wait, and for whom it is. */
  @Test
  void theHouseHearsWhatWaitsForIt() {
    var id = mediated(task, 2_000, 10_000);
    assertThat(told(omar, id)).containsExactly("disputes.notice.desk");
    dueAndOver(id);
    assertThat(told(omar, id)).containsExactly("disputes.notice.desk", "disputes.notice.late");
    takes(olga, id).orFail();
    proposes(olga, id, 5_000).orFail();
    dueAndOver(id);
    assertThat(told(olga, id)).endsWith("disputes.notice.desk");
    assertThat(told(omar, id)).hasSize(2);
  }

  @Test
  void nobodyGetsMoreThanIsAskedForNorGivesLess() {
    var id = mediated(task, 2_000, 7_000);
    takes(olga, id).orFail();
    assertThat(proposes(olga, id, 7_001)).isInstanceOf(Outcome.Refused.class);
    assertThat(proposes(olga, id, 1_999)).isInstanceOf(Outcome.Refused.class);
    proposes(olga, id, 7_000).orFail();
  }

  /** The house was closed when the time to appeal ended. */
  @Test
  void whoCouldNotReachTheHouseHasADayMore() {
    var id = decided(7_000);
    mover.skipTo(((Decided) now(id)).dueAt().plus(Duration.ofDays(3)));
    assertThat(now(id)).isInstanceOf(Decided.class);
    as(lucia, () -> disputes.appeal(lucia, id, WHY).orFail());
  }

  /** Neither side gains by the house's own silence. */
  @Test
  void afterSixtyDaysTheMiddleIsPaid() {
    var id = mediated(task, 2_000, 10_000);
    dueAndOver(id); // nobody proposed anything
    assertThat(now(id)).isInstanceOf(Mediation.class);
    mover.skipTo(now(id).facts().openedAt().plus(Duration.ofDays(59)));
    assertThat(now(id)).isInstanceOf(Mediation.class);
    mover.skipTo(now(id).facts().openedAt().plus(Duration.ofDays(62)));
    ended(id, Ending.MIDPOINT, 6_000);
  }

  @Test
  void whoHasATieToASideFindsNothing() {
    var id = mediated(task, 2_000, 10_000);
    assertThatThrownBy(() -> takes(lucia, id)).isInstanceOf(NotFound.class);
    organisations.admit(plan.client(), olga.id(), Role.BOOKKEEPER, lucia.id());
    var tied = accounts.viewer(olga.id()).orElseThrow();
    assertThatThrownBy(() -> takes(tied, id)).isInstanceOf(NotFound.class);
    assertThat(mediations.queue(tied, false, 1_000)).noneMatch(d -> d.facts().id().equals(id));
  }
}

package org.diestra.work.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.work.tasks.Task.Stage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class TasksTests extends TaskScene {
  @Autowired TaskWaits waits;
  @Autowired Organisations organisations;
  @Autowired Accounts accounts;

  @Test
  void fromAProposalToItsApprovalEachSideMovesInTurn() {
    var id = delivered();
    as(lucia, () -> reviews.approve(lucia, id, seen(id), "Well done").orFail());
    assertThat(stages(id))
        .containsExactly(
            Stage.PROPOSED, Stage.AGREED, Stage.IN_PROGRESS, Stage.DELIVERED, Stage.APPROVED);
    assertThat(now(id).facts().count().released()).isEqualTo(Money.of(2500, "EUR"));
    assertThat(told(rosa, id)).containsExactly("tasks.notice.proposed", "tasks.notice.approved");
    assertThat(told(lucia, id))
        .containsExactly("tasks.notice.agreed", "tasks.notice.started", "tasks.notice.delivered");
  }

  @Test
  void nobodyAgreesToTheirOwnProposalAndARevisionTurnsTheTables() {
    var id = proposed();
    assertThat(as(lucia, () -> tasks.agree(lucia, id, seen(id))))
        .isInstanceOf(Outcome.Refused.class);
    as(rosa, () -> tasks.revise(rosa, id, seen(id), work("4000")).orFail());
    assertThat(as(rosa, () -> tasks.agree(rosa, id, seen(id)))).isInstanceOf(Outcome.Refused.class);
    as(lucia, () -> tasks.agree(lucia, id, seen(id)).orFail());
    assertThat(now(id).facts().work().price()).isEqualTo(Money.of(4000, "EUR"));
    assertThat(now(id).facts().count().pinned()).isEqualTo(1);
  }

  @Test
  void whatTheOtherChangedMeanwhileIsNotAgreedTo() {
    var id = proposed();
    int page = seen(id);
    as(lucia, () -> tasks.revise(lucia, id, page, work("100")).orFail());
    assertThat(as(rosa, () -> tasks.agree(rosa, id, page))).isInstanceOf(Outcome.Refused.class);
    assertThat(stage(id)).isEqualTo(Stage.PROPOSED);
  }

  @Test
  void ofManyWhoApproveAtOnceOneDoes() throws Exception {
    var id = delivered();
    int page = seen(id);
    try (var pool = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          pool.invokeAll(
              java.util.Collections.nCopies(
                  6, () -> as(lucia, () -> reviews.approve(lucia, id, page, null))));
      int done = 0;
      for (var one : all) {
        done += one.get() instanceof Outcome.Done ? 1 : 0;
      }
      assertThat(done).isEqualTo(1);
    }
    assertThat(now(id).facts().count().released()).isEqualTo(Money.of(2500, "EUR"));
  }

  @Test
  void noWorkBeginsWhileTheContractIsPaused() {
    var id = agreed();
    as(
        lucia,
        () -> engagements.pause(lucia, signed.id(), contracts.version(signed), null).orFail());
    assertThat(as(rosa, () -> doing.start(rosa, id, seen(id)))).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void theChecklistIsThatOfThePinnedVersion() {
    var id = started();
    Function<TaskId, Checklist> list = task -> as(rosa, () -> doing.checklist(now(task)));
    int size = list.apply(id).size();
    assertThat(size).isGreaterThan(1);
    var item = list.apply(id).parts().getLast().items().getFirst();
    as(rosa, () -> doing.tick(rosa, id, item.key(), true).orFail());
    as(rosa, () -> doing.tick(rosa, id, item.key(), true).orFail());
    assertThat(list.apply(id).done()).isEqualTo(1);
    as(rosa, () -> doing.tick(rosa, id, item.key(), false).orFail());
    assertThat(list.apply(id).done()).isZero();
    assertThat(as(lucia, () -> doing.tick(lucia, id, item.key(), true)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(as(rosa, () -> doing.tick(rosa, id, "no such item", true)))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void noticeBringsAHandOverAndTheEndCallsOffWhatWasNeverBegun() {
    var begun = started();
    var waiting = agreed();
    var madrid = ZoneId.of("Europe/Madrid");
    var day = LocalDate.ofInstant(clock.instant(), madrid).plusDays(8);
    as(
        lucia,
        () ->
            engagements
                .giveNotice(lucia, signed.id(), contracts.version(signed), day, null)
                .orFail());
    var handOver = awaited(this::handOver);
    assertThat(handOver.facts().work().title()).isEqualTo("Traspaso");
    assertThat(as(rosa, () -> doing.checklist(handOver)).size()).isEqualTo(5);
    mover.skipTo(day.plusDays(2).atStartOfDay(madrid).toInstant());
    awaited(() -> stage(waiting) == Stage.CANCELLED ? List.of(now(waiting)) : List.of());
    assertThat(stage(begun)).isEqualTo(Stage.IN_PROGRESS);
    assertThat(handOver()).hasSize(1);
    assertThat(as(rosa, () -> tasks.propose(rosa, signed.id(), work("100"))))
        .isInstanceOf(Outcome.Refused.class);
  }

  private List<Task> handOver() {
    return house.call(() -> tasks.list(signed.id(), Overview.Show.ALL.stages(), null)).stream()
        .filter(t -> t.facts().place().handOver())
        .toList();
  }

  private static Task awaited(java.util.function.Supplier<List<Task>> find) {
    var until = Instant.now().plusSeconds(30);
    while (find.get().isEmpty() && Instant.now().isBefore(until)) {
      Thread.onSpinWait();
    }
    return find.get().getFirst();
  }

  @Test
  void anApproverIsAskedAboutDeliveriesAndNotAboutWhatOnlyAManagerAgreesTo() {
    var delivery = delivered();
    var idea = as(rosa, () -> tasks.propose(rosa, signed.id(), work("900")).orFail());
    var pere = people.open("Pere", "es", "Europe/Madrid", false, null).id();
    organisations.admit(People.organisation(lucia), pere, Role.APPROVER, lucia.id());
    assertThat(waitingFor(accounts.viewer(pere).orElseThrow())).containsExactly(delivery);
    assertThat(waitingFor(lucia)).containsExactlyInAnyOrder(delivery, idea);
  }

  private List<TaskId> waitingFor(Viewer viewer) {
    return as(viewer, () -> waits.of(viewer)).stream()
        .map(wait -> new TaskId(Ids.require(wait.href().substring(wait.href().length() - 22))))
        .toList();
  }

  @Test
  void theDatabaseShowsATaskToItsSidesAlone() {
    var id = delivered();
    var stranger = people.client("Other");
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> as(stranger, () -> tasks.get(signed.id(), id)));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> as(stranger, () -> reviews.approve(stranger, id, 4, null)));
    assertThat(as(rosa, () -> tasks.get(signed.id(), id))).isNotNull();
  }
}

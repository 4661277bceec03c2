package org.diestra.work.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.diestra.HouseTest;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.work.tasks.Bargain.Kind;
import org.diestra.work.tasks.Bargains.Asked;
import org.diestra.work.tasks.Reviews.Wanted;
import org.diestra.work.tasks.Task.Stage;
import org.junit.jupiter.api.Test;

@HouseTest
class ReviewsTests extends TaskScene {
  @Test
  void changesCiteACriterionAndUseTheIncludedRounds() {
    var id = delivered();
    var nothing = new Wanted(true, List.of(), null);
    assertThat(as(lucia, () -> reviews.request(lucia, id, seen(id), nothing)))
        .isInstanceOf(Outcome.Refused.class);
    for (int round = 0; round < 2; round++) {
      changes(id, false, null).orFail();
      deliver(id);
    }
    assertThat(now(id).facts().count().roundsLeft()).isZero();
    assertThat(changes(id, false, null)).isInstanceOf(Outcome.Refused.class);
    changes(id, true, null).orFail();
    assertThat(stage(id)).isEqualTo(Stage.CHANGES_REQUESTED);
    assertThat(now(id).facts().count().used()).isEqualTo(2);
  }

  @Test
  void ofAPartialApprovalTheRestStaysOnTheTask() {
    var id = delivered();
    assertThat(changes(id, true, Money.of(2500, "EUR"))).isInstanceOf(Outcome.Refused.class);
    changes(id, true, Money.of(1000, "EUR")).orFail();
    assertThat(now(id).facts().left()).isEqualTo(Money.of(1500, "EUR"));
    deliver(id);
    as(lucia, () -> reviews.approve(lucia, id, seen(id), null).orFail());
    assertThat(now(id).facts().count().released()).isEqualTo(Money.of(2500, "EUR"));
  }

  @Test
  void aChangeOrderHoldsOnceTheOtherSideAccepts() {
    var id = started();
    var more = new Asked(Kind.EXTRA, "Also December", Money.of(500, "EUR"), null, null, 1);
    as(lucia, () -> bargains.ask(lucia, id, more).orFail());
    assertThat(as(rosa, () -> bargains.ask(rosa, id, more))).isInstanceOf(Outcome.Refused.class);
    var open = as(lucia, () -> bargains.of(id)).getFirst();
    assertThat(as(lucia, () -> bargains.accept(lucia, id, open.id())))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(now(id).facts().work().price()).isEqualTo(Money.of(2500, "EUR"));
    as(rosa, () -> bargains.accept(rosa, id, open.id()).orFail());
    assertThat(now(id).facts().work().price()).isEqualTo(Money.of(3000, "EUR"));
    assertThat(now(id).facts().count().rounds()).isEqualTo(3);
    assertThat(stage(id)).isEqualTo(Stage.IN_PROGRESS);
  }

  @Test
  void whatIsEndedEarlyIsWorthWhatBothAgreeOn() {
    var id = started();
    var end = new Asked(Kind.SETTLEMENT, "Sold the shop", Money.of(800, "EUR"), null, null, 0);
    as(rosa, () -> bargains.ask(rosa, id, end).orFail());
    var open = as(rosa, () -> bargains.of(id)).getFirst();
    as(lucia, () -> bargains.accept(lucia, id, open.id()).orFail());
    assertThat(stage(id)).isEqualTo(Stage.CANCELLED);
    assertThat(now(id).facts().count().released()).isEqualTo(Money.of(800, "EUR"));
    assertThat(as(rosa, () -> bargains.accept(rosa, id, open.id())))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void silenceApprovesAfterThreeRemindersInOrder() {
    var id = delivered();
    var it = (Task.Delivered) now(id);
    var madrid = ZoneId.of("Europe/Madrid");
    assertThat(it.closesAt())
        .isAfter(
            LocalDate.ofInstant(it.facts().since(), madrid)
                .plusDays(14)
                .atStartOfDay(madrid)
                .toInstant());
    var due = ReviewWindow.reminders(it.facts().since(), it.closesAt());
    assertThat(due).hasSize(3).isSorted();
    assertThat(due.getLast()).isEqualTo(it.closesAt().minus(Duration.ofHours(24)));
    for (int i = 0; i < due.size(); i++) {
      mover.skipTo(due.get(i).minusSeconds(60));
      assertThat(reminders(id)).isEqualTo(i);
      mover.moveTo(due.get(i).plusSeconds(60));
      assertThat(reminders(id)).isEqualTo(i + 1);
    }
    assertThat(stage(id)).isEqualTo(Stage.DELIVERED);
    mover.skipTo(it.closesAt().plusSeconds(60));
    assertThat(stage(id)).isEqualTo(Stage.AUTO_APPROVED);
    assertThat(told(rosa, id)).endsWith("tasks.notice.auto-approved");
  }

  private long reminders(TaskId id) {
    return told(lucia, id).stream().filter("tasks.notice.reminder"::equals).count();
  }

  @Test
  void aNewDeliveryBeginsTheTimeToLookAtItAnew() {
    var id = delivered();
    var first = ((Task.Delivered) now(id)).closesAt();
    mover.skipTo(clock.instant().plus(Duration.ofDays(3)));
    changes(id, true, null).orFail();
    deliver(id);
    var second = ((Task.Delivered) now(id)).closesAt();
    assertThat(second).isAfter(first);
    mover.skipTo(first.plusSeconds(60));
    assertThat(stage(id)).isEqualTo(Stage.DELIVERED);
  }
}

package org.diestra.work.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.diestra.HouseTest;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.work.engagements.Engagement;
import org.diestra.work.tasks.Bargain.Kind;
import org.diestra.work.tasks.Bargains.Asked;
import org.diestra.work.tasks.Task.Stage;
import org.junit.jupiter.api.Test;

/** What becomes of work when one side goes, or stays silent, or asks for too much. */
@HouseTest
class AfterTheEndTests extends TaskScene {
  private void left() {
    as(
        lucia,
        () -> engagements.leave(lucia, signed.id(), contracts.version(signed), "Enough").orFail());
    assertThat(engagements.find(signed.id()).orElseThrow()).isInstanceOf(Engagement.Ended.class);
  }

  @Test
  void whoLeavesAtOnceStillOwesWhatWasBegunForAPrice() {
    var id = started();
    left();
    deliver(id);
    as(rosa, () -> doing.withdraw(rosa, id, seen(id)).orFail());
    deliver(id);
    changes(id, true, null).orFail();
    as(rosa, () -> doing.takeUp(rosa, id, seen(id)).orFail());
    deliver(id);
    as(lucia, () -> reviews.approve(lucia, id, seen(id), null).orFail());
    assertThat(now(id).facts().count().released()).isEqualTo(Money.of(2500, "EUR"));
  }

  @Test
  void whatIsPaidByTheHourEndsWithItsContract() {
    var id = as(lucia, () -> tasks.propose(lucia, signed.id(), work(null)).orFail());
    as(rosa, () -> tasks.agree(rosa, id, seen(id)).orFail());
    as(rosa, () -> doing.start(rosa, id, seen(id)).orFail());
    deliver(id);
    left();
    assertThat(as(rosa, () -> doing.withdraw(rosa, id, seen(id))))
        .isInstanceOf(Outcome.Refused.class); // it could not come back
    assertThat(stage(id)).isEqualTo(Stage.DELIVERED);
  }

  @Test
  void theHandOverIsDoneThoughTheContractIsOver() {
    left();
    var id = awaited(this::handOver).facts().id();
    as(rosa, () -> doing.start(rosa, id, seen(id)).orFail());
    deliver(id);
    as(lucia, () -> reviews.approve(lucia, id, seen(id), null).orFail());
    assertThat(stage(id)).isEqualTo(Stage.APPROVED);
  }

  @Test
  void anEndForMoreThanIsLeftIsTakenOffTheTable() {
    var id = delivered();
    var all = new Asked(Kind.SETTLEMENT, "All of it", Money.of(2500, "EUR"), null, null, 0);
    as(rosa, () -> bargains.ask(rosa, id, all).orFail());
    var open = as(rosa, () -> bargains.of(id)).getFirst();
    changes(id, true, Money.of(1500, "EUR")).orFail();
    assertThat(as(lucia, () -> bargains.accept(lucia, id, open.id())))
        .isInstanceOf(Outcome.Refused.class);
    var rest = new Asked(Kind.SETTLEMENT, "The rest", Money.of(1000, "EUR"), null, null, 0);
    as(rosa, () -> bargains.ask(rosa, id, rest).orFail());
    var asked = as(rosa, () -> bargains.of(id)).stream().filter(b -> b.answer() == null).toList();
    as(lucia, () -> bargains.accept(lucia, id, asked.getFirst().id()).orFail());
    assertThat(now(id).facts().count().released()).isEqualTo(Money.of(2500, "EUR"));
  }

  @Test
  void thereIsAnEndToMoreRounds() {
    var id = started();
    var more = new Asked(Kind.EXTRA, "More", Money.of(100, "EUR"), null, null, 5);
    while (now(id).facts().count().rounds() + 5 <= Facts.MOST_ROUNDS) {
      as(lucia, () -> bargains.ask(lucia, id, more).orFail());
      var open = as(lucia, () -> bargains.of(id)).stream().filter(b -> b.answer() == null).toList();
      as(rosa, () -> bargains.accept(rosa, id, open.getFirst().id()).orFail());
    }
    assertThat(as(lucia, () -> bargains.ask(lucia, id, more))).isInstanceOf(Outcome.Refused.class);
  }

  private List<Task> handOver() {
    return house.call(() -> tasks.list(signed.id(), Overview.Show.ALL.stages(), null)).stream()
        .filter(t -> t.facts().place().handOver())
        .toList();
  }

  private static Task awaited(Supplier<List<Task>> find) {
    var until = Instant.now().plus(Duration.ofSeconds(30));
    while (find.get().isEmpty() && Instant.now().isBefore(until)) {
      Thread.onSpinWait();
    }
    return find.get().getFirst();
  }
}

package org.diestra.work.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.work.engagements.RunningContracts.as;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.diestra.HouseTest;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.work.tasks.Bargain.Kind;
import org.diestra.work.tasks.Bargains.Asked;
import org.diestra.work.tasks.Reviews.Wanted;
import org.diestra.work.tasks.Task.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked of a task in whichever order, it stays within its machine (section 6). */
@HouseTest
class TaskLifeTests extends TaskScene {
  private static final Map<Stage, Set<Stage>> MOVES =
      Map.ofEntries(
          Map.entry(Stage.PROPOSED, Set.of(Stage.PROPOSED, Stage.AGREED, Stage.CANCELLED)),
          Map.entry(
              Stage.AGREED, Set.of(Stage.AGREED, Stage.FUNDED, Stage.IN_PROGRESS, Stage.CANCELLED)),
          Map.entry(Stage.FUNDED, Set.of(Stage.FUNDED, Stage.IN_PROGRESS, Stage.CANCELLED)),
          Map.entry(Stage.IN_PROGRESS, Set.of(Stage.IN_PROGRESS, Stage.DELIVERED, Stage.CANCELLED)),
          Map.entry(
              Stage.DELIVERED,
              Set.of(
                  Stage.DELIVERED,
                  Stage.CHANGES_REQUESTED,
                  Stage.IN_PROGRESS,
                  Stage.APPROVED,
                  Stage.AUTO_APPROVED,
                  Stage.DISPUTED,
                  Stage.CANCELLED)),
          Map.entry(
              Stage.CHANGES_REQUESTED,
              Set.of(Stage.CHANGES_REQUESTED, Stage.IN_PROGRESS, Stage.DISPUTED, Stage.CANCELLED)),
          Map.entry(Stage.APPROVED, Set.of(Stage.PAID)),
          Map.entry(Stage.AUTO_APPROVED, Set.of(Stage.PAID)));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void noSequenceOfEventsLeavesTheMachine(long seed) {
    var random = new Random(seed);
    for (int life = 0; life < 6; life++) {
      var id = proposed();
      for (int step = 0; step < 25; step++) {
        tried(random, random.nextBoolean() ? lucia : rosa, id);
      }
      isSound(id);
    }
  }

  private void tried(Random random, Viewer who, TaskId id) {
    int seen = random.nextInt(10) == 0 ? 1 : seen(id);
    try {
      as(who, () -> event(random, who, id, seen));
    } catch (NotFound notTheirsToMove) {
      assertThat(now(id).facts().version()).isPositive();
    }
  }

  private Object event(Random random, Viewer who, TaskId id, int seen) {
    return switch (random.nextInt(13)) {
      case 0, 1 -> tasks.agree(who, id, seen);
      case 2 -> random.nextInt(6) == 0 ? tasks.cancel(who, id, seen, null) : id;
      case 3 -> tasks.revise(who, id, seen, work("3000"));
      case 4 -> prices.funded(id);
      case 5, 6 -> doing.start(who, id, seen);
      case 7, 8 -> doing.deliver(who, id, seen, DONE);
      case 9 -> doing.withdraw(who, id, seen);
      case 10 -> changed(random, who, id, seen);
      case 11 -> bargained(random, who, id);
      default -> random.nextInt(3) == 0 ? reviews.approve(who, id, seen, null) : closed(id);
    };
  }

  private TaskId closed(TaskId id) {
    house.call(() -> {
      reviews.close(id);
      return id;
    });
    return id;
  }

  private Object changed(Random random, Viewer who, TaskId id, int seen) {
    var criterion = now(id).facts().work().criteria().getFirst();
    var remark = new Remark(criterion.id(), null, criterion.text(), "Not yet");
    var part = random.nextBoolean() ? Money.of(100L * random.nextInt(1, 40), "EUR") : null;
    return reviews.request(who, id, seen, new Wanted(random.nextBoolean(), List.of(remark), part));
  }

  private Object bargained(Random random, Viewer who, TaskId id) {
    var open = bargains.of(id).stream().filter(b -> b.answer() == null).findFirst();
    if (open.isPresent()) {
      return random.nextBoolean()
          ? bargains.accept(who, id, open.get().id())
          : bargains.refuse(who, id, open.get().id());
    }
    var kind = random.nextInt(4) == 0 ? Kind.SETTLEMENT : Kind.EXTRA;
    var amount = Money.of(100L * random.nextInt(20), "EUR");
    return bargains.ask(who, id, new Asked(kind, "Why", amount, null, null, 0));
  }

  private void isSound(TaskId id) {
    var moves = house.call(() -> traces.moves(id));
    assertThat(moves.getFirst().from()).isNull();
    assertThat(moves.getFirst().to()).isEqualTo(Stage.PROPOSED);
    for (int i = 1; i < moves.size(); i++) {
      var move = moves.get(i);
      assertThat(move.version()).isEqualTo(i + 1);
      assertThat(move.from()).isEqualTo(moves.get(i - 1).to());
      assertThat(MOVES.getOrDefault(move.from(), Set.of())).contains(move.to());
    }
    var task = now(id);
    assertThat(moves.getLast().to()).isEqualTo(task.stage());
    var count = task.facts().count();
    assertThat(count.released()).isLessThanOrEqualTo(task.facts().work().price());
    assertThat(count.used()).isLessThanOrEqualTo(count.rounds());
    long released =
        moves.stream().filter(m -> m.released() != null).mapToLong(m -> m.released().minor()).sum();
    assertThat(count.released().minor()).isEqualTo(released);
    assertThat(house.call(() -> traces.deliveries(id))).hasSize(count.deliveries());
    boolean review = task.stage() == Stage.DELIVERED;
    assertThat(timers.set(ReviewWindow.CLOSE, id.toString())).hasSize(review ? 1 : 0);
  }
}

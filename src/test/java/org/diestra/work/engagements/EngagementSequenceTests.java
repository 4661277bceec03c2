package org.diestra.work.engagements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.diestra.HouseTest;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.ClockMover;
import org.diestra.work.contracts.SignedContracts;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.engagements.Engagement.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is asked of a contract in whichever order, it stays within its machine (section 5). */
@HouseTest
class EngagementSequenceTests {
  private static final Map<Stage, Set<Stage>> MOVES =
      Map.of(
          Stage.AWAITING_FUNDS, Set.of(Stage.ACTIVE, Stage.ENDED),
          Stage.ACTIVE, Set.of(Stage.PAUSED, Stage.ENDING, Stage.ENDED),
          Stage.PAUSED, Set.of(Stage.ACTIVE, Stage.ENDING, Stage.ENDED),
          Stage.ENDING, Set.of(Stage.ENDED),
          Stage.ENDED, Set.of());

  @Autowired SignedContracts contracts;
  @Autowired RunningContracts running;
  @Autowired Engagements engagements;
  @Autowired Workspaces workspaces;
  @Autowired HouseRights house;
  @Autowired ClockMover mover;
  @Autowired Clock clock;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13})
  void noSequenceOfEventsLeavesTheMachine(long seed) {
    var random = new Random(seed);
    for (int life = 0; life < 4; life++) {
      var signed = random.nextInt(4) == 0 ? contracts.signed() : running.hourly();
      for (int step = 0; step < 14; step++) {
        tried(random, signed, random.nextBoolean() ? signed.client() : signed.assistant());
      }
      isSound(signed);
    }
  }

  private void tried(Random random, Signed signed, Viewer who) {
    int seen = random.nextInt(10) == 0 ? 1 : running.version(signed);
    try {
      as(who, () -> event(random, signed, who, seen));
    } catch (NotFound notTheirsToMove) {
      assertThat(running.version(signed)).isPositive();
    }
  }

  private Object event(Random random, Signed signed, Viewer who, int seen) {
    var id = signed.id();
    return switch (random.nextInt(12)) {
      case 0 -> engagements.start(who, id, seen);
      case 1, 2, 3 -> engagements.pause(who, id, seen, "A while");
      case 4, 5, 6 -> engagements.resume(who, id, seen);
      case 7 -> engagements.cancel(who, id, seen, null);
      case 8 ->
          engagements.giveNotice(who, id, seen, today().plusDays(random.nextInt(6, 12)), "Ok");
      case 9 -> random.nextInt(3) == 0 ? engagements.leave(who, id, seen, "Unsafe") : id;
      case 10 -> {
        engagements.finish(id); // too early, mostly
        yield id;
      }
      default -> engagements.find(id);
    };
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Madrid"));
  }

  private void isSound(Signed signed) {
    mover.skipTo(clock.instant().plus(Duration.ofDays(14))); // any notice is over, in one step
    var moves = house.call(() -> engagements.moves(signed.id()));
    assertThat(moves.getFirst().to()).isEqualTo(Stage.AWAITING_FUNDS);
    for (int i = 1; i < moves.size(); i++) {
      assertThat(moves.get(i).version()).isEqualTo(i + 1);
      assertThat(moves.get(i).from()).isEqualTo(moves.get(i - 1).to());
      assertThat(MOVES.get(moves.get(i).from())).contains(moves.get(i).to());
    }
    var it = engagements.find(signed.id()).orElseThrow();
    assertThat(it.stage()).isEqualTo(moves.getLast().to()).isNotEqualTo(Stage.ENDING);
    var inside = workspaces.readers(it.facts().workspace(), Area.BOOKKEEPING);
    if (it.stage() == Stage.ENDED) {
      assertThat(inside).doesNotContain(signed.assistant().id());
    } else {
      assertThat(inside).contains(signed.assistant().id());
    }
  }
}

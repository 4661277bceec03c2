package org.diestra.hiring.interviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.diestra.HouseTest;
import org.diestra.hiring.interviews.Meeting.Pair;
import org.diestra.hiring.interviews.Stage.Absent;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.rooms.Rooms;
import org.diestra.platform.rooms.Visits;
import org.diestra.platform.timers.ClockMover;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class CourseTests {
  @Autowired Meeting meeting;
  @Autowired Visits visits;
  @Autowired Rooms rooms;
  @Autowired ClockMover clock;
  Pair pair;
  InterviewId id;
  Slot slot;

  @BeforeEach
  void itIsTime() {
    pair = meeting.pair();
    slot = meeting.slot(1);
    id = meeting.agreed(pair, 1);
    clock.moveTo(slot.start());
  }

  private void comes(Viewer viewer, boolean inside) {
    visits.come(rooms.of(InterviewRooms.KIND, id.value()).orElseThrow().id(), viewer, inside);
  }

  private void after(Duration time) {
    clock.moveTo(slot.start().plus(time).plusSeconds(1));
  }

  private Stage stage() {
    return meeting.now(pair, id).stage();
  }

  @Test
  void onceBothAreInItHasBegunAndHalfAnHourAfterItsEndItIsDone() {
    comes(pair.client(), true);
    assertThat(stage()).isInstanceOf(Stage.Scheduled.class);
    comes(pair.assistant(), true);
    assertThat(stage()).isInstanceOf(Stage.Live.class);

    after(Duration.ofMinutes(16));
    assertThat(stage()).isInstanceOf(Stage.Live.class);
    after(Duration.ofMinutes(61));
    assertThat(stage()).isInstanceOf(Stage.Done.class);
  }

  @Test
  void whoHasNotComeAfterFifteenMinutesIsAbsent() {
    comes(pair.client(), true);

    after(Duration.ofMinutes(14));
    assertThat(stage()).isInstanceOf(Stage.Scheduled.class);
    after(Duration.ofMinutes(15));

    assertThat(stage())
        .isInstanceOfSatisfying(
            Stage.NoShow.class, n -> assertThat(n.who()).isEqualTo(Absent.ASSISTANT));
  }

  @Test
  void whoWaitedAtTheDoorWasThere() {
    comes(pair.assistant(), false);
    after(Duration.ofMinutes(15));

    assertThat(stage())
        .isInstanceOfSatisfying(
            Stage.NoShow.class, n -> assertThat(n.who()).isEqualTo(Absent.CLIENT));
  }

  @Test
  void whereNobodyCameNobodyIsToBlameAlone() {
    after(Duration.ofMinutes(15));

    assertThat(stage())
        .isInstanceOfSatisfying(
            Stage.NoShow.class, n -> assertThat(n.who()).isEqualTo(Absent.BOTH));
  }
}

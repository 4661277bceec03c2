package org.diestra.hiring.interviews;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Predicate;
import org.diestra.hiring.interviews.Moving.By;
import org.diestra.platform.rooms.Rooms;
import org.diestra.platform.rooms.Stay;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of an interview as time passes. Safe to repeat. */
@Service
class Course {
  private final InterviewStore store;
  private final Moving moving;
  private final Notices notices;
  private final Rooms rooms;
  private final Clock clock;

  Course(InterviewStore store, Moving moving, Notices notices, Rooms rooms, Clock clock) {
    this.store = store;
    this.moving = moving;
    this.notices = notices;
    this.rooms = rooms;
    this.clock = clock;
  }

  /** Nobody answered in time. */
  @Transactional
  public void expire(InterviewId id, Instant due) {
    var interview = store.lock(id).orElseThrow();
    if (interview.stage() instanceof Stage.Proposed stage && !stage.until().isAfter(due)) {
      var next = moving.make(interview, stage.expire(clock.instant()), Move.Kind.EXPIRE, By.HOUSE);
      notices.expired(next);
    }
  }

  /** An hour ahead, both are told once more. */
  @Transactional
  public void remind(InterviewId id) {
    store
        .find(id)
        .filter(interview -> interview.stage() instanceof Stage.Scheduled)
        .ifPresent(notices::soon);
  }

  /** Somebody was let into the room: once both sides are, it has begun. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void entered(InterviewId id) {
    var interview = store.lock(id).orElseThrow();
    if (interview.stage() instanceof Stage.Scheduled stage
        && came(interview, Side.CLIENT, Stay::admitted)
        && came(interview, Side.ASSISTANT, Stay::admitted)) {
      moving.make(interview, stage.begin(clock.instant()), Move.Kind.BEGIN, By.HOUSE);
    }
  }

  /**
   * Fifteen minutes after the start: whoever has not come by then, be it only to the door, is
   * absent.
   */
  @Transactional
  public void missed(InterviewId id, Instant due) {
    var interview = store.lock(id).orElseThrow();
    if (!(interview.stage() instanceof Stage.Scheduled stage)
        || stage.slot().start().plus(Slot.PATIENCE).isAfter(due)) {
      return;
    }
    boolean client = came(interview, Side.CLIENT, stay -> true);
    boolean assistant = came(interview, Side.ASSISTANT, stay -> true);
    if (!client || !assistant) {
      var who =
          client ? Stage.Absent.ASSISTANT : assistant ? Stage.Absent.CLIENT : Stage.Absent.BOTH;
      notices.missed(
          moving.make(interview, stage.miss(who, clock.instant()), Move.Kind.MISS, By.HOUSE));
    }
  }

  /** Half an hour after the end the room is closed, and whatever it was is over. */
  @Transactional
  public void end(InterviewId id, Instant due) {
    var interview = store.lock(id).orElseThrow();
    if (interview.stage() instanceof Stage.Agreed agreed && !agreed.slot().closes().isAfter(due)) {
      var now = clock.instant();
      switch (interview.stage()) {
        case Stage.Live live ->
            moving.make(interview, live.finish(now), Move.Kind.FINISH, By.HOUSE);
        case Stage.Scheduled stage -> // both had come, but were not in at the same time
            moving.make(interview, stage.begin(now).finish(now), Move.Kind.FINISH, By.HOUSE);
        default -> {}
      }
    }
  }

  private boolean came(Interview interview, Side side, Predicate<Stay> how) {
    return rooms.log(InterviewRooms.KIND, interview.id().value()).stream()
        .filter(stay -> stay.person().equals(interview.assistant()) == (side == Side.ASSISTANT))
        .anyMatch(how);
  }
}

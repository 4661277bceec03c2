package org.diestra.hiring.interviews;

import java.time.Clock;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.rooms.Rooms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one way an interview gets from stage to stage: kept, recorded, and followed by the clock. */
@Component
class Moving {
  private final InterviewStore store;
  private final Deadlines deadlines;
  private final Rooms rooms;
  private final Invites invites;
  private final Audit audit;
  private final Clock clock;

  Moving(
      InterviewStore store,
      Deadlines deadlines,
      Rooms rooms,
      Invites invites,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.deadlines = deadlines;
    this.rooms = rooms;
    this.invites = invites;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Who moves it, and what is said with it.
   *
   * @param side null for the house
   * @param person null for the house
   */
  record By(@Nullable Side side, @Nullable PersonId person, boolean late, String words) {
    static final By HOUSE = new By(null, null, false, "");

    static By of(Side side, PersonId person, String words) {
      return new By(side, person, false, words);
    }

    By late(boolean isLate) {
      return new By(side, person, isLate, words);
    }
  }

  void begin(Interview first, By by) {
    store.add(first, note(first, Move.Kind.PROPOSE, by));
    follow(null, first, Move.Kind.PROPOSE, by);
  }

  Interview make(Interview was, Stage stage, Move.Kind kind, By by) {
    var next = was.at(stage);
    store.move(next, note(next, kind, by));
    follow(was, next, kind, by);
    return next;
  }

  private void follow(@Nullable Interview was, Interview next, Move.Kind kind, By by) {
    audit.record(
        Deed.of("interviews", kind.slug())
            .by(by.person() == null ? null : by.person().value())
            .onBehalfOf(next.organisation().value())
            .on("interview", next.id().value())
            .moved(was == null ? null : was.state().name(), next.state().name()));
    deadlines.follow(next);
    invites.follow(next);
    switch (next.stage()) {
      case Stage.Scheduled(var since, var slot) ->
          rooms.open(InterviewRooms.KIND, next.id().value(), slot.opens(), slot.closes());
      case Stage.Live live -> {} // it stays open
      default -> rooms.close(InterviewRooms.KIND, next.id().value());
    }
  }

  private Move note(Interview next, Move.Kind kind, By by) {
    return new Move(
        next.version(), kind, by.side(), by.person(), by.late(), by.words(), clock.instant());
  }
}

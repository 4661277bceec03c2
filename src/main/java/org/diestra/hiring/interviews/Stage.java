package org.diestra.hiring.interviews;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an interview stands. A move is known only to the stages that allow it and answers the next
 * stage, so that an illegal one does not compile.
 */
sealed interface Stage {
  /** How long proposed times wait for an answer. */
  Duration ANSWER = Duration.ofHours(72);

  /** Since when it stands here. */
  Instant since();

  /** Times are on the table and one side is to answer. */
  record Proposed(Instant since, Side turn, List<Slot> slots, Instant until) implements Open {
    public Proposed {
      slots = List.copyOf(slots);
    }

    /** An answer is due within 72 hours, and before the last of the times has begun. */
    static Proposed by(Side side, List<Slot> slots, Instant at) {
      var last = slots.stream().map(Slot::start).max(Comparator.naturalOrder()).orElseThrow();
      var due = at.plus(ANSWER);
      return new Proposed(at, side.other(), slots, last.isBefore(due) ? last : due);
    }

    Scheduled pick(Slot slot, Instant at) {
      if (!slots.contains(slot)) {
        throw new IllegalArgumentException("not among those proposed: " + slot);
      }
      return new Scheduled(at, slot);
    }

    /** The side whose turn it is would rather meet at other times. */
    Proposed counter(List<Slot> others, Instant at) {
      return by(turn, others, at);
    }

    Expired expire(Instant at) {
      return new Expired(at);
    }
  }

  /** The time is agreed. */
  record Scheduled(Instant since, Slot slot) implements Open, Agreed {
    /** One side can't come and proposes other times; this one no longer holds. */
    Proposed reschedule(Side by, List<Slot> others, Instant at) {
      return Proposed.by(by, others, at);
    }

    Live begin(Instant at) {
      return new Live(at, slot);
    }

    NoShow miss(Absent who, Instant at) {
      return new NoShow(at, slot, who);
    }
  }

  /** Both sides are, or were, in the room. */
  record Live(Instant since, Slot slot) implements Agreed {
    Done finish(Instant at) {
      return new Done(at, slot);
    }
  }

  record Done(Instant since, Slot slot) implements Agreed {}

  /** Nobody answered in time. */
  record Expired(Instant since) implements Stage {}

  /**
   * @param by null where the bid ended, and the meeting with it
   * @param late with less than two hours' notice
   */
  record Cancelled(Instant since, @Nullable Side by, boolean late) implements Stage {}

  /** Fifteen minutes after the start somebody had not come. */
  record NoShow(Instant since, Slot slot, Absent who) implements Agreed {}

  /** Who did not come. */
  enum Absent {
    CLIENT,
    ASSISTANT,
    BOTH
  }

  /** Not begun and not over: either side may still call it off. */
  sealed interface Open extends Stage {
    default Cancelled cancel(Side by, boolean late, Instant at) {
      return new Cancelled(at, by, late);
    }

    /** There is nothing left to talk about. */
    default Cancelled lapse(Instant at) {
      return new Cancelled(at, null, false);
    }
  }

  /** Has a time that both agreed to. */
  sealed interface Agreed extends Stage {
    Slot slot();
  }
}

package org.diestra.work.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.Side;
import org.jspecify.annotations.Nullable;

/**
 * A task's life: {@code PROPOSED → AGREED → FUNDED → IN_PROGRESS → DELIVERED → APPROVED |
 * AUTO_APPROVED → PAID}; from a delivery also {@code → CHANGES_REQUESTED → IN_PROGRESS}. Work that
 * is paid by the hour, and all while no money is held here, begins from {@code AGREED}.
 */
sealed interface Task {
  Facts facts();

  /** The stage's name, as it stands in the database and in messages. */
  Stage stage();

  /** Its name for those who need no more. */
  enum Stage {
    PROPOSED,
    AGREED,
    FUNDED,
    IN_PROGRESS,
    DELIVERED,
    CHANGES_REQUESTED,
    APPROVED,
    AUTO_APPROVED,
    PAID,
    DISPUTED,
    CANCELLED;

    /** Whether nothing more is done or decided about it. */
    boolean over() {
      return this == APPROVED || this == AUTO_APPROVED || this == PAID || this == CANCELLED;
    }
  }

  /** Whether work on it is to come, or going on. */
  default boolean open() {
    return switch (this) {
      case Agreed it -> true;
      case Funded it -> true;
      case InProgress it -> true;
      case ChangesRequested it -> true;
      default -> false;
    };
  }

  /**
   * The same, done by that version of its procedure.
   *
   * @throws IllegalStateException if no work on it is to come
   */
  default Task pinned(int number) {
    var facts = facts().with(facts().work(), facts().count().pinned(number));
    return switch (this) {
      case Agreed it -> new Agreed(facts);
      case Funded it -> new Funded(facts);
      case InProgress it -> new InProgress(facts);
      case ChangesRequested it -> new ChangesRequested(facts);
      default -> throw new IllegalStateException("no work to come: " + stage());
    };
  }

  /** What is done or decided next is still open: it may be ended by what both agree on. */
  sealed interface Running extends Task permits InProgress, Delivered, ChangesRequested {
    /** Ended before it was done, for that part of what is left of its price. */
    default Cancelled settle(Side by, @Nullable Money part, Instant now) {
      return new Cancelled(facts().next(facts().count().released(part), now), by);
    }

    /** Something about it is decided in a dispute, and its time stands still. */
    default Disputed dispute(Instant now) {
      var left =
          this instanceof Delivered it
              ? Duration.ofSeconds(Duration.between(now, it.closesAt()).plusMillis(999).toSeconds())
              : null;
      return new Disputed(facts().next(now), stage(), left);
    }

    /** The same with more to do, and more time or money for it. */
    default Task extend(Work work, int moreRounds) {
      var facts = facts().with(work, facts().count().rounds(moreRounds));
      return switch (this) {
        case InProgress it -> new InProgress(facts);
        case Delivered it -> new Delivered(facts, it.closesAt());
        case ChangesRequested it -> new ChangesRequested(facts);
      };
    }
  }

  /** Not begun, so it is called off freely. */
  sealed interface Waiting extends Task permits Proposed, Agreed, Funded {
    default Cancelled cancel(@Nullable Side by, Instant now) {
      return new Cancelled(facts().next(now), by);
    }
  }

  /**
   * One side proposes it, the other agrees, or proposes it otherwise.
   *
   * @param by who proposed it as it stands
   */
  record Proposed(Facts facts, Side by) implements Waiting {
    @Override
    public Stage stage() {
      return Stage.PROPOSED;
    }

    Agreed agree(@Nullable Integer pinned, Instant now) {
      return new Agreed(facts.next(facts.count().agreed(pinned, now), now));
    }

    Proposed revise(Side side, Work work, Instant now) {
      int rounds = facts.count().rounds();
      return new Proposed(
          new Facts(facts.place(), work, Facts.Count.none(work, rounds), facts.version() + 1, now),
          side);
    }
  }

  record Agreed(Facts facts) implements Waiting {
    @Override
    public Stage stage() {
      return Stage.AGREED;
    }

    Funded fund(Instant now) {
      return new Funded(facts.next(now));
    }

    InProgress start(Instant now) {
      return new InProgress(facts.next(now));
    }
  }

  /** Its price is held. */
  record Funded(Facts facts) implements Waiting {
    @Override
    public Stage stage() {
      return Stage.FUNDED;
    }

    InProgress start(Instant now) {
      return new InProgress(facts.next(now));
    }
  }

  record InProgress(Facts facts) implements Running {
    @Override
    public Stage stage() {
      return Stage.IN_PROGRESS;
    }

    /** Nothing was ever delivered, and nobody is at work on it. */
    Cancelled lapse(Instant now) {
      return new Cancelled(facts.next(now), null);
    }

    Delivered deliver(Instant closesAt, Instant now) {
      return new Delivered(facts.next(facts.count().delivered(), now), closesAt);
    }
  }

  /**
   * The client looks at it.
   *
   * @param closesAt when silence approves it
   */
  record Delivered(Facts facts, Instant closesAt) implements Running {
    @Override
    public Stage stage() {
      return Stage.DELIVERED;
    }

    /**
     * @param bySilence whether its time ran out
     */
    Approved approve(boolean bySilence, Instant now) {
      return new Approved(facts.next(facts.count().released(facts.left()), now), bySilence);
    }

    /**
     * @param counts whether it uses one of the included rounds
     * @param part of the price that is paid already, or null
     */
    ChangesRequested request(boolean counts, @Nullable Money part, Instant now) {
      return new ChangesRequested(facts.next(facts.count().changed(counts).released(part), now));
    }

    InProgress withdraw(Instant now) {
      return new InProgress(facts.next(now));
    }
  }

  record ChangesRequested(Facts facts) implements Running {
    @Override
    public Stage stage() {
      return Stage.CHANGES_REQUESTED;
    }

    InProgress takeUp(Instant now) {
      return new InProgress(facts.next(now));
    }
  }

  /**
   * @param bySilence whether the time to look at it ran out
   */
  record Approved(Facts facts, boolean bySilence) implements Task {
    @Override
    public Stage stage() {
      return bySilence ? Stage.AUTO_APPROVED : Stage.APPROVED;
    }

    Paid pay(Instant now) {
      return new Paid(facts.next(now));
    }
  }

  record Paid(Facts facts) implements Task {
    @Override
    public Stage stage() {
      return Stage.PAID;
    }
  }

  /**
   * What happens next is decided elsewhere.
   *
   * @param from the stage it was at
   * @param left of the time to look at what was delivered, in whole seconds; null from elsewhere
   */
  record Disputed(Facts facts, Stage from, @Nullable Duration left) implements Task {
    @Override
    public Stage stage() {
      return Stage.DISPUTED;
    }

    /** It goes on where it was, with the time that was left. */
    Running restore(Instant now) {
      var next = facts.next(now);
      return switch (from) {
        case DELIVERED -> new Delivered(next, now.plus(Objects.requireNonNull(left)));
        case CHANGES_REQUESTED -> new ChangesRequested(next);
        default -> new InProgress(next);
      };
    }

    /** It is over for that part of what is left of its price; for all of it, it is approved. */
    Task end(Money part, Instant now) {
      var next = facts.next(facts.count().released(part), now);
      return part.isPositive() && part.equals(facts.left()) && facts.count().deliveries() > 0
          ? new Approved(next, false)
          : new Cancelled(next, null);
    }
  }

  /**
   * @param by who called it off, or null where the contract ended
   */
  record Cancelled(Facts facts, @Nullable Side by) implements Task {
    @Override
    public Stage stage() {
      return Stage.CANCELLED;
    }
  }
}

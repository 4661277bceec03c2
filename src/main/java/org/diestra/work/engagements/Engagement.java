package org.diestra.work.engagements;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Side;
import org.jspecify.annotations.Nullable;

/**
 * A contract's life: {@code AWAITING_FUNDS → ACTIVE ⇄ PAUSED → ENDING → ENDED}. Either side may
 * give notice of what has started, and leave at once for its safety; what has not started may be
 * called off freely.
 */
public sealed interface Engagement {
  Facts facts();

  /** The stage's name, as it stands in the database and in messages. */
  Stage stage();

  /** Its name for those who need no more. */
  enum Stage {
    AWAITING_FUNDS,
    ACTIVE,
    PAUSED,
    ENDING,
    ENDED
  }

  /** Why it ended. */
  enum End {
    /** Called off before it started. */
    CANCELLED,
    /** The last day of notice is over. */
    NOTICE,
    /** Left at once, for somebody's safety or after a fraud. */
    SAFETY,
    /** What it was for alone is done, or will not be. */
    DONE
  }

  /**
   * What it was for alone is over.
   *
   * @param by who brought that about
   * @throws IllegalStateException if it has ended already
   */
  default Ended conclude(Side by, Instant now) {
    if (this instanceof Ended) {
      throw new IllegalStateException("over already: " + facts().contract());
    }
    return new Ended(facts().moved(now), End.DONE, by);
  }

  /** Whether work may be done and recorded now. */
  default boolean runs() {
    return this instanceof Active || this instanceof Ending ending && !ending.paused();
  }

  /**
   * What stays the same.
   *
   * @param duties the areas of the workspace that it opens
   * @param needsManual whether a manual is read before it starts, as the terms say
   * @param noticeDays calendar days
   * @param version counts its moves, so that nobody moves what they have not seen
   * @param since when it came to its stage
   * @param startedAt when its work began, or null before
   */
  record Facts(
      ContractId contract,
      WorkspaceId workspace,
      OrganisationId organisation,
      PersonId assistant,
      String title,
      Set<Area> duties,
      boolean needsManual,
      int noticeDays,
      int version,
      Instant since,
      @Nullable Instant startedAt) {
    public Facts {
      duties = Set.copyOf(duties);
    }

    /** The side that this person acts for, if any. */
    public Optional<Side> sideOf(Viewer viewer) {
      if (viewer.id().equals(assistant)) {
        return Optional.of(Side.ASSISTANT);
      }
      return viewer.hiresFor(organisation) ? Optional.of(Side.CLIENT) : Optional.empty();
    }

    Facts moved(Instant now) {
      return next(now, startedAt);
    }

    Facts started(Instant now) {
      return next(now, now);
    }

    private Facts next(Instant now, @Nullable Instant start) {
      return new Facts(
          contract,
          workspace,
          organisation,
          assistant,
          title,
          duties,
          needsManual,
          noticeDays,
          version + 1,
          now,
          start);
    }
  }

  /** Signed; its manual is read, and its funds are awaited. */
  record Preparing(Facts facts) implements Engagement {
    @Override
    public Stage stage() {
      return Stage.AWAITING_FUNDS;
    }

    Active start(Instant now) {
      return new Active(facts.started(now));
    }

    Ended cancel(Side by, Instant now) {
      return new Ended(facts.moved(now), End.CANCELLED, by);
    }
  }

  /** Its work is being done. */
  record Active(Facts facts) implements Engagement {
    @Override
    public Stage stage() {
      return Stage.ACTIVE;
    }

    Paused pause(Side by, Instant now) {
      return new Paused(facts.moved(now), by);
    }

    Ending giveNotice(Side by, Instant endsAt, Instant now) {
      return new Ending(facts.moved(now), by, endsAt, false);
    }

    Ended leave(Side by, Instant now) {
      return new Ended(facts.moved(now), End.SAFETY, by);
    }
  }

  /**
   * No work is done for a while.
   *
   * @param by who paused it, and may let it go on
   */
  record Paused(Facts facts, Side by) implements Engagement {
    @Override
    public Stage stage() {
      return Stage.PAUSED;
    }

    Active resume(Instant now) {
      return new Active(facts.moved(now));
    }

    Ending giveNotice(Side side, Instant endsAt, Instant now) {
      return new Ending(facts.moved(now), side, endsAt, true);
    }

    Ended leave(Side side, Instant now) {
      return new Ended(facts.moved(now), End.SAFETY, side);
    }
  }

  /**
   * Notice was given; work goes on until its last day is over.
   *
   * @param endsAt the last second of its last day
   * @param paused whether it was paused, so that no work is done until its end
   */
  record Ending(Facts facts, Side by, Instant endsAt, boolean paused) implements Engagement {
    @Override
    public Stage stage() {
      return Stage.ENDING;
    }

    /** It ends when it was to end, however much later somebody notices. */
    Ended finish() {
      return new Ended(facts.moved(endsAt), End.NOTICE, by);
    }

    Ended leave(Side side, Instant now) {
      return new Ended(facts.moved(now), End.SAFETY, side);
    }
  }

  /**
   * Over, and all it opened is closed.
   *
   * @param by who brought it about
   */
  record Ended(Facts facts, End end, Side by) implements Engagement {
    @Override
    public Stage stage() {
      return Stage.ENDED;
    }
  }
}

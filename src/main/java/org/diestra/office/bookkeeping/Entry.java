package org.diestra.office.bookkeeping;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An entry: {@code DRAFT ⇄ PROPOSED → POSTED}, or {@code PROPOSED → RETURNED ⇄ PROPOSED}. Whoever
 * works in the books writes and proposes; another, one of the client's, posts or returns. What is
 * posted stays; it is undone by its opposite.
 */
sealed interface Entry {
  Facts facts();

  State state();

  enum State {
    DRAFT(""),
    PROPOSED("wait"),
    RETURNED("stop"),
    POSTED("good");

    private final String tone;

    State(String tone) {
      this.tone = tone;
    }

    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    String key() {
      return "bookkeeping.state." + slug();
    }

    /** Of its badge. */
    String tone() {
      return tone;
    }
  }

  /**
   * @param key of the form that made it
   * @param version counts its steps, so that nobody decides on what they have not seen
   * @param since when it came to its state
   * @param writtenBy who wrote what it says now
   * @param reverses what it undoes, or null
   */
  record Facts(
      EntryId id,
      WorkspaceId workspace,
      UUID key,
      Written written,
      int version,
      Instant since,
      PersonId writtenBy,
      @Nullable EntryId reverses) {

    String href() {
      return "/w/" + workspace + "/books/entries/" + id;
    }

    private Facts moved(Instant now) {
      return new Facts(id, workspace, key, written, version + 1, now, writtenBy, reverses);
    }

    private Facts written(Written after, PersonId by, Instant now) {
      return new Facts(id, workspace, key, after, version + 1, now, by, reverses);
    }
  }

  /** What is still being written, and may be thrown away. */
  sealed interface Open extends Entry permits Draft, Returned {
    Entry write(Written after, PersonId by, Instant now);

    /** What it says now is to be posted by another. */
    default Proposed propose(PersonId by, Instant now) {
      return new Proposed(facts().moved(now), by, Set.of());
    }
  }

  record Draft(Facts facts) implements Open {
    @Override
    public State state() {
      return State.DRAFT;
    }

    @Override
    public Draft write(Written after, PersonId by, Instant now) {
      return new Draft(facts.written(after, by, now));
    }
  }

  /** It waits for another's decision. */
  record Proposed(Facts facts, PersonId proposedBy, Set<PersonId> replacedBy) implements Entry {
    public Proposed {
      replacedBy = Set.copyOf(replacedBy);
    }

    @Override
    public State state() {
      return State.PROPOSED;
    }

    Draft withdraw(Instant now) {
      return new Draft(facts.moved(now));
    }

    Returned giveBack(String why, Instant now) {
      return new Returned(facts.moved(now), why);
    }

    /** The same, changed by who checks it in the one thing that may be. */
    Proposed seenAgain(Instant now) {
      return new Proposed(facts.moved(now), proposedBy, replacedBy);
    }

    /** Whether that person wrote or proposed it. */
    boolean by(PersonId person) {
      return proposedBy.equals(person) || facts.writtenBy().equals(person);
    }
  }

  /** It was looked at and given back, to be mended. */
  record Returned(Facts facts, String why) implements Open {
    @Override
    public State state() {
      return State.RETURNED;
    }

    @Override
    public Returned write(Written after, PersonId by, Instant now) {
      return new Returned(facts.written(after, by, now), why);
    }
  }

  /**
   * It is in the books for good.
   *
   * @param year of the books
   * @param number in the order of posting, from 1 in each year
   * @param alone whether who wrote it posted it too
   * @param reversedBy what undoes it once it is posted too, or null
   */
  record Posted(
      Facts facts,
      PersonId proposedBy,
      PersonId postedBy,
      int year,
      int number,
      boolean alone,
      @Nullable EntryId reversedBy)
      implements Entry {
    @Override
    public State state() {
      return State.POSTED;
    }
  }
}

package org.diestra.work.time;

import java.time.Instant;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.work.contracts.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * The life of a line of hours: {@code OPEN → SUBMITTED → {ACCEPTED | QUERIED → ANSWERED → ACCEPTED
 * | DISPUTED} → INVOICED → PAID}. Silence accepts; a question that nobody answers withholds.
 */
public sealed interface Entry {
  Facts facts();

  /** The stage's name, as it stands in the database and in messages. */
  State state();

  /** Its name for those who need no more. */
  enum State {
    OPEN,
    SUBMITTED,
    QUERIED,
    ANSWERED,
    ACCEPTED,
    DISPUTED,
    INVOICED,
    PAID
  }

  /** Where a line comes from. */
  enum Source {
    /** The house's timer ran meanwhile. */
    TIMER,
    /** The timer of a device that told the house later: only its word stands for it. */
    SENT,
    MANUAL;

    /** Whether the house saw it being counted. */
    boolean seen() {
      return this == TIMER;
    }
  }

  /**
   * What a line says, in any stage.
   *
   * @param task what it was done for, or null
   * @param note 10–500 characters
   * @param described false where the note merely stands in for one that is yet to be written
   */
  record Said(Span span, @Nullable UUID task, String note, boolean described) {
    static final int LEAST = 10;
    static final int MOST = 500;

    public Said {
      if (!fits(note)) {
        throw new IllegalArgumentException("a note of " + note.length() + " units");
      }
    }

    /** Whether that says enough, and not too much. */
    static boolean fits(String note) {
      int length = note.codePointCount(0, note.length());
      return length >= LEAST && length <= MOST;
    }

    Said(Span span, @Nullable UUID task, String note) {
      this(span, task, note, true);
    }
  }

  /**
   * What all stages have.
   *
   * @param over minutes above the cap that were not accepted, fixed when its week is closed
   * @param version counts its changes, so that nobody decides on what they have not seen
   * @param since when it came to its stage
   */
  record Facts(
      EntryId id,
      ContractId contract,
      PersonId assistant,
      Week week,
      Said said,
      Source source,
      int over,
      int version,
      Instant since,
      Instant madeAt) {
    Span span() {
      return said.span();
    }

    int minutes() {
      return span().minutes();
    }

    Facts moved(Instant now) {
      return new Facts(id, contract, assistant, week, said, source, over, version + 1, now, madeAt);
    }

    Facts saying(Said other) {
      if (!Week.of(other.span().from()).equals(week)) {
        throw new IllegalArgumentException("a line stays in its week: " + other);
      }
      return new Facts(
          id, contract, assistant, week, other, source, over, version + 1, since, madeAt);
    }

    Facts over(int minutes, int at) {
      return new Facts(id, contract, assistant, week, said, source, minutes, at, since, madeAt);
    }
  }

  /** One in which the assistant may still write. */
  sealed interface Written extends Entry {
    Written write(Said said);
  }

  /** The assistant's alone. */
  record Open(Facts facts) implements Written {
    @Override
    public State state() {
      return State.OPEN;
    }

    @Override
    public Open write(Said said) {
      return new Open(facts.saying(said));
    }

    Submitted submit(Instant now) {
      return new Submitted(facts.moved(now));
    }
  }

  /** Before the client. */
  record Submitted(Facts facts) implements Written {
    @Override
    public State state() {
      return State.SUBMITTED;
    }

    @Override
    public Submitted write(Said said) {
      return new Submitted(facts.saying(said));
    }

    Queried query(Instant now) {
      return new Queried(facts.moved(now));
    }

    Accepted accept(Instant now) {
      return new Accepted(facts.moved(now));
    }
  }

  /** The client asks. */
  record Queried(Facts facts) implements Written {
    @Override
    public State state() {
      return State.QUERIED;
    }

    @Override
    public Queried write(Said said) {
      return new Queried(facts.saying(said));
    }

    Answered answer(Instant now) {
      return new Answered(facts.moved(now));
    }

    /** Nobody answered before the close. */
    Disputed withhold(Instant now) {
      return new Disputed(facts.moved(now));
    }
  }

  /** The assistant has answered. */
  record Answered(Facts facts) implements Entry {
    @Override
    public State state() {
      return State.ANSWERED;
    }

    Accepted accept(Instant now) {
      return new Accepted(facts.moved(now));
    }

    Disputed dispute(Instant now) {
      return new Disputed(facts.moved(now));
    }
  }

  /** Due. */
  record Accepted(Facts facts) implements Entry {
    @Override
    public State state() {
      return State.ACCEPTED;
    }

    Invoiced invoice(Instant now) {
      return new Invoiced(facts.moved(now));
    }
  }

  /** Withheld until it is settled. */
  record Disputed(Facts facts) implements Entry {
    @Override
    public State state() {
      return State.DISPUTED;
    }
  }

  /** On an invoice. */
  record Invoiced(Facts facts) implements Entry {
    @Override
    public State state() {
      return State.INVOICED;
    }

    Paid pay(Instant now) {
      return new Paid(facts.moved(now));
    }
  }

  /** Settled. */
  record Paid(Facts facts) implements Entry {
    @Override
    public State state() {
      return State.PAID;
    }
  }

  /** What the close of the week makes of it: silence accepts, a question without answer not. */
  default Entry close(Instant now) {
    return switch (this) {
      case Submitted submitted -> submitted.accept(now);
      case Answered answered -> answered.accept(now);
      case Queried queried -> queried.withhold(now);
      case Open open -> open;
      case Accepted accepted -> accepted;
      case Disputed disputed -> disputed;
      case Invoiced invoiced -> invoiced;
      case Paid paid -> paid;
    };
  }

  /**
   * The same line with what is above the cap, as the close leaves it; one version on from where it
   * was before the close, however much that changed.
   */
  default Entry closedOver(int minutes, int before) {
    if (facts().over() == minutes && facts().version() == before) {
      return this;
    }
    var fixed = facts().over(minutes, before + 1);
    return switch (this) {
      case Open open -> new Open(fixed);
      case Submitted submitted -> new Submitted(fixed);
      case Queried queried -> new Queried(fixed);
      case Answered answered -> new Answered(fixed);
      case Accepted accepted -> new Accepted(fixed);
      case Disputed disputed -> new Disputed(fixed);
      case Invoiced invoiced -> new Invoiced(fixed);
      case Paid paid -> new Paid(fixed);
    };
  }

  /** Whether it is owed: accepted, or beyond. */
  default boolean due() {
    return this instanceof Accepted || this instanceof Invoiced || this instanceof Paid;
  }
}

package org.diestra.operator.disputes;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.Side;
import org.jspecify.annotations.Nullable;

/**
 * The life of a dispute (domain rules, section 9): {@code OPENED → NEGOTIATING → MEDIATION →
 * PROPOSED → DECIDING → DECIDED → CLOSED}, settled or withdrawn at any time before it is decided,
 * and appealed against once. Each stage but the last ends by itself.
 */
sealed interface Dispute {
  Facts facts();

  Stage stage();

  /**
   * Whether that side may say something: before it has answered, words alone would be taken for an
   * answer, and are none.
   */
  default boolean hears(Side side) {
    return this instanceof Open && (!(this instanceof Opened) || side == facts().claim().side());
  }

  /** The same after one more move, its stage being what it was. */
  Dispute with(Facts facts);

  /**
   * What it was opened with.
   *
   * @param cited criteria and steps of the manual, as they were called then
   */
  record Claim(Side side, PersonId person, Reason reason, List<String> cited) {
    public Claim {
      cited = List.copyOf(cited);
    }
  }

  /**
   * What every stage has.
   *
   * @param mediator the operator who has it in hand, or null
   * @param since when it came to its stage
   * @param version counts its moves
   */
  record Facts(
      DisputeId id,
      Place place,
      Claim claim,
      Figures figures,
      @Nullable PersonId mediator,
      Instant openedAt,
      Instant since,
      int version) {
    /** After one more move, at a new stage. */
    Facts next(Instant now) {
      return new Facts(id, place, claim, figures, mediator, openedAt, now, version + 1);
    }

    /** After one more move, at the same stage. */
    Facts still() {
      return new Facts(id, place, claim, figures, mediator, openedAt, since, version + 1);
    }

    Facts with(Figures closer) {
      return new Facts(id, place, claim, closer, mediator, openedAt, since, version);
    }

    Facts by(@Nullable PersonId operator) {
      return new Facts(id, place, claim, figures, operator, openedAt, since, version);
    }

    Money figure(Side side) {
      return Objects.requireNonNull(figures.of(side));
    }
  }

  /** What is not over. */
  sealed interface Open extends Dispute permits Asked, Undecided, Appealed {
    /** When what happens if nobody does anything happens, or when an operator is late. */
    Instant dueAt();
  }

  /** One of the two sides may do something in its time, and its silence says something. */
  sealed interface Asked extends Open permits Opened, Proposed, Decided {
    /** The same with more time. */
    Asked later(Instant until);
  }

  /** It may be settled, or taken back. */
  sealed interface Undecided extends Open permits Opened, Named {
    default Closed settle(Ending ending, Money amount, Instant now) {
      return new Closed(facts().next(now), ending, amount);
    }

    default Closed withdraw(Instant now) {
      return new Closed(facts().next(now), Ending.WITHDRAWN, null);
    }
  }

  /** Both have named a figure. */
  sealed interface Named extends Undecided permits Negotiating, Mediation, Proposed, Deciding {}

  record Opened(Facts facts, Instant dueAt) implements Undecided, Asked {
    @Override
    public Stage stage() {
      return Stage.OPENED;
    }

    @Override
    public Opened with(Facts other) {
      return new Opened(other, dueAt);
    }

    @Override
    public Opened later(Instant until) {
      return new Opened(facts.still(), until);
    }

    Negotiating respond(Figures both, Instant until, Instant now) {
      return new Negotiating(facts.with(both).next(now), until);
    }
  }

  record Negotiating(Facts facts, Instant dueAt) implements Named {
    @Override
    public Stage stage() {
      return Stage.NEGOTIATING;
    }

    @Override
    public Negotiating with(Facts other) {
      return new Negotiating(other, dueAt);
    }

    Mediation mediate(Instant until, Instant now) {
      return new Mediation(facts.next(now), until);
    }
  }

  record Mediation(Facts facts, Instant dueAt) implements Named {
    @Override
    public Stage stage() {
      return Stage.MEDIATION;
    }

    @Override
    public Mediation with(Facts other) {
      return new Mediation(other, dueAt);
    }

    Proposed propose(Money figure, Instant until, Instant now) {
      return new Proposed(facts.next(now), figure, null, until);
    }
  }

  /**
   * @param accepted the side that has accepted it, or null
   */
  record Proposed(Facts facts, Money figure, @Nullable Side accepted, Instant dueAt)
      implements Named, Asked {
    @Override
    public Stage stage() {
      return Stage.PROPOSED;
    }

    @Override
    public Proposed later(Instant until) {
      return new Proposed(facts.still(), figure, accepted, until);
    }

    @Override
    public Proposed with(Facts other) {
      return new Proposed(other, figure, accepted, dueAt);
    }

    Proposed accept(Side side) {
      return new Proposed(facts.still(), figure, side, dueAt);
    }

    Deciding fail(Instant until, Instant now) {
      return new Deciding(facts.next(now), figure, until);
    }
  }

  /**
   * @param proposed what one side did not accept
   */
  record Deciding(Facts facts, Money proposed, Instant dueAt) implements Named {
    @Override
    public Stage stage() {
      return Stage.DECIDING;
    }

    @Override
    public Deciding with(Facts other) {
      return new Deciding(other, proposed, dueAt);
    }

    Decided decide(Money figure, Instant until, Instant now) {
      return new Decided(facts.next(now), figure, until);
    }
  }

  record Decided(Facts facts, Money figure, Instant dueAt) implements Asked {
    @Override
    public Stage stage() {
      return Stage.DECIDED;
    }

    @Override
    public Decided later(Instant until) {
      return new Decided(facts.still(), figure, until);
    }

    @Override
    public Decided with(Facts other) {
      return new Decided(other, figure, dueAt);
    }

    Appealed appeal(Instant until, Instant now) {
      return new Appealed(facts.by(null).next(now), figure, until);
    }

    Closed carryOut(Instant now) {
      return new Closed(facts.next(now), Ending.DECISION, figure);
    }
  }

  /**
   * @param figure what was decided first, and stays so where nobody decides otherwise in time
   */
  record Appealed(Facts facts, Money figure, Instant dueAt) implements Open {
    @Override
    public Stage stage() {
      return Stage.APPEALED;
    }

    @Override
    public Appealed with(Facts other) {
      return new Appealed(other, figure, dueAt);
    }

    Closed decide(Money other, Instant now) {
      return new Closed(facts.next(now), Ending.APPEAL, other);
    }

    Closed stay(Instant now) {
      return new Closed(facts.next(now), Ending.DECISION, figure);
    }
  }

  /**
   * @param awarded what the assistant got; null where it was taken back
   */
  record Closed(Facts facts, Ending ending, @Nullable Money awarded) implements Dispute {
    @Override
    public Stage stage() {
      return Stage.CLOSED;
    }

    @Override
    public Closed with(Facts other) {
      return new Closed(other, ending, awarded);
    }
  }
}

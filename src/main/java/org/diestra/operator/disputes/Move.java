package org.diestra.operator.disputes;

import java.time.Instant;
import java.util.Locale;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.Side;
import org.jspecify.annotations.Nullable;

/**
 * One step of a dispute.
 *
 * @param side who did it, or null for the house
 * @param person likewise; null where time did it
 * @param asked whom the mediator asks, or null
 * @param figure that was named, or what the assistant got
 */
record Move(
    What what,
    @Nullable Side side,
    @Nullable PersonId person,
    @Nullable Side asked,
    @Nullable Money figure,
    @Nullable String words) {

  enum What {
    OPENED,
    RESPONDED,
    FIGURE,
    SAID,
    /** Silence does not count yet, as not all notices went out. */
    WAITED,
    MEDIATION,
    TAKEN,
    ASKED,
    PROPOSED,
    ACCEPTED,
    REFUSED,
    /** The time to accept the proposal is over. */
    LAPSED,
    DECIDED,
    APPEALED,
    SETTLED,
    WITHDRAWN;

    String key() {
      return "disputes.move." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Time, or the house as such, did it. */
  static Move ofTheHouse(What what, @Nullable Money figure) {
    return new Move(what, null, null, null, figure, null);
  }

  static Move of(What what, Side side, PersonId person) {
    return new Move(what, side, person, null, null, null);
  }

  /** An operator did it. */
  static Move by(What what, PersonId operator) {
    return new Move(what, null, operator, null, null, null);
  }

  Move with(@Nullable Money named) {
    return new Move(what, side, person, asked, named, words);
  }

  Move saying(@Nullable String said) {
    return new Move(what, side, person, asked, figure, said);
  }

  Move asking(Side whom) {
    return new Move(what, side, person, whom, figure, words);
  }

  /** As it stands in the history. */
  record Line(int version, Move move, Instant at) {}
}

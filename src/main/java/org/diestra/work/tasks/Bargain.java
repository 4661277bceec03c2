package org.diestra.work.tasks;

import java.time.Instant;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.Side;
import org.jspecify.annotations.Nullable;

/**
 * What one side would like to change of an agreed task, until the other answers.
 *
 * @param words what is to be done more, or why it ends; 1–2,000 characters
 * @param amount what it costs more, or what is paid of what is left; null where hours are paid
 * @param hours about how many it takes more, or null
 * @param due the new one, or null for the old one
 * @param rounds of changes that come with it, 0–5
 * @param answer null while it is open
 */
record Bargain(
    UUID id,
    TaskId task,
    Kind kind,
    Side side,
    PersonId person,
    String words,
    @Nullable Money amount,
    @Nullable Integer hours,
    Work.@Nullable Due due,
    int rounds,
    Instant at,
    @Nullable Answer answer) {
  static final int LONGEST = 2_000;
  static final int MOST_ROUNDS = 5;

  enum Kind {
    /** More to do: a change order. */
    EXTRA,
    /** It ends before it is done, for a part of its price. */
    SETTLEMENT
  }

  enum Answer {
    ACCEPTED,
    DECLINED,
    WITHDRAWN
  }

  /** Whether an end before it is done costs no more than what is left of the price. */
  boolean fits(Facts facts) {
    var left = facts.left();
    return kind != Kind.SETTLEMENT || amount == null || left != null && !amount.isMoreThan(left);
  }

  String key() {
    return Ids.text(id);
  }
}

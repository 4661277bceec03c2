package org.diestra.office.recurring;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.diestra.office.bookkeeping.Line;
import org.diestra.office.bookkeeping.Written;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * An entry that comes again: {@code ACTIVE ⇄ PAUSED → ENDED}, {@code ACTIVE → ENDED} by a person or
 * with its last day.
 *
 * @param key of the form that made it
 * @param text of each entry, 1–200 characters
 * @param lines of each entry; they balance
 * @param until the last day that it may be for, or null
 * @param nextOn for which day it is proposed next, or null once it has ended
 * @param why the house paused it: the message that says so, or null
 * @param madeBy in whose name it is proposed
 */
record Recurring(
    RecurringId id,
    WorkspaceId workspace,
    UUID key,
    String text,
    Rhythm rhythm,
    @Nullable LocalDate until,
    State state,
    @Nullable LocalDate nextOn,
    @Nullable String why,
    int version,
    PersonId madeBy,
    Currency currency,
    List<Line> lines) {
  Recurring {
    lines = List.copyOf(lines);
  }

  enum State {
    ACTIVE("good"),
    PAUSED("wait"),
    ENDED("");

    private final String tone;

    State(String tone) {
      this.tone = tone;
    }

    String key() {
      return "recurring.state." + name().toLowerCase(Locale.ROOT);
    }

    /** Of its badge. */
    String tone() {
      return tone;
    }
  }

  String href() {
    return "/w/" + workspace + "/books/recurring/" + id;
  }

  /** What it comes to each time. */
  Money amount() {
    return written(LocalDate.EPOCH).debits();
  }

  /** Its entry for a day. */
  Written written(LocalDate day) {
    return new Written(day, text, currency, lines);
  }

  /** Paused by a person, or by the house for a reason. */
  Recurring paused(@Nullable String because) {
    return with(State.PAUSED, nextOn, because);
  }

  /** Goes on with its first turn from that day on. */
  Recurring resumed(LocalDate today) {
    return turnTo(nextOn == null ? today : rhythm.from(nextOn, today));
  }

  Recurring ended() {
    return with(State.ENDED, null, null);
  }

  /** After a turn. */
  Recurring turned() {
    return nextOn == null ? this : turnTo(rhythm.after(nextOn));
  }

  private Recurring turnTo(LocalDate next) {
    return until != null && next.isAfter(until) ? ended() : with(State.ACTIVE, next, null);
  }

  private Recurring with(State after, @Nullable LocalDate next, @Nullable String because) {
    return new Recurring(
        id,
        workspace,
        key,
        text,
        rhythm,
        until,
        after,
        next,
        because,
        version + 1,
        madeBy,
        currency,
        lines);
  }
}

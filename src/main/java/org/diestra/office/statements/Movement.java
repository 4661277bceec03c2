package org.diestra.office.statements;

import java.time.LocalDate;
import java.util.Locale;
import org.diestra.office.bookkeeping.EntryId;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of a bank account, as the bank gave it.
 *
 * @param amount above zero where money came in
 * @param counter the other's account, or null
 * @param folded party and words, as they are searched and compared with rules
 * @param ignored why it is not for the books, or null
 * @param version counts what was done with it
 * @param shown the entry that shows it, or null
 */
record Movement(
    MovementId id,
    WorkspaceId workspace,
    BankAccountId account,
    LocalDate day,
    Money amount,
    String party,
    @Nullable String counter,
    String words,
    String folded,
    @Nullable String ignored,
    int version,
    @Nullable Shown shown) {

  /** How far it is: not dealt with, proposed, posted, or not for the books. */
  enum State {
    OPEN(""),
    WAITING("wait"),
    DONE("good"),
    IGNORED("");

    private final String tone;

    State(String tone) {
      this.tone = tone;
    }

    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    String key() {
      return "statements.state." + slug();
    }

    String tone() {
      return tone;
    }
  }

  /**
   * The entry that shows it.
   *
   * @param posted whether it is in the books for good
   * @param made whether it was written for this line
   */
  record Shown(EntryId entry, boolean posted, String text, boolean made) {}

  State state() {
    if (ignored != null) {
      return State.IGNORED;
    }
    return shown == null ? State.OPEN : shown.posted() ? State.DONE : State.WAITING;
  }

  /** What it is called in a list: who, or else what they wrote. */
  String title() {
    return party.isEmpty() ? words.isEmpty() ? "—" : words : party;
  }

  /** What is said besides, for the second line of a list. */
  String rest() {
    return party.isEmpty() ? "" : words;
  }

  String href() {
    return "/w/" + workspace + "/books/banks/lines/" + id;
  }
}

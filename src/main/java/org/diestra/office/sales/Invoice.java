package org.diestra.office.sales;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.diestra.office.dues.DueId;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An invoice to a customer: {@code DRAFT ⇄ PROPOSED → ISSUED}, {@code PROPOSED → RETURNED →
 * PROPOSED}. What is issued stays.
 *
 * @param key of the form that made it
 * @param corrects what it corrects, or null
 * @param writtenBy who wrote what it says now
 * @param proposedBy who asked for it to be issued, or null
 * @param reason why it was returned, or null
 * @param issued its number and day and who they were, or null before
 */
record Invoice(
    DueId id,
    WorkspaceId workspace,
    UUID key,
    State state,
    int version,
    Said said,
    @Nullable DueId corrects,
    PersonId writtenBy,
    @Nullable PersonId proposedBy,
    @Nullable String reason,
    @Nullable Issued issued) {

  enum State {
    DRAFT(""),
    PROPOSED("wait"),
    RETURNED("stop"),
    ISSUED("good");

    private final String tone;

    State(String tone) {
      this.tone = tone;
    }

    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    String key() {
      return "sales.state." + slug();
    }

    /** Of its badge. */
    String tone() {
      return tone;
    }
  }

  /**
   * What issuing gave it.
   *
   * @param number as people call it: A-2026-00017
   * @param seller and buyer, as they were then
   */
  record Issued(String number, LocalDate day, PersonId by, Head seller, Head buyer) {}

  boolean open() {
    return state == State.DRAFT || state == State.RETURNED;
  }

  boolean by(PersonId person) {
    return writtenBy.equals(person) || person.equals(proposedBy);
  }

  String href() {
    return "/w/" + workspace + "/books/sales/" + id;
  }
}

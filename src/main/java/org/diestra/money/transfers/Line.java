package org.diestra.money.transfers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of a statement, and what became of it.
 *
 * @param amount above zero where money came in
 * @param account the other side's, or null where the bank did not say
 * @param client whose it is, once it is matched
 * @param payment for which it came in, or null
 * @param refund that it carried out, or that came back with it, or null
 * @param matchedBy the entry that made it the client's, the house's or no line of ours, or null
 * @param steps how often it was matched and taken back, so that each has a key of its own
 */
record Line(
    UUID id,
    UUID collecting,
    LocalDate day,
    Money amount,
    String party,
    @Nullable String account,
    String words,
    String endToEnd,
    State state,
    @Nullable OrganisationId client,
    @Nullable UUID payment,
    @Nullable UUID refund,
    @Nullable UUID matchedBy,
    String note,
    int steps,
    Instant at,
    Instant since) {

  enum State {
    /** Nobody knows yet what it is. */
    QUEUED,
    /** It is a client's, or carried out a refund. */
    MATCHED,
    /** It came in and is to be sent back to whoever sent it; it lies with what is unmatched. */
    ASIDE,
    /** An operator has said what it was, and that it stands elsewhere in the books. */
    NOTED;

    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean in() {
    return amount.isPositive();
  }

  String href() {
    return "/operator/transfers/lines/" + Ids.text(id);
  }

  /** The other account as a page shows it: its country and its end. */
  String masked() {
    if (account == null) {
      return "";
    }
    return account.length() < 9
        ? "···· " + account.substring(Math.max(0, account.length() - 4))
        : account.substring(0, 4) + " ···· " + account.substring(account.length() - 4);
  }

  Line matched(
      @Nullable OrganisationId whose,
      @Nullable UUID forPayment,
      @Nullable UUID entry,
      Instant now) {
    return moved(State.MATCHED, whose, forPayment, null, entry, "", now);
  }

  /** A refund came back: its client has it again. */
  Line cameBack(OrganisationId whose, UUID carried, @Nullable UUID entry, Instant now) {
    return moved(State.MATCHED, whose, null, carried, entry, "", now);
  }

  Line refunded(OrganisationId whose, UUID carried, Instant now) {
    return moved(State.MATCHED, whose, null, carried, null, "", now);
  }

  Line queued(Instant now) {
    return moved(State.QUEUED, null, null, null, null, "", now);
  }

  Line aside(Instant now) {
    return moved(State.ASIDE, null, null, null, null, "", now);
  }

  Line noted(String words, Instant now) {
    return moved(State.NOTED, null, null, null, null, words, now);
  }

  /** It came in for something that stands elsewhere, and is booked out again by that entry. */
  Line elsewhere(String said, UUID entry, Instant now) {
    return moved(State.NOTED, null, null, null, entry, said, now);
  }

  private Line moved(
      State after,
      @Nullable OrganisationId whose,
      @Nullable UUID forPayment,
      @Nullable UUID carried,
      @Nullable UUID entry,
      String said,
      Instant now) {
    return new Line(
        id,
        collecting,
        day,
        amount,
        party,
        account,
        words,
        endToEnd,
        after,
        whose,
        forPayment,
        carried,
        entry,
        said,
        steps + 1,
        at,
        now);
  }
}

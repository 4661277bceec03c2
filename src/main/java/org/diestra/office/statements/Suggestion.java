package org.diestra.office.statements;

import java.time.LocalDate;
import org.diestra.office.bookkeeping.EntryId;
import org.diestra.office.dues.Standing;
import org.diestra.platform.base.Money;

/** What a line most probably is. */
sealed interface Suggestion {
  /** An entry with the same amount, some days around. */
  record Existing(EntryId entry, LocalDate day, String text, boolean posted)
      implements Suggestion {}

  /** The same amount went the other way on another of the own accounts. */
  record Transfer(MovementId other, String account, LocalDate day, Money amount)
      implements Suggestion {}

  /** It pays a bill or an invoice, in part or whole. */
  record Payment(Standing paper) implements Suggestion {}

  /** A rule says so. */
  record ByRule(Rule rule) implements Suggestion {}
}

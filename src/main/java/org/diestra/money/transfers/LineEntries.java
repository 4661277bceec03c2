package org.diestra.money.transfers;

import java.time.Instant;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Kind;
import org.diestra.platform.accounts.OrganisationId;

/**
 * How lines stand in the books. What came in lies with the unmatched first, always, and is then the
 * client's by an entry of its own: so that a wrong match is undone by its exact opposite.
 */
final class LineEntries {
  private LineEntries() {}

  static Entry arrived(Book book, Line line, Instant now) {
    return Entry.of(book, Event.UNMATCHED, "transfers:line:" + line.id(), now)
        .debit(Account.clientMoney(), line.amount())
        .credit(Account.of(Kind.UNMATCHED), line.amount())
        .evidence(evidence(line));
  }

  /** The line as it was before it is matched: its step is part of the key. */
  static Entry matched(Book book, Line line, OrganisationId client, String page, Instant now) {
    return Entry.of(book, Event.MATCHED, "transfers:match:" + line.id() + ":" + line.steps(), now)
        .debit(Account.of(Kind.UNMATCHED), line.amount())
        .credit(Account.refundable(client.value()), line.amount())
        .about(page)
        .evidence(evidence(line));
  }

  /** What nobody knew went back whence it came. */
  static Entry sentBack(Book book, Line left, Instant now) {
    var amount = left.amount().negated();
    return Entry.of(book, Event.REFUND_PAID, "transfers:aside:" + left.id(), now)
        .debit(Account.of(Kind.UNMATCHED), amount)
        .credit(Account.clientMoney(), amount)
        .evidence(evidence(left));
  }

  /** The bank took something for itself. */
  static Entry cost(Book book, Line left, Instant now) {
    var amount = left.amount().negated();
    return Entry.of(book, Event.RAIL_COST, "transfers:cost:" + left.id() + ":" + left.steps(), now)
        .debit(Account.of(Kind.RAIL_COSTS), amount)
        .credit(Account.clientMoney(), amount)
        .evidence(evidence(left));
  }

  /** It came in, but for something that stands elsewhere in the books. */
  static Entry elsewhere(Book book, Line line, Instant now) {
    return Entry.of(
            book, Event.MATCHED, "transfers:elsewhere:" + line.id() + ":" + line.steps(), now)
        .debit(Account.of(Kind.UNMATCHED), line.amount())
        .credit(Account.clientMoney(), line.amount())
        .evidence(evidence(line));
  }

  /** It came in and is the house's own. */
  static Entry own(Book book, Line line, Instant now) {
    return Entry.of(book, Event.TOP_UP, "transfers:own:" + line.id() + ":" + line.steps(), now)
        .debit(Account.of(Kind.UNMATCHED), line.amount())
        .credit(Account.of(Kind.HOUSE), line.amount())
        .evidence(evidence(line));
  }

  /** The day and what stands with it; nothing of whose account it is. */
  static String evidence(Line line) {
    var text = line.day() + " " + (line.words().isEmpty() ? line.endToEnd() : line.words());
    var cut = text.strip();
    return cut.length() > 140 ? cut.substring(0, 140).strip() : cut;
  }
}

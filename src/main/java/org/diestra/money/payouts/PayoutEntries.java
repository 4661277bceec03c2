package org.diestra.money.payouts;

import java.time.Instant;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payouts.Payout.Facts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.springframework.stereotype.Component;

/**
 * What payouts are in the books. What is asked for leaves the available account at once: the
 * account's floor then keeps it from being asked for twice, whatever else fails.
 */
@Component
class PayoutEntries {
  private final Ledger ledger;

  PayoutEntries(Ledger ledger) {
    this.ledger = ledger;
  }

  Money available(PersonId person, Book book) {
    return ledger.balance(book, Account.available(person.value()));
  }

  void asked(Facts payout, Instant now) {
    ledger.post(asking(payout, now));
  }

  /** What it was asked with is undone; posting that again only tells which entry it was. */
  void cancelled(Facts payout, Instant now) {
    ledger.post(asking(payout, now)).values().forEach(ledger::reverse);
  }

  private static Entry asking(Facts payout, Instant now) {
    return entry(Event.PAYOUT_SENT, "payouts:asked:", payout, now)
        .debit(available(payout), payout.amount())
        .credit(sent(payout), payout.amount());
  }

  void paid(Facts payout, String reference, Instant now) {
    ledger.post(
        entry(Event.PAYOUT_PAID, "payouts:paid:", payout, now)
            .debit(sent(payout), payout.amount())
            .credit(Account.clientMoney(), payout.amount())
            .evidence(reference));
  }

  /**
   * @param paid whether it had been paid before it came back
   */
  void returned(Facts payout, boolean paid, String why, Instant now) {
    ledger.post(
        entry(Event.RETURNED, "payouts:returned:", payout, now)
            .debit(paid ? Account.clientMoney() : sent(payout), payout.amount())
            .credit(available(payout), payout.amount())
            .evidence(why));
  }

  private static Account available(Facts payout) {
    return Account.available(payout.person().value());
  }

  private static Account sent(Facts payout) {
    return Account.sent(payout.person().value());
  }

  private static Entry entry(Event event, String key, Facts payout, Instant now) {
    return Entry.of(payout.book(), event, key + payout.id(), now).about(payout.href());
  }
}

package org.diestra.money.payouts;

import static org.diestra.money.ledger.Books.eur;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.People;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Books;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.payouts.BankDetails.Address;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Iban;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.ClockMover;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Assistants who have earned something, in books of their own, and the operators who pay them. */
@Component
public class Earners {
  private static final String IBAN = "ES9121000418450200051332";
  private final People people;
  private final Books books;
  private final HouseRights house;
  private final ObjectProvider<PayeeStore> store;
  private final ObjectProvider<Payees> payees;
  private final ObjectProvider<Payouts> payouts;
  private final ObjectProvider<PayoutStore> payoutStore;
  private final ObjectProvider<Approvals> approvals;
  private final ObjectProvider<Batches> batches;
  private final ObjectProvider<BatchStore> batchStore;
  private final ClockMover mover;
  private final Clock clock;

  Earners(
      People people,
      Books books,
      HouseRights house,
      ObjectProvider<PayeeStore> store,
      ObjectProvider<Payees> payees,
      ObjectProvider<Payouts> payouts,
      ObjectProvider<PayoutStore> payoutStore,
      ObjectProvider<Approvals> approvals,
      ObjectProvider<Batches> batches,
      ObjectProvider<BatchStore> batchStore,
      ClockMover mover,
      Clock clock) {
    this.people = people;
    this.books = books;
    this.house = house;
    this.store = store;
    this.payees = payees;
    this.payouts = payouts;
    this.payoutStore = payoutStore;
    this.approvals = approvals;
    this.batches = batches;
    this.batchStore = batchStore;
    this.mover = mover;
    this.clock = clock;
  }

  /** As if work had been approved, and its hold been over. */
  public void earn(Viewer assistant, Book book, long cents) {
    books.post(
        Entry.of(book, Event.RELEASE, "earned:" + Ids.fresh(), clock.instant())
            .debit(Account.clientMoney(), eur(cents))
            .credit(Account.available(assistant.id().value()), eur(cents)));
  }

  /** Somebody with a bank account whose days are over. */
  Viewer settled(String name) {
    var rosa = people.assistant(name);
    knows(rosa);
    return rosa;
  }

  /** As if it had been told long ago. */
  public void knowsAccount(Viewer assistant) {
    knows(assistant);
  }

  Payee knows(Viewer assistant) {
    var now = clock.instant();
    return house.call(() ->
        store
            .getObject()
            .add(assistant.id(), details(assistant.name(), IBAN), assistant.email(), now, now));
  }

  Payee tells(Viewer assistant, String iban) {
    return as(
        assistant,
        () -> payees.getObject().change(assistant, details(assistant.name(), iban)).orFail());
  }

  void coolsOff() {
    mover.skipTo(clock.instant().plus(Duration.ofDays(3)));
  }

  static BankDetails details(String holder, String iban) {
    return new BankDetails(
        holder,
        new Address("Carrer Major", "12", "46001", "València", "ES"),
        new BankAccount.ByIban(new Iban(iban)));
  }

  /** Asked for by somebody with a bank account, approved by one operator, released by another. */
  public UUID released(Viewer assistant, Book book, long cents) {
    knows(assistant);
    var payout = asks(assistant, book, cents);
    approves(people.operator("Ada Approves"), payout);
    releases(people.operator("Bert Releases"), book);
    return payout.facts().id();
  }

  /** Why it can't be asked for, or that it was. */
  public String asked(Viewer assistant, Book book, long cents) {
    knows(assistant);
    return as(
            assistant, () -> payouts.getObject().request(assistant, Ids.fresh(), book, eur(cents)))
        .fold(payout -> "asked", why -> why.key());
  }

  public String state(UUID payout) {
    return house.call(() -> payoutStore.getObject().find(payout)).orElseThrow().state().name();
  }

  Payout asks(Viewer assistant, Book book, long cents) {
    return as(
        assistant,
        () -> payouts.getObject().request(assistant, Ids.fresh(), book, eur(cents)).orFail());
  }

  Payout approves(Viewer operator, Payout payout) {
    return as(
        operator,
        () ->
            approvals
                .getObject()
                .approve(
                    operator,
                    payout.facts().id(),
                    payees.getObject().of(payout.facts().person()).orElseThrow().id())
                .orFail());
  }

  Batch releases(Viewer operator, Book book) {
    var chosen = ready(operator, book);
    return as(operator, () -> batches.getObject().release(operator, book, true, chosen).orFail());
  }

  /** What that operator would find ticked. */
  Set<UUID> ready(Viewer operator, Book book) {
    return house.call(() -> batchStore.getObject().ready(Batch.MOST)).stream()
        .map(BatchStore.Ready::payout)
        .filter(p -> p.facts().book().equals(book) && p.releasableBy(operator.id()))
        .map(p -> p.facts().id())
        .collect(Collectors.toSet());
  }
}

package org.diestra.money.invoices;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.diestra.People;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Books;
import org.diestra.money.payments.Sale;
import org.diestra.money.payments.Sale.Work;
import org.diestra.money.payments.Share;
import org.diestra.money.payments.Tax;
import org.diestra.money.taxes.TaxedParties;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.tasks.TaskId;
import org.springframework.stereotype.Component;

/** A client and an assistant between whom work is sold. */
@Component
public class Sold {
  private final People people;
  private final TaxedParties parties;
  private final Consents consents;
  private final Sales sales;
  private final Clock clock;

  Sold(People people, TaxedParties parties, Consents consents, Sales sales, Clock clock) {
    this.people = people;
    this.parties = parties;
    this.consents = consents;
    this.sales = sales;
    this.clock = clock;
  }

  public record Pair(Viewer client, Viewer assistant) {
    public UUID business() {
      return People.organisation(client).value();
    }

    UUID seller() {
      return assistant.id().value();
    }
  }

  /** Of whom nothing is known. */
  Pair strangers() {
    return new Pair(people.client("Lucía Ferrer"), people.assistant("Rosa Peña"));
  }

  /** An assistant in Colombia and a Spanish business, both with all that is needed. */
  public Pair ready() {
    var pair = strangers();
    parties.colombian(pair.assistant());
    parties.spanishBusiness(pair.client(), pair.business());
    consents.sign(pair.assistant(), "I agree");
    return pair;
  }

  /** Both in Spain. */
  public Pair spanish() {
    var pair = strangers();
    parties.spanishProfessional(pair.assistant());
    parties.spanishBusiness(pair.client(), pair.business());
    consents.sign(pair.assistant(), "I agree");
    return pair;
  }

  Sale task(Pair pair, long cents) {
    return sale(
        pair,
        Books.eur(cents),
        new Work.OfTask(new TaskId(Ids.fresh()), "November receipts"),
        clock.instant());
  }

  Sale week(Pair pair, int minutes, Money rate, Money price) {
    return sale(
        pair, price, new Work.OfWeek(LocalDate.of(2026, 11, 9), minutes, rate), clock.instant());
  }

  /** A whole month of a retainer. */
  Sale month(Pair pair, long cents) {
    var first = LocalDate.of(2026, 10, 9);
    var work =
        new Work.OfPeriod(
            Ids.fresh(), "Retainer, 20 hours", first, LocalDate.of(2026, 11, 8), true);
    return sale(pair, Books.eur(cents), work, clock.instant());
  }

  /** A task, which the client pays to the assistant's own account. */
  Sale direct(Pair pair, long cents) {
    var sale = task(pair, cents);
    var none = Books.eur(0);
    return new Sale(
        sale.entry(),
        sale.contract(),
        sale.client(),
        sale.assistant(),
        Book.DIRECT,
        sale.work(),
        new Share(sale.price(), none, none, none, none, none, none),
        Tax.NONE,
        sale.at());
  }

  static Sale sale(Pair pair, Money price, Work work, Instant at) {
    var none = Books.eur(0);
    return new Sale(
        Ids.fresh(),
        new ContractId(Ids.fresh()),
        People.organisation(pair.client()),
        pair.assistant().id(),
        "pretend",
        work,
        new Share(
            price,
            none,
            none,
            Books.eur(price.minor() / 20),
            none,
            Books.eur(price.minor() / 10),
            none),
        Tax.NONE,
        at);
  }

  /** A task for that price. */
  public Sale sell(Pair pair, long cents) {
    var sale = task(pair, cents);
    sales.sold(List.of(sale));
    return sale;
  }
}

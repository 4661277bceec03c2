package org.diestra.office.sales;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.diestra.office.bookkeeping.EntryId;
import org.diestra.office.bookkeeping.Proposals;
import org.diestra.office.books.Book;
import org.diestra.office.books.Books;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.dues.Due;
import org.diestra.office.dues.DueId;
import org.diestra.office.dues.Dues;
import org.diestra.office.dues.Parties;
import org.diestra.office.dues.Party;
import org.diestra.office.dues.Side;
import org.diestra.office.sales.Invoice.State;
import org.diestra.office.sales.SeriesStore.Taken;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues what another drafted: its number, its entry, posted, and what it asks for are one
 * transaction. The books are held first, then the series, so that a number that is taken is used or
 * given back.
 */
@Service
class Issuing {
  private final Invoices invoices;
  private final InvoiceStore store;
  private final SeriesStore series;
  private final IssuerStore issuers;
  private final Books books;
  private final ChartOfAccounts chart;
  private final Parties parties;
  private final Dues dues;
  private final Proposals proposals;
  private final Accounts accounts;
  private final Audit audit;
  private final Clock clock;

  Issuing(
      Invoices invoices,
      InvoiceStore store,
      SeriesStore series,
      IssuerStore issuers,
      Books books,
      ChartOfAccounts chart,
      Parties parties,
      Dues dues,
      Proposals proposals,
      Accounts accounts,
      Audit audit,
      Clock clock) {
    this.invoices = invoices;
    this.store = store;
    this.series = series;
    this.issuers = issuers;
    this.books = books;
    this.chart = chart;
    this.parties = parties;
    this.dues = dues;
    this.proposals = proposals;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether that person may issue or return it. */
  @Transactional(readOnly = true)
  public boolean decides(Desk desk, Invoice invoice) {
    return invoice.state() == State.PROPOSED && may(desk, desk.book(), invoice);
  }

  private boolean may(Desk desk, Book book, Invoice invoice) {
    return desk.posts() && (!invoice.by(desk.pass().viewer().id()) || books.alone(book));
  }

  /** Who issues, if anybody has said. */
  @Transactional(readOnly = true)
  public Optional<Issuer> issuer(Desk desk) {
    return issuers.find(desk.book().workspace());
  }

  /** Says who issues; for those who post. */
  @Transactional
  public Outcome<Issuer> say(Desk desk, Issuer issuer) {
    if (!desk.posts()) {
      throw new NotFound();
    }
    if (!issuers.save(desk.book().workspace(), issuer)) {
      return refused(Invoices.MOVED);
    }
    audit.record(
        Deed.of("sales", "say-issuer")
            .by(desk.pass().viewer().id().value())
            .onBehalfOf(desk.pass().workspace().organisation().value())
            .on("book", desk.book().workspace().value()));
    return done(issuer);
  }

  /**
   * @param seen the version that was looked at
   */
  @Transactional
  public Outcome<DueId> issue(Desk desk, DueId id, int seen) {
    if (!desk.posts()) {
      throw new NotFound();
    }
    var invoice = invoices.held(desk, id);
    var book = books.hold(invoice.workspace());
    if (invoice.state() != State.PROPOSED || invoice.version() != seen) {
      return refused(Invoices.MOVED);
    }
    if (!may(desk, book, invoice)) {
      return refused(Refusal.conflict("sales.own"));
    }
    var issuer = issuers.find(invoice.workspace());
    if (issuer.isEmpty()) {
      return refused(Refusal.conflict("sales.issuer.missing"));
    }
    var code = issuer.get().series(invoice.corrects() != null);
    var today = invoices.today(desk);
    var last = series.lastDay(invoice.workspace(), code, today.getYear()).orElse(today);
    var day = last.isAfter(today) ? last : today;
    if (!book.open(day)) {
      return refused(Refusal.conflict("sales.day.closed", day));
    }
    var customer = parties.get(desk, invoice.said().party());
    // what can't be posted is found before a number is taken
    var trial = entry(customer, invoice, "", day, issuer.get());
    if (trial instanceof Outcome.Refused<InvoiceEntry>(var why)) {
      return refused(new Refusal(Refusal.Kind.CONFLICT, why.key(), why.args(), null));
    }
    return number(
        desk, invoice, customer, issuer.get(), series.take(invoice.workspace(), code, day));
  }

  private Outcome<InvoiceEntry> entry(
      Party customer, Invoice invoice, String number, LocalDate day, Issuer issuer) {
    return InvoiceEntry.of(
        customer, invoice.said(), number, day, chart.of(invoice.workspace()), issuer.withheld());
  }

  private Outcome<DueId> number(
      Desk desk, Invoice invoice, Party customer, Issuer issuer, Taken taken) {
    var made = entry(customer, invoice, taken.text(), taken.day(), issuer).orFail();
    var writer = accounts.viewer(invoice.writtenBy()).orElseThrow(NotFound::new);
    var by = desk.pass().viewer().id();
    // a key that nobody can have written another entry under before
    var posted = proposals.post(desk, writer, Ids.fresh(), made.written());
    if (posted instanceof Outcome.Refused<EntryId>(var why)) {
      throw new Unposted(why); // which gives the number back
    }
    dues.add(due(invoice, customer, made, taken, posted.orFail()));
    var buyer =
        new Head(customer.name(), customer.country(), customer.taxId(), customer.address(), "", "");
    if (!store.issue(invoice, taken, issuer.head(), buyer, by, clock.instant())) {
      throw new IllegalStateException("has moved: " + invoice.id());
    }
    invoices.record(desk, "issue", invoice.id());
    return done(invoice.id());
  }

  private static Due due(
      Invoice invoice, Party customer, InvoiceEntry made, Taken taken, EntryId entry) {
    return new Due(
        invoice.id(),
        invoice.workspace(),
        customer.id(),
        Side.CUSTOMER,
        Due.Sort.INVOICE,
        taken.text(),
        invoice.said().text(),
        taken.day(),
        taken.day().plusDays(customer.days()),
        invoice.said().sums().total(),
        made.ledger(),
        entry);
  }

  /** Its entry can't be posted, which was found after a number was taken. */
  static final class Unposted extends RuntimeException {
    private final transient Refusal why;

    Unposted(Refusal why) {
      super(why.key());
      this.why = why;
    }

    Refusal why() {
      return why;
    }
  }
}

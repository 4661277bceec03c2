package org.diestra.office.sales;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.books.Desk;
import org.diestra.office.dues.DueId;
import org.diestra.office.dues.Parties;
import org.diestra.office.dues.Side;
import org.diestra.office.sales.Invoice.State;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to invoices for whoever drafts them: whoever works in the books. */
@Service
class Invoices {
  static final Refusal MOVED = Refusal.conflict("sales.moved");
  private final InvoiceStore store;
  private final Parties parties;
  private final Audit audit;
  private final Clock clock;

  Invoices(InvoiceStore store, Parties parties, Audit audit, Clock clock) {
    this.store = store;
    this.parties = parties;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws NotFound if there is none in these books
   */
  @Transactional(readOnly = true)
  public Invoice get(Desk desk, DueId id) {
    return store.find(desk.book().workspace(), id).orElseThrow(NotFound::new);
  }

  /** What that form has made, if anything. */
  @Transactional(readOnly = true)
  public Optional<DueId> made(Desk desk, UUID key) {
    return store.byKey(desk.book().workspace(), key);
  }

  /**
   * A new one. The same form sent again makes no other.
   *
   * @param corrects the issued one that it corrects, or null
   * @param propose whether it is to be issued as it stands
   */
  @Transactional
  public Outcome<DueId> write(
      Desk desk, UUID key, Said said, @Nullable DueId corrects, boolean propose) {
    var there = made(desk, key);
    if (there.isPresent()) {
      return done(there.get());
    }
    customer(desk, said);
    if (corrects != null && get(desk, corrects).issued() == null) {
      return refused(MOVED);
    }
    var invoice =
        new Invoice(
            new DueId(Ids.fresh()),
            desk.book().workspace(),
            key,
            State.DRAFT,
            1,
            said,
            corrects,
            desk.pass().viewer().id(),
            null,
            null,
            null);
    if (!store.add(invoice, clock.instant())) { // the same form at the same moment
      return done(made(desk, key).orElseThrow());
    }
    record(desk, "write", invoice.id());
    return propose ? propose(desk, invoice.id(), 1) : done(invoice.id());
  }

  private void customer(Desk desk, Said said) {
    if (parties.get(desk, said.party()).side() != Side.CUSTOMER) {
      throw new NotFound();
    }
  }

  /**
   * A draft, or what came back, says something else.
   *
   * @param seen the version that the form was made from
   */
  @Transactional
  public Outcome<DueId> rewrite(Desk desk, DueId id, int seen, Said said, boolean propose) {
    var before = held(desk, id);
    customer(desk, said);
    if (!before.open() || before.version() != seen) {
      return refused(MOVED);
    }
    var after =
        new Invoice(
            id,
            before.workspace(),
            before.key(),
            before.state(),
            seen,
            said,
            before.corrects(),
            desk.pass().viewer().id(),
            null,
            before.reason(),
            null);
    if (!store.rewrite(after, clock.instant())) {
      return refused(MOVED);
    }
    record(desk, "write", id);
    return propose ? propose(desk, id, seen + 1) : done(id);
  }

  Invoice held(Desk desk, DueId id) {
    get(desk, id);
    store.lock(id);
    return get(desk, id);
  }

  /** It is to be issued as it stands. */
  @Transactional
  public Outcome<DueId> propose(Desk desk, DueId id, int seen) {
    var invoice = held(desk, id);
    if (!invoice.open() || invoice.version() != seen) {
      return refused(MOVED);
    }
    return step(desk, invoice, State.PROPOSED, null, "propose");
  }

  private Outcome<DueId> step(
      Desk desk, Invoice seen, State to, @Nullable String reason, String deed) {
    var by = to == State.PROPOSED ? desk.pass().viewer().id() : null;
    if (!store.step(seen, to, by, reason, clock.instant())) {
      return refused(MOVED);
    }
    record(desk, deed, seen.id());
    return done(seen.id());
  }

  /** Whoever proposed it takes it back, to write on. */
  @Transactional
  public Outcome<DueId> withdraw(Desk desk, DueId id, int seen) {
    var invoice = held(desk, id);
    if (invoice.state() != State.PROPOSED
        || invoice.version() != seen
        || !invoice.by(desk.pass().viewer().id())) {
      return refused(MOVED);
    }
    return step(desk, invoice, State.DRAFT, null, "withdraw");
  }

  /** One of the client's gives it back, with a word. */
  @Transactional
  public Outcome<DueId> giveBack(Desk desk, DueId id, int seen, String why) {
    if (!desk.posts()) {
      throw new NotFound();
    }
    var invoice = held(desk, id);
    if (invoice.state() != State.PROPOSED || invoice.version() != seen) {
      return refused(MOVED);
    }
    return step(desk, invoice, State.RETURNED, why, "return");
  }

  /** A draft is thrown away. */
  @Transactional
  public Outcome<DueId> remove(Desk desk, DueId id, int seen) {
    var invoice = held(desk, id);
    if (!invoice.open() || invoice.version() != seen || !store.remove(invoice)) {
      return refused(MOVED);
    }
    record(desk, "remove", id);
    return done(id);
  }

  LocalDate today(Desk desk) {
    return desk.today(clock);
  }

  void record(Desk desk, String deed, DueId id) {
    audit.record(
        Deed.of("sales", deed)
            .by(desk.pass().viewer().id().value())
            .onBehalfOf(desk.pass().workspace().organisation().value())
            .on("invoice", id.value()));
  }
}

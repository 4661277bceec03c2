package org.diestra.money.invoices;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diestra.money.invoices.Invoice.Cause;
import org.diestra.money.invoices.Invoice.Kind;
import org.diestra.money.invoices.InvoiceStore.Sum;
import org.diestra.money.invoices.Issuing.Draft;
import org.diestra.money.taxes.Treatment.Taxed;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.page.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to invoices. Whoever reads here sees all; that somebody sees only what is theirs is the
 * caller's duty.
 */
@Service
public class Invoices {
  private final InvoiceStore store;
  private final DueStore dues;
  private final SeriesStore series;
  private final Issuing issuing;
  private final HouseRights house;
  private final Audit audit;

  Invoices(
      InvoiceStore store,
      DueStore dues,
      SeriesStore series,
      Issuing issuing,
      HouseRights house,
      Audit audit) {
    this.store = store;
    this.dues = dues;
    this.series = series;
    this.issuing = issuing;
    this.house = house;
    this.audit = audit;
  }

  @Transactional(readOnly = true)
  public Optional<Invoice> find(String number) {
    return house.call(() -> store.byNumber(number));
  }

  /**
   * A page of what a client or an assistant was invoiced, the latest first.
   *
   * @param before the last one of the page before, or null for the first
   */
  @Transactional(readOnly = true)
  public List<Invoice> bought(UUID buyer, @Nullable Invoice before, int most) {
    return house.call(() -> store.bought(buyer, before, most));
  }

  /** What it is for, in a few words of that reader's language. */
  public static String what(Invoice invoice, Formats formats) {
    return Bills.what(invoice, formats);
  }

  /**
   * What the buyer still has to hand over by the invoices of what these entries of the ledger
   * released, VAT on top and what is withheld taken off; without those that are not invoiced yet,
   * or were corrected since.
   */
  @Transactional(readOnly = true)
  public Map<UUID, Money> due(Collection<UUID> entries) {
    return entries.isEmpty()
        ? Map.of()
        : house.call(() ->
            store.uncorrected(entries).stream()
                .collect(
                    Collectors.toMap(
                        i -> Objects.requireNonNull(i.cause().entry()), Invoice::due)));
  }

  /**
   * Takes back a part of an invoice, or all of it, by another one of negative amounts. The taxes
   * are those of the first. It moves no money: due on it is what comes back.
   *
   * @param net above zero; with what was corrected before at most the invoice's own
   * @throws NotFound if there is no such invoice
   */
  @Transactional
  public Outcome<Invoice> correct(PersonId by, String number, Money net, String because) {
    return house.call(() -> {
      var wrong = store.byNumber(number).orElseThrow(NotFound::new);
      if (wrong.kind() == Kind.CORRECTIVE) {
        return Outcome.refused(Refusal.conflict("invoices.correct.corrective"));
      }
      store.lock(wrong.id());
      var before = store.corrections(wrong.id());
      var left = left(wrong, before, Invoice::net);
      if (!net.currency().equals(left.currency()) || !net.isPositive() || net.isMoreThan(left)) {
        return Outcome.refused(Refusal.invalid("net", "invoices.correct.amount", left));
      }
      var cause = wrong.cause();
      var draft =
          new Draft(
              Kind.CORRECTIVE,
              wrong.seller(),
              wrong.buyer(),
              wrong.from(),
              wrong.to(),
              net.equals(left)
                  ? new Taxed(
                      net.negated(),
                      left(wrong, before, Invoice::vat).negated(),
                      left(wrong, before, Invoice::withheld).negated())
                  : wrong.treatment().on(net.negated()),
              Money.zero(net.currency()),
              wrong.treatment(),
              new Cause(
                  null,
                  cause.contract(),
                  cause.task(),
                  cause.title(),
                  null,
                  null,
                  false,
                  cause.pieces(),
                  wrong.id(),
                  because));
      var corrective = issuing.issue(List.of(draft)).getFirst();
      audit.record(
          Deed.of("invoices", "correct")
              .by(by.value())
              .on("invoice", wrong.id())
              .with("corrective", corrective.number()));
      return Outcome.done(corrective);
    });
  }

  private static Money left(
      Invoice wrong, List<Invoice> corrections, Function<Invoice, Money> what) {
    return corrections.stream().map(what).reduce(what.apply(wrong), Money::plus);
  }

  @Transactional(readOnly = true)
  List<Invoice> page(
      UUID party, @Nullable Integer year, @Nullable Kind kind, @Nullable String before, int most) {
    return house.call(() -> store.page(party, year, kind, before, most));
  }

  @Transactional(readOnly = true)
  List<Sum> sums(UUID party, int year) {
    return house.call(() -> store.sums(party, year));
  }

  @Transactional(readOnly = true)
  List<Due> waiting(UUID party, int most) {
    return house.call(() -> dues.waiting(party, most));
  }

  @Transactional(readOnly = true)
  List<Invoice> corrections(Invoice of) {
    return house.call(() -> store.corrections(of.id()));
  }

  @Transactional(readOnly = true)
  Optional<Invoice> corrected(Invoice by) {
    var id = by.cause().corrects();
    return id == null ? Optional.empty() : house.call(() -> store.find(id));
  }

  /** How many series have a gap, a number twice, or a day that goes back: always none. */
  @Transactional(readOnly = true)
  public int broken() {
    return house.call(series::broken);
  }
}

package org.diestra.work.contracts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.diestra.hiring.fees.Fees;
import org.diestra.hiring.fees.Rates;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.proposals.BidId;
import org.diestra.hiring.proposals.BidTerms;
import org.diestra.hiring.proposals.Bids;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.PayUnit;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Pages;
import org.diestra.work.contracts.OfferStore.Version;
import org.diestra.work.contracts.OfferView.Told;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** Gathers what the pages of an offer show. */
@Component
class OfferPages {
  private final OfferStore store;
  private final Offers offers;
  private final Contracts contracts;
  private final Bids bids;
  private final Jobs jobs;
  private final Accounts accounts;
  private final Fees fees;
  private final ObjectProvider<OfferNote> notes; // of modules that have money
  private final Pages pages;
  private final Clock clock;

  OfferPages(
      OfferStore store,
      Offers offers,
      Contracts contracts,
      Bids bids,
      Jobs jobs,
      Accounts accounts,
      Fees fees,
      ObjectProvider<OfferNote> notes,
      Pages pages,
      Clock clock) {
    this.store = store;
    this.offers = offers;
    this.contracts = contracts;
    this.bids = bids;
    this.jobs = jobs;
    this.accounts = accounts;
    this.fees = fees;
    this.notes = notes;
    this.pages = pages;
    this.clock = clock;
  }

  /** The form of a new offer, filled from the job and the bid. */
  TermsForm proposed(Viewer viewer, BidId bid) {
    var on = own(viewer, bid);
    var job = jobs.terms(on.job()).terms();
    boolean hourly = on.unit() == PayUnit.HOUR;
    var price = on.price().amount().toPlainString();
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new TermsForm(
        job.title(),
        job.about(),
        job.areas().stream().sorted().map(area -> area.slug()).toList(),
        hourly ? null : price,
        hourly ? price : null,
        hourly ? String.valueOf(Math.clamp(on.quantity().longValue(), 1, 80)) : null,
        null,
        null,
        null,
        (on.start().isBefore(today) ? today : on.start()).toString(),
        "14",
        "2",
        "7",
        "24",
        Terms.Property.ON_PAYMENT.name(),
        "true",
        "true",
        job.instructions().isBlank()
            ? Terms.Manual.WAIVED.name()
            : Terms.Manual.ACKNOWLEDGED.name(),
        viewer.locale().getLanguage(),
        null,
        null,
        List.of(),
        null,
        "0");
  }

  /** The form of a counter-offer, filled from the version that stands. */
  TermsForm standing(Viewer viewer, OfferId id) {
    var offer = open(viewer, id);
    var version = store.versions(id).getLast();
    return TermsForm.of(version.paper().terms(), store.check(id).sorted(), offer.facts().version());
  }

  /** Why no offer can be made on that bid now; empty where one can. */
  Optional<Refusal> notOfferable(Viewer viewer, BidId bid) {
    own(viewer, bid);
    return bids.notOfferable(bid);
  }

  /** Where the bids of the same job stand side by side. */
  String bids(Viewer viewer, BidId bid) {
    return "/jobs/" + own(viewer, bid).job() + "/bids";
  }

  Currency currency(Viewer viewer, BidId bid) {
    return own(viewer, bid).price().currency();
  }

  Currency currency(Viewer viewer, OfferId id) {
    open(viewer, id);
    return store.versions(id).getLast().paper().terms().pay().currency();
  }

  String make(Viewer viewer, BidId bid, Model model) {
    var on = own(viewer, bid);
    var unnamed = bids.unnamed(bid);
    var name =
        unnamed.isPresent()
            ? pages
                .formats(viewer.locale(), viewer.zone())
                .words("contracts.make.unnamed", unnamed.getAsInt())
            : accounts.contact(on.person()).orElseThrow(NotFound::new).name();
    model.addAttribute(
        "head",
        new TermsHead(
            "/offers?bid=" + bid,
            bids(viewer, bid),
            name,
            viewer.name(),
            currency(viewer, bid),
            fees.now(currency(viewer, bid)),
            notes(currency(viewer, bid)),
            true));
    return "terms";
  }

  String counter(Viewer viewer, OfferId id, Model model) {
    var view = view(viewer, id);
    model.addAttribute(
        "head",
        new TermsHead(
            "/offers/" + id + "/counter",
            "/offers/" + id,
            view.otherName(),
            viewer.name(),
            currency(viewer, id),
            fees.now(currency(viewer, id)),
            notes(currency(viewer, id)),
            false));
    return "terms";
  }

  String show(Viewer viewer, OfferId id, Model model) {
    model.addAttribute("offer", view(viewer, id));
    return "offer";
  }

  @Transactional(readOnly = true)
  OfferView view(Viewer viewer, OfferId id) {
    var offer = store.find(id).orElseThrow(NotFound::new);
    var side = offers.sideOf(viewer, offer);
    var versions = store.versions(id);
    var paper = versions.getLast().paper();
    var past = versions.size() < 2 ? null : versions.get(versions.size() - 2).paper();
    boolean waits = offer instanceof Offer.Open open && !open.lapsed(clock.instant());
    return new OfferView(
        id,
        offer.facts().version(),
        offer instanceof Offer.Open && !waits ? "EXPIRED" : offer.state(),
        side,
        waits && offer.facts().author() != side,
        waits && offer.facts().author() == side,
        paper,
        side == Side.CLIENT ? paper.assistant().name() : paper.client().name(),
        viewer.name(),
        past,
        history(id, versions),
        store.check(id),
        offer.facts().expiresAt(),
        waits ? notes(paper.terms().pay().currency()) : List.of(),
        waits && paper.taxes() ? taxes(offer, paper) : List.of(),
        contracts.of(id).map(Contract::id).orElse(null));
  }

  private List<String> notes(Currency currency) {
    return notes.orderedStream().flatMap(note -> note.key(currency).stream()).toList();
  }

  private List<TermLines.Later> taxes(Offer offer, Paper paper) {
    var facts = offer.facts();
    return notes
        .orderedStream()
        .map(note ->
            note.taxes(facts.organisation(), facts.assistant(), paper.terms().pay(), paper.rates()))
        .toList();
  }

  private List<Told> history(OfferId id, List<Version> versions) {
    var signatures = store.signatures(id);
    return versions.stream()
        .map(v ->
            new Told(
                v.version(),
                v.author(),
                v.madeAt(),
                v.note(),
                signatures.stream().filter(s -> s.version() == v.version()).toList()))
        .toList()
        .reversed();
  }

  private BidTerms own(Viewer viewer, BidId bid) {
    var on = bids.terms(bid);
    viewer.requireHiresFor(on.organisation());
    return on;
  }

  private Offer.Open open(Viewer viewer, OfferId id) {
    var offer = store.find(id).orElseThrow(NotFound::new);
    offers.sideOf(viewer, offer);
    if (offer instanceof Offer.Open open) {
      return open;
    }
    throw new NotFound();
  }

  /**
   * What stands above a form of terms.
   *
   * @param action where it is sent
   * @param back the offer it answers, or the bids of which it chooses one
   * @param rates what the house takes, if it were signed now
   * @param notes the messages that both are to know before they sign
   * @param check whether the contractor-status questions are asked
   */
  record TermsHead(
      String action,
      String back,
      String otherName,
      String signer,
      Currency currency,
      Rates rates,
      List<String> notes,
      boolean check) {}
}

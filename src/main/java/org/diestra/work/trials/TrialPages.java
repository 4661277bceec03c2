package org.diestra.work.trials;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.diestra.hiring.fees.Fees;
import org.diestra.hiring.fees.Quote;
import org.diestra.hiring.fees.Rates;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.proposals.BidFace;
import org.diestra.hiring.proposals.BidFaces;
import org.diestra.hiring.proposals.BidId;
import org.diestra.hiring.proposals.BidTerms;
import org.diestra.hiring.proposals.Bids;
import org.diestra.hiring.tryouts.ScoreForm;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.PayUnit;
import org.diestra.work.contracts.OfferNote;
import org.diestra.work.contracts.Pay;
import org.diestra.work.contracts.TermLines;
import org.diestra.work.contracts.TrialOffers;
import org.diestra.work.tasks.TrialWork;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** Gathers what the pages of paid trials show. */
@Component
class TrialPages {
  private static final int DAYS = 7;

  /** Minor units; more than any trial costs is not worked out. */
  private static final long MOST_QUOTED = 1_000_000_000_000L;

  private final Trials trials;
  private final TrialAsking asking;
  private final TrialRules rules;
  private final TrialOffers offers;
  private final TrialWork work;
  private final Jobs jobs;
  private final Bids bids;
  private final BidFaces faces;
  private final Organisations organisations;
  private final Fees fees;
  private final ObjectProvider<OfferNote> notes; // of modules that have money
  private final Clock clock;

  TrialPages(
      Trials trials,
      TrialAsking asking,
      TrialRules rules,
      TrialOffers offers,
      TrialWork work,
      Jobs jobs,
      Bids bids,
      BidFaces faces,
      Organisations organisations,
      Fees fees,
      ObjectProvider<OfferNote> notes,
      Clock clock) {
    this.trials = trials;
    this.asking = asking;
    this.rules = rules;
    this.offers = offers;
    this.work = work;
    this.jobs = jobs;
    this.bids = bids;
    this.faces = faces;
    this.organisations = organisations;
    this.fees = fees;
    this.notes = notes;
    this.clock = clock;
  }

  /**
   * What stands around the form.
   *
   * @param me as whom the viewer signs
   * @param ceiling the most it may cost with as many hours as are typed, or null for no limit
   */
  record Head(
      BidTerms on,
      JobTerms job,
      BidFace face,
      String me,
      TrialRules rules,
      LocalDate today,
      @Nullable Money ceiling,
      @Nullable Quote quote) {
    String action() {
      return "/trials?bid=" + on.id();
    }

    String back() {
      return "/jobs/" + job.id() + "/bids";
    }
  }

  LocalDate today(Viewer viewer) {
    return LocalDate.ofInstant(clock.instant(), viewer.zone());
  }

  int hours() {
    return rules.hours();
  }

  /** The form as it is offered: in the client's own words about the job. */
  TrialForm proposed(Viewer viewer, BidId bid) {
    var on = asking.own(viewer, bid);
    var job = jobs.terms(on.job());
    var told = job.instructions().isBlank() ? job.terms().about() : job.instructions();
    int hours = Math.min(2, rules.hours());
    var hourly = on.unit() == PayUnit.HOUR ? on.price() : null;
    return new TrialForm(
        told.length() > Draft.LONGEST ? "" : told,
        null,
        String.valueOf(hours),
        hourly == null
            ? on.price().amount().toPlainString()
            : hourly
                .times(BigDecimal.valueOf(hours), RoundingMode.UNNECESSARY)
                .amount()
                .toPlainString(),
        today(viewer).plusDays(DAYS).toString(),
        viewer.locale().getLanguage(),
        offers.usualLaw(on.organisation()).orElse(null),
        null);
  }

  /** The page to ask on; the form is in the model as well. */
  String ask(Viewer viewer, BidId bid, TrialForm form, Model model) {
    var on = asking.own(viewer, bid);
    var job = jobs.terms(on.job());
    var typed = form.hours();
    int hours = typed != null && typed.matches("[1-9]") ? Integer.parseInt(typed) : rules.hours();
    var head =
        new Head(
            on,
            job,
            faces.of(on.job(), bid).orElseThrow(NotFound::new),
            viewer.name(),
            rules,
            today(viewer),
            asking.ceiling(job, on.unit(), Math.min(hours, rules.hours())).orElse(null),
            form.amount(on.price().currency())
                .filter(price -> price.minor() < MOST_QUOTED)
                .map(this::quote)
                .orElse(null));
    model.addAttribute("head", head);
    model.addAttribute("form", form);
    return "new";
  }

  private Quote quote(Money price) {
    return fees.quote(PayUnit.TASK, price, BigDecimal.ONE);
  }

  /** A trial's page, with the forms that its reader may send. */
  @Transactional(readOnly = true)
  public String show(Viewer viewer, TrialId id, Model model) {
    var view = view(viewer, id);
    model.addAttribute("view", view);
    if (!model.containsAttribute("scoring")) {
      model.addAttribute("scoring", view.scores().map(ScoreForm::of).orElse(ScoreForm.EMPTY));
    }
    return "show";
  }

  @Transactional(readOnly = true)
  public TrialView view(Viewer viewer, TrialId id) {
    var scored = trials.seen(viewer, id);
    var trial = scored.trial();
    var facts = trial.facts();
    boolean bidder = Trials.bidder(viewer, scored);
    var rates = offers.rates(facts.offer());
    var text = offers.text(facts.offer());
    boolean waits = trial instanceof Trial.Requested && facts.answerBy().isAfter(clock.instant());
    return new TrialView(
        scored,
        bidder,
        jobs.terms(facts.job()),
        faces.of(facts.job(), facts.bid()).orElseThrow(NotFound::new),
        organisations.get(facts.organisation()).name(),
        viewer.name(),
        text,
        Quote.of(PayUnit.TASK, facts.price(), BigDecimal.ONE, rates),
        waits && text.taxed() ? taxes(facts, rates) : List.of(),
        trial instanceof Trial.Standing it
            ? work.glance(it.signed().contract(), it.signed().task())
            : null,
        trial instanceof Trial.Requested && !facts.answerBy().isAfter(clock.instant()),
        !bidder && bids.notOfferable(facts.bid()).isEmpty());
  }

  private List<TermLines.Later> taxes(Trial.Facts facts, Rates rates) {
    var pay = new Pay(facts.price().currency(), facts.price(), null, null);
    return notes
        .orderedStream()
        .map(note -> note.taxes(facts.organisation(), facts.person(), pay, rates))
        .toList();
  }
}

package org.diestra.hiring.proposals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.diestra.hiring.fees.Fees;
import org.diestra.hiring.fees.Quote;
import org.diestra.hiring.fees.Rates;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.samples.SampleCard;
import org.diestra.hiring.samples.Samples;
import org.diestra.hiring.talent.AssistantCard;
import org.diestra.hiring.talent.Talent;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Token;
import org.diestra.platform.base.WorkWeek;
import org.diestra.platform.exchange.Exchange;
import org.diestra.platform.page.DayBar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Lays out what an assistant needs to write a bid, and reads what was written. */
@Service
class BidDesk {
  private final Jobs jobs;
  private final BidStore bids;
  private final VersionStore versions;
  private final Talent talent;
  private final Samples samples;
  private final BidFiles files;
  private final Fees fees;
  private final Exchange exchange;
  private final Beside beside;
  private final Clock clock;

  BidDesk(
      Jobs jobs,
      BidStore bids,
      VersionStore versions,
      Talent talent,
      Samples samples,
      BidFiles files,
      Fees fees,
      Exchange exchange,
      Beside beside,
      Clock clock) {
    this.jobs = jobs;
    this.bids = bids;
    this.versions = versions;
    this.talent = talent;
    this.samples = samples;
    this.files = files;
    this.fees = fees;
    this.exchange = exchange;
    this.beside = beside;
    this.clock = clock;
  }

  /**
   * @throws NotFound for a job that is not public, unless one has bid for it; and for whoever can't
   *     bid at all: the client's own people, and those who offer no services
   */
  DeskPage page(Viewer viewer, JobId id, boolean change) {
    var job = jobs.terms(id);
    var bid = own(viewer, job);
    var card = talent.cards(List.of(viewer.id())).get(viewer.id());
    var said = bid == null ? null : versions.current(bid).orElse(null);
    var rates = fees.now(job.currency());
    var page =
        new DeskPage(
            job,
            bid,
            said,
            card,
            bid != null && bid.version() > 0 || talent.readyToBid(viewer.id()),
            card == null ? List.of() : talent.samples(List.of(viewer.id())),
            bar(job, card),
            shared(job, card),
            rates,
            List.of(),
            said == null ? List.of() : inOrder(said),
            bids.countLive(viewer.id()),
            said == null ? null : inOwn(viewer, net(said, rates)),
            change,
            bid == null ? List.of() : beside.of(bid.id()));
    return bid == null || page.written() ? page : page.with(versions.history(bid.id()));
  }

  private @Nullable Bid own(Viewer viewer, JobTerms job) {
    var bid = bids.own(job.id(), viewer.id()).orElse(null);
    if (!viewer.assistant()
        || viewer.memberOf(job.organisation()).isPresent()
        || bid == null && !seen(job)) {
      throw new NotFound();
    }
    return bid;
  }

  private static Money net(BidContent said, Rates rates) {
    return Quote.of(said.unit(), said.price(), said.quantity(), rates).assistantNet();
  }

  private @Nullable Money inOwn(Viewer viewer, Money amount) {
    return amount.currency().equals(viewer.currency())
        ? null
        : exchange.convert(amount, viewer.currency()).orElse(null);
  }

  private static boolean seen(JobTerms job) {
    return !job.hidden()
        && switch (job.stage()) {
          case OPEN, PAUSED, CLOSED -> true;
          case DRAFT, IN_REVIEW -> false;
        };
  }

  private @Nullable DayBar bar(JobTerms job, @Nullable AssistantCard card) {
    if (card == null) {
      return null;
    }
    var wanted = job.wanted();
    return wanted == null
        ? DayBar.of(card.week(), card.week().zone(), today(card.week()))
        : DayBar.of(wanted, card.week(), today(card.week()));
  }

  private @Nullable Integer shared(JobTerms job, @Nullable AssistantCard card) {
    var wanted = job.wanted();
    return card == null || wanted == null
        ? null
        : Integer.valueOf(wanted.sharedHours(card.week(), today(card.week())));
  }

  private LocalDate today(WorkWeek week) {
    return LocalDate.ofInstant(clock.instant(), week.zone());
  }

  private List<SampleCard> inOrder(BidContent said) {
    var found = samples.all(said.samples());
    return said.samples().stream()
        .flatMap(id -> found.stream().filter(card -> card.id().equals(id)))
        .toList();
  }

  /** The page to write on: as it was left, or as the bid says now, or blank. */
  Sheet sheet(Viewer viewer, DeskPage page) {
    var form =
        beginning(viewer, page).stamped(Token.fresh().text(), page.version(), page.job().edition());
    return sheet(viewer, page, form);
  }

  private BidForm beginning(Viewer viewer, DeskPage page) {
    var kept = Optional.ofNullable(page.bid()).flatMap(bid -> versions.kept(bid.id()));
    if (kept.isPresent()) {
      return kept.get();
    }
    var said = page.said();
    return said == null ? BidForm.blank(page.job(), viewer.name()) : BidForm.of(said);
  }

  Sheet sheet(Viewer viewer, DeskPage page, BidForm form) {
    var net =
        form.quote(page.job(), page.rates())
            .map(quote -> inOwn(viewer, quote.assistantNet()))
            .orElse(null);
    return new Sheet(page, form, files.own(viewer.id(), form.files()), net);
  }

  /**
   * The job, for whoever may bid for it or has.
   *
   * @throws NotFound as for the page
   */
  JobTerms admit(Viewer viewer, JobId id) {
    var job = jobs.terms(id);
    own(viewer, job);
    return job;
  }

  /** What was written; empty where there are problems. */
  Optional<BidContent> read(Viewer viewer, JobTerms job, BidForm form, Problems problems) {
    var week = talent.week(viewer.id(), viewer.zone());
    var shown =
        form.samples().isEmpty() ? List.<SampleCard>of() : talent.samples(List.of(viewer.id()));
    var author = new BidReading.Author(week, shown.stream().map(SampleCard::id).toList());
    var today = LocalDate.ofInstant(clock.instant(), viewer.zone());
    return form.read(job, author, today, problems);
  }
}

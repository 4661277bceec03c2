package org.diestra.hiring.proposals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.proposals.BidForm.Origin;
import org.diestra.hiring.samples.SampleCard;
import org.diestra.hiring.talent.AssistantCard;
import org.diestra.hiring.talent.Talent;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.PayUnit;
import org.diestra.platform.demo.Assistant;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The demo's bids: whoever does that kind of work bids on it, from 70 % of the maximum upwards. */
@Component
class ProposalsDemo implements DemoPart {
  private static final int MOST = 12;

  /** More than can come before a client at once. */
  private static final int CROWD = Round.BATCH + 3;

  private final OwnBids own;
  private final Decisions decisions;
  private final Jobs jobs;
  private final Talent talent;
  private final Pages pages;
  private final Clock clock;

  ProposalsDemo(
      OwnBids own, Decisions decisions, Jobs jobs, Talent talent, Pages pages, Clock clock) {
    this.own = own;
    this.decisions = decisions;
    this.jobs = jobs;
    this.talent = talent;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "proposals:bids";
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public void play(Cast cast) {
    for (var client : List.of(Cast.CLIENT, Cast.PRACTICE, Cast.STUDIO)) {
      for (var job : jobs.running(cast.business(client))) {
        var bids =
            cast.assistants().stream()
                .filter(a -> crowded(job) || a.areas().stream().anyMatch(job.areas()::contains))
                .filter(a -> a.languages().stream().anyMatch(l -> fits(job, l.language())))
                .limit(crowded(job) ? CROWD : MOST)
                .map(assistant -> bid(cast, job, assistant, null))
                .flatMap(Optional::stream)
                .toList();
        for (var kept : bids.subList(0, Math.min(bids.size() / 4, 3))) {
          decisions.keep(cast.viewer(client), job.id(), kept.id()).orFail();
        }
      }
    }
  }

  /** What everybody can do, everybody bids on. */
  private static boolean crowded(JobTerms job) {
    return job.areas().equals(Set.of(Area.DATA_ENTRY));
  }

  private static boolean fits(JobTerms job, String language) {
    return job.languages().stream().anyMatch(wanted -> wanted.language().equals(language));
  }

  /**
   * Empty where the house refuses it, as an assistant may have no more than fifteen live bids.
   *
   * @param start on which day the assistant could begin, or null for some day soon
   */
  Optional<Bid> bid(Cast cast, JobTerms job, Assistant assistant, @Nullable LocalDate start) {
    var person = cast.person(assistant.email());
    var card = Objects.requireNonNull(talent.cards(List.of(person)).get(person));
    var said = said(job, assistant, card, start);
    var from = new Origin(UUID.randomUUID().toString(), 0, job.edition());
    return own.send(person, job.id(), said, from) instanceof Outcome.Done<Bid>(var bid)
        ? Optional.of(bid)
        : Optional.empty();
  }

  private BidContent said(
      JobTerms job, Assistant assistant, AssistantCard card, @Nullable LocalDate start) {
    var unit = job.maxHourly() != null ? PayUnit.HOUR : PayUnit.TASK;
    var ceiling = job.ceiling(unit).orElseThrow();
    int seed = Math.floorMod(assistant.email().hashCode() + job.title().hashCode(), 31);
    boolean hourly = unit == PayUnit.HOUR;
    int asked = hourly ? job.volume().hoursWeek() : job.volume().tasks();
    var soon = LocalDate.ofInstant(clock.instant(), assistant.zone()).plusDays(2 + seed);
    return new BidContent(
        job.edition(),
        unit,
        price(ceiling, seed),
        BigDecimal.valueOf(Math.max(1, asked)),
        hourly ? null : new BigDecimal("1.5"),
        start == null ? soon : start,
        card.week(),
        assistant.name(),
        words(assistant, "letter", assistant.years(), job.title()),
        answers(job, assistant),
        talent.samples(List.of(card.id())).stream().map(SampleCard::id).limit(2).toList(),
        List.of());
  }

  private static Money price(Money ceiling, int seed) {
    var part = new BigDecimal(70 + seed).movePointLeft(2);
    var price = ceiling.times(part, RoundingMode.HALF_UP);
    long step = ceiling.minor() >= 1000 ? 50 : 1;
    return new Money(Math.max(1, price.minor() / step * step), ceiling.currency());
  }

  private Map<String, String> answers(JobTerms job, Assistant assistant) {
    var answers = new HashMap<String, String>();
    for (var question : job.questions()) {
      answers.put(question.key(), words(assistant, "answer", assistant.years(), job.title()));
    }
    return answers;
  }

  private String words(Assistant assistant, String what, int years, String title) {
    var key = "proposals.demo." + what + "." + Math.floorMod(assistant.email().hashCode(), 3);
    return pages.formats(Locale.of(assistant.locale()), assistant.zone()).words(key, years, title);
  }
}

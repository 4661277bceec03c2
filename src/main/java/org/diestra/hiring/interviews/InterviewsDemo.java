package org.diestra.hiring.interviews;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diestra.hiring.interviews.Moving.By;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.proposals.BidTerms;
import org.diestra.hiring.proposals.Bids;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Problems;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/** An interview to come, and one that is done, with what the client thought of it. */
@Component
class InterviewsDemo implements DemoPart {
  private final Moving moving;
  private final Scorecards scorecards;
  private final Bids bids;
  private final Jobs jobs;
  private final Pages pages;
  private final Clock clock;

  InterviewsDemo(
      Moving moving, Scorecards scorecards, Bids bids, Jobs jobs, Pages pages, Clock clock) {
    this.moving = moving;
    this.scorecards = scorecards;
    this.bids = bids;
    this.jobs = jobs;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "interviews:two";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public void play(Cast cast) {
    var client = cast.viewer(Cast.CLIENT);
    var kept = kept(cast);
    if (kept.size() >= 2) {
      agreed(client, kept.get(0), workday(3));
      done(client, kept.get(1), workday(-4));
    }
  }

  /** Bids of that client's jobs that were kept, those of the cast's four first. */
  private List<BidTerms> kept(Cast cast) {
    var people = cast.assistants().stream().map(a -> cast.person(a.email())).toList();
    return jobs.running(cast.business(Cast.CLIENT)).stream()
        .flatMap(job -> people.stream().flatMap(p -> bids.of(job.id(), p).stream()))
        .filter(bids::interviewable)
        .map(bids::terms)
        .limit(2)
        .toList();
  }

  private Interview agreed(Viewer client, BidTerms bid, Instant start) {
    bids.interviewing(bid.id(), client.id()).orFail();
    var slots = List.of(new Slot(start, 30), new Slot(start.plus(Duration.ofDays(1)), 30));
    var now = clock.instant();
    var first = new Stage.Proposed(now, Side.ASSISTANT, slots, now.plus(Stage.ANSWER));
    var interview =
        new Interview(
            new InterviewId(Ids.fresh()),
            bid.id(),
            bid.job(),
            bid.organisation(),
            bid.person(),
            client.id(),
            first,
            1);
    moving.begin(interview, By.of(Side.CLIENT, client.id(), words(client, "interviews.demo.ask")));
    return moving.make(
        interview,
        first.pick(slots.getFirst(), now),
        Move.Kind.AGREE,
        By.of(Side.ASSISTANT, bid.person(), ""));
  }

  private void done(Viewer client, BidTerms bid, Instant start) {
    var agreed = agreed(client, bid, start);
    var live = ((Stage.Scheduled) agreed.stage()).begin(clock.instant());
    var begun = moving.make(agreed, live, Move.Kind.BEGIN, By.HOUSE);
    moving.make(begun, live.finish(clock.instant()), Move.Kind.FINISH, By.HOUSE);
    Map<String, String> fields = new HashMap<>();
    int score = 5;
    for (var criterion : Criteria.of(jobs.terms(bid.job()).areas())) {
      fields.put(ScorecardForm.PREFIX + criterion, String.valueOf(score));
      score = score == 5 ? 4 : 5;
    }
    fields.put("notes", words(client, "interviews.demo.notes"));
    scorecards.keep(client, agreed.id(), new ScorecardForm(fields), true, new Problems()).orFail();
  }

  /** Four in the afternoon in Madrid, at least so many days away, on a day on which people work. */
  private Instant workday(int days) {
    var zone = java.time.ZoneId.of("Europe/Madrid");
    var day = clock.instant().atZone(zone).toLocalDate().plusDays(days);
    while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      day = day.plusDays(days > 0 ? 1 : -1);
    }
    return day.atTime(16, 0).atZone(zone).toInstant();
  }

  private String words(Viewer reader, String key) {
    Locale locale = reader.locale();
    return pages.formats(locale, reader.zone()).words(key);
  }
}

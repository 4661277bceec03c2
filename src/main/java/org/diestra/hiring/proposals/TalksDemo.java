package org.diestra.hiring.proposals;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.messaging.Messages;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/** The demo's talks about bids that were kept, each in the language of its assistant. */
@Component
class TalksDemo implements DemoPart {
  private static final int TALKS = 3;
  private static final int LINES = 4;
  private final Messages messages;
  private final BidStore bids;
  private final Jobs jobs;
  private final Pages pages;
  private final Clock clock;

  TalksDemo(Messages messages, BidStore bids, Jobs jobs, Pages pages, Clock clock) {
    this.messages = messages;
    this.bids = bids;
    this.jobs = jobs;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "proposals:talks";
  }

  @Override
  public int order() {
    return 35;
  }

  @Override
  public void play(Cast cast) {
    for (var address : List.of(Cast.CLIENT, Cast.PRACTICE, Cast.STUDIO)) {
      var client = cast.viewer(address);
      var kept =
          jobs.running(cast.business(address)).stream()
              .flatMap(
                  job -> bids.ofJob(job.id()).stream().filter(Bid::kept).map(b -> new Kept(job, b)))
              .limit(TALKS)
              .toList();
      for (int n = 0; n < kept.size(); n++) {
        talk(cast, client, kept.get(n), n);
      }
    }
  }

  private record Kept(JobTerms job, Bid bid) {}

  /** The client asks, the assistant answers, twice; the last talk still waits for its answer. */
  private void talk(Cast cast, Viewer client, Kept kept, int n) {
    var bid = kept.bid();
    var assistant =
        cast.assistants().stream()
            .filter(a -> cast.person(a.email()).equals(bid.person()))
            .findFirst()
            .orElseThrow();
    var words = pages.formats(Locale.of(assistant.locale()), assistant.zone());
    var thread = messages.open(BidTalks.NAME, bid.id().value());
    int lines = n == TALKS - 1 ? LINES - 1 : LINES;
    for (int i = 0; i < lines; i++) {
      PersonId author = i % 2 == 0 ? client.id() : bid.person();
      var key = "proposals.demo.talk." + n + "." + i;
      var text = words.words(key, kept.job().title(), assistant.name().split(" ")[0]);
      var at = clock.instant().minus(Duration.ofHours(5L * (lines - i) + n));
      messages.record(thread, author, text, bid.id() + ":" + i, at);
    }
  }
}

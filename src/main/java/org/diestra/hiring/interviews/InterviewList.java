package org.diestra.hiring.interviews;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All the meetings of one person, those to come first. */
@Component
class InterviewList {
  private final InterviewStore store;
  private final Jobs jobs;
  private final Accounts accounts;
  private final Organisations organisations;

  InterviewList(InterviewStore store, Jobs jobs, Accounts accounts, Organisations organisations) {
    this.store = store;
    this.jobs = jobs;
    this.accounts = accounts;
    this.organisations = organisations;
  }

  /**
   * @param other whom the reader meets
   * @param at when, where that is agreed
   * @param there the other's zone
   */
  record Entry(
      Interview interview, String title, String other, @Nullable Instant at, ZoneId there) {
    boolean open() {
      return switch (interview.state()) {
        case PROPOSED, SCHEDULED, LIVE -> true;
        case DONE, EXPIRED, CANCELLED, NO_SHOW -> false;
      };
    }
  }

  List<Entry> of(Viewer viewer) {
    return entries(viewer, store.of(viewer));
  }

  /** In the same order, in three statements; where somebody has left the house there is none. */
  List<Entry> entries(Viewer viewer, List<Interview> all) {
    var titles = jobs.terms(all.stream().map(Interview::job).distinct().toList());
    var people =
        accounts.contacts(
            all.stream().flatMap(i -> Stream.of(i.host(), i.assistant())).distinct().toList());
    var clients = organisations.all(all.stream().map(Interview::organisation).distinct().toList());
    var out = new ArrayList<Entry>();
    for (var interview : all) {
      boolean client = interview.side(viewer).equals(Optional.of(Side.CLIENT));
      var job = titles.get(interview.job());
      var organisation = clients.get(interview.organisation());
      var other = people.get(client ? interview.assistant() : interview.host());
      if (job != null && organisation != null && other != null) {
        out.add(
            new Entry(
                interview,
                job.title(),
                client ? other.name() : organisation.name(),
                interview.stage() instanceof Stage.Agreed a ? a.slot().start() : null,
                other.zone()));
      }
    }
    return out;
  }
}

package org.diestra.hiring.interviews;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diestra.hiring.proposals.Bids;
import org.diestra.hiring.proposals.TalkScreen;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.messaging.MessageCheck;
import org.diestra.platform.messaging.ThreadSubjects;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/**
 * The talk about one meeting, between those who come to it. It can be read for good; it goes on
 * until the bid is decided. Names are told: the two are to meet.
 */
@Component
class InterviewTalks implements ThreadSubjects, MessageCheck {
  static final String NAME = "interviews:interview";

  private final InterviewStore store;
  private final InterviewList list;
  private final Bids bids;
  private final Organisations organisations;
  private final TalkScreen screen;
  private final Pages pages;

  InterviewTalks(
      InterviewStore store,
      InterviewList list,
      Bids bids,
      Organisations organisations,
      TalkScreen screen,
      Pages pages) {
    this.store = store;
    this.list = list;
    this.bids = bids;
    this.organisations = organisations;
    this.screen = screen;
    this.pages = pages;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<UUID, Subject> of(Viewer viewer, Collection<UUID> things) {
    var found =
        store.all(things.stream().map(InterviewId::new).toList()).stream()
            .filter(interview -> interview.side(viewer).isPresent())
            .toList();
    if (found.isEmpty()) {
      return Map.of();
    }
    var open = bids.undecided(found.stream().map(Interview::bid).distinct().toList());
    var formats = pages.formats(viewer.locale(), viewer.zone());
    var subjects = new HashMap<UUID, Subject>();
    for (var entry : list.entries(viewer, found)) {
      var interview = entry.interview();
      var title = formats.words("interviews.talk.title", entry.other(), entry.title());
      subjects.put(
          interview.id().value(),
          new Subject(title, interview.href(), open.contains(interview.bid()), Map.of()));
    }
    return subjects;
  }

  @Override
  public Set<PersonId> people(UUID thing) {
    var interview = store.find(new InterviewId(thing)).orElseThrow();
    var people = new HashSet<>(organisations.hiring(interview.organisation()));
    people.add(interview.assistant());
    return people;
  }

  @Override
  public List<Remark> check(String subjects, UUID thing, String text) {
    return subjects.equals(NAME) ? screen.read(text) : List.of();
  }
}

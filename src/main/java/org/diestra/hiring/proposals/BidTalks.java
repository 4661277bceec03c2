package org.diestra.hiring.proposals;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Accounts.Contact;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.messaging.MessageCheck;
import org.diestra.platform.messaging.ThreadSubjects;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/**
 * The talk between a client's hiring team and one bidder. It begins once the bid is before the
 * client and can be read for good; it goes on while the bid lives, or in the contract that it
 * became. What the operator's rules find in it is said before it is sent.
 */
@Component
class BidTalks implements ThreadSubjects, MessageCheck {
  static final String NAME = "proposals:bid";

  private final BidStore bids;
  private final RoundStore rounds;
  private final Jobs jobs;
  private final Organisations organisations;
  private final Accounts accounts;
  private final TalkScreen screen;
  private final Pages pages;

  BidTalks(
      BidStore bids,
      RoundStore rounds,
      Jobs jobs,
      Organisations organisations,
      Accounts accounts,
      TalkScreen screen,
      Pages pages) {
    this.bids = bids;
    this.rounds = rounds;
    this.jobs = jobs;
    this.organisations = organisations;
    this.accounts = accounts;
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
        bids.all(things.stream().map(BidId::new).toList()).stream()
            .filter(bid -> bid.known() && concerns(viewer, bid))
            .toList();
    var terms = jobs.terms(found.stream().map(Bid::job).distinct().toList());
    var blind = rounds.blind(terms.keySet());
    var authors = accounts.contacts(found.stream().map(Bid::person).distinct().toList());
    var subjects = new HashMap<UUID, Subject>();
    for (var bid : found) {
      var job = terms.get(bid.job());
      if (job != null) {
        boolean hidden = blind.contains(bid.job()) && !bid.met();
        subjects.put(bid.id().value(), subject(viewer, bid, job, authors, hidden));
      }
    }
    return subjects;
  }

  private static boolean concerns(Viewer viewer, Bid bid) {
    return bid.person().equals(viewer.id()) || viewer.hiresFor(bid.organisation());
  }

  private Subject subject(
      Viewer viewer, Bid bid, JobTerms job, Map<PersonId, Contact> authors, boolean hidden) {
    if (bid.person().equals(viewer.id())) {
      return new Subject(job.title(), "/jobs/" + bid.job() + "/bid", bid.live(), Map.of());
    }
    var alias = pages.formats(viewer.locale(), viewer.zone()).words(BLIND, bid.number());
    var author = authors.get(bid.person());
    var name = hidden || author == null ? alias : author.name();
    return new Subject(
        job.title() + " · " + name,
        "/jobs/" + bid.job() + Board.PATH + "/" + bid.id(),
        bid.live(),
        hidden ? Map.of(bid.person(), alias) : Map.of());
  }

  private static final String BLIND = "proposals.blind.name";

  @Override
  public Set<PersonId> people(UUID thing) {
    var bid = bids.find(new BidId(thing)).orElseThrow();
    var people = new HashSet<>(organisations.hiring(bid.organisation()));
    people.add(bid.person());
    return people;
  }

  @Override
  public List<Remark> check(String subjects, UUID thing, String text) {
    return subjects.equals(NAME) ? screen.read(text) : List.of();
  }
}

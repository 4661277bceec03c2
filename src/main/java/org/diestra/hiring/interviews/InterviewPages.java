package org.diestra.hiring.interviews;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.proposals.BidId;
import org.diestra.hiring.talent.Talent;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Accounts.Contact;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.WorkWeek;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the pages of an interview show. */
@Component
class InterviewPages {
  private static final int FROM = 9;
  private static final int TO = 18;

  private final InterviewStore store;
  private final Interviews interviews;
  private final Jobs jobs;
  private final Talent talent;
  private final Accounts accounts;
  private final Organisations organisations;
  private final Clock clock;

  InterviewPages(
      InterviewStore store,
      Interviews interviews,
      Jobs jobs,
      Talent talent,
      Accounts accounts,
      Organisations organisations,
      Clock clock) {
    this.store = store;
    this.interviews = interviews;
    this.jobs = jobs;
    this.talent = talent;
    this.accounts = accounts;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** The page of one interview, as it stands now. */
  String show(Viewer viewer, InterviewId id, Model model) {
    model.addAttribute("page", view(viewer, interviews.get(viewer, id)));
    return "show";
  }

  InterviewView view(Viewer viewer, Interview interview) {
    var side = Interviews.side(interview, viewer);
    var contacts = accounts.contacts(List.of(interview.host(), interview.assistant()));
    var host = name(contacts.get(interview.host()));
    var assistant = name(contacts.get(interview.assistant()));
    var history = store.history(interview.id());
    long used =
        history.stream().filter(m -> m.kind() == Move.Kind.RESCHEDULE && m.side() == side).count();
    return new InterviewView(
        interview,
        side,
        jobs.terms(interview.job()).title(),
        organisations.get(interview.organisation()).name(),
        host,
        assistant,
        viewer.zone(),
        zone(contacts.get(side == Side.CLIENT ? interview.assistant() : interview.host()), viewer),
        history.reversed(),
        used < Interview.RESCHEDULES,
        clock.instant());
  }

  /** The page on which a client asks to meet whoever wrote that bid. */
  String ask(Viewer viewer, BidId id, SlotsForm form, Model model) {
    var bid = interviews.own(viewer, id);
    var who = accounts.contact(bid.person()).orElseThrow(NotFound::new);
    var back = "/jobs/" + bid.job() + "/bids/" + id;
    var hours =
        new Hours(
            client(bid.job(), viewer.zone()),
            assistant(bid.person(), who.zone()),
            viewer.zone(),
            who.zone());
    model.addAttribute(
        "page",
        new Picker(
            "/interviews?bid=" + id,
            back,
            "interviews.times.ask",
            who.name(),
            jobs.terms(bid.job()).title(),
            viewer.zone(),
            who.zone(),
            hours.days(clock.instant()),
            form,
            false,
            true));
    return "times";
  }

  /** The page on which either side proposes other times. */
  String otherTimes(Viewer viewer, InterviewId id, SlotsForm form, Model model) {
    var view = view(viewer, interviews.get(viewer, id));
    boolean client = view.side() == Side.CLIENT;
    var clientZone = client ? view.here() : view.there();
    var assistantZone = client ? view.there() : view.here();
    var clients = client(view.interview().job(), clientZone);
    var assistants = assistant(view.interview().assistant(), assistantZone);
    var hours =
        client
            ? new Hours(clients, assistants, view.here(), view.there())
            : new Hours(assistants, clients, view.here(), view.there());
    boolean moving = view.state() == State.SCHEDULED;
    model.addAttribute(
        "page",
        new Picker(
            view.href() + "/times",
            view.href(),
            moving ? "interviews.times.move" : "interviews.times.counter",
            view.other(),
            view.title(),
            view.here(),
            view.there(),
            hours.days(clock.instant()),
            form,
            moving && view.late(),
            false));
    return "times";
  }

  /** The client's hours for this work; where any hour will do, those of an office. */
  private WorkWeek client(JobId job, ZoneId zone) {
    var wanted = jobs.terms(job).wanted();
    return wanted != null
        ? wanted
        : WorkWeek.daily(
            zone,
            FROM,
            TO,
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY);
  }

  private WorkWeek assistant(PersonId person, ZoneId zone) {
    var card = talent.cards(List.of(person)).get(person);
    return card == null ? WorkWeek.none(zone) : card.week();
  }

  private static String name(@org.jspecify.annotations.Nullable Contact contact) {
    if (contact == null) {
      throw new NotFound();
    }
    return contact.name();
  }

  private static ZoneId zone(@org.jspecify.annotations.Nullable Contact contact, Viewer viewer) {
    return contact == null ? viewer.zone() : contact.zone();
  }
}

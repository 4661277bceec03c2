package org.diestra.hiring.interviews;

import java.time.Instant;
import java.util.List;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Accounts.Contact;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/** Tells both sides what becomes of their meeting; of the client's team, the one who asked. */
@Component
class Notices {
  static final String ASKED = "interviews:asked";
  static final String AGREED = "interviews:agreed";
  static final String OFF = "interviews:off";
  static final String SOON = "interviews:soon";

  private final Notifications notifications;
  private final Accounts accounts;
  private final Organisations organisations;
  private final Jobs jobs;
  private final Pages pages;
  private final InviteStore invites;

  Notices(
      Notifications notifications,
      Accounts accounts,
      Organisations organisations,
      Jobs jobs,
      Pages pages,
      InviteStore invites) {
    this.notifications = notifications;
    this.accounts = accounts;
    this.organisations = organisations;
    this.jobs = jobs;
    this.pages = pages;
    this.invites = invites;
  }

  /** That side proposed times; the other is to answer. */
  void asked(Interview interview, Side by) {
    tell(interview, by.other(), ASKED, "interviews.notice.asked");
  }

  /** That side can't come at the agreed time and proposes others. */
  void moved(Interview interview, Side by) {
    tell(interview, by.other(), ASKED, "interviews.notice.moved");
  }

  void agreed(Interview interview, Side by) {
    tell(interview, by.other(), AGREED, "interviews.notice.agreed");
  }

  void cancelled(Interview interview, Side by) {
    boolean agreed = invites.ever(interview.id());
    tell(interview, by.other(), agreed ? AGREED : OFF, "interviews.notice.cancelled");
  }

  /** The bid has ended, and the meeting with it. */
  void lapsed(Interview interview) {
    both(interview, OFF, "interviews.notice.lapsed");
  }

  void expired(Interview interview) {
    both(interview, OFF, "interviews.notice.expired");
  }

  /** Somebody had not come fifteen minutes after the start. */
  void missed(Interview interview) {
    both(interview, OFF, "interviews.notice.missed");
  }

  void soon(Interview interview) {
    both(interview, SOON, "interviews.notice.soon");
  }

  private void both(Interview interview, String kind, String key) {
    tell(interview, Side.CLIENT, kind, key);
    tell(interview, Side.ASSISTANT, kind, key);
  }

  private void tell(Interview interview, Side to, String kind, String key) {
    var contacts = accounts.contacts(List.of(interview.host(), interview.assistant()));
    var host = contacts.get(interview.host());
    var assistant = contacts.get(interview.assistant());
    if (host == null || assistant == null) {
      return; // somebody has left the house; there is nobody to meet
    }
    var reader = to == Side.CLIENT ? host : assistant;
    var other = to == Side.CLIENT ? assistant : host;
    var name =
        to == Side.CLIENT ? assistant.name() : organisations.get(interview.organisation()).name();
    var title = jobs.terms(interview.job()).title();
    notifications.tell(
        Notice.to(
                reader.id(),
                kind,
                interview.href(),
                key,
                name,
                title,
                when(interview, reader, other))
            .once(key + " " + interview.id() + " " + interview.version()));
  }

  /** The agreed time on both clocks; empty where none is. */
  private String when(Interview interview, Contact reader, Contact other) {
    return interview.stage() instanceof Stage.Agreed agreed
        ? when(agreed.slot().start(), reader, other)
        : "";
  }

  private String when(Instant at, Contact reader, Contact other) {
    return pages.formats(reader.locale(), reader.zone()).when(at, other.zone());
  }
}

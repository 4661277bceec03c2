package org.diestra.hiring.interviews;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Accounts.Contact;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.icalendar.Invitation;
import org.diestra.platform.mail.Letter;
import org.diestra.platform.mail.Mail;
import org.diestra.platform.page.Formats;
import org.diestra.platform.page.Pages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps the two people's calendars as the interview is: an invitation by mail when a time is
 * agreed, a new one under the same name when it changes, and one that takes it back. Each gets an
 * own one, so that neither learns the other's address.
 */
@Component
class Invites {
  private static final String KIND = "interviews:invite";

  private final InviteStore store;
  private final Mail mail;
  private final Accounts accounts;
  private final Organisations organisations;
  private final Jobs jobs;
  private final Pages pages;
  private final Clock clock;
  private final String house;

  Invites(
      InviteStore store,
      Mail mail,
      Accounts accounts,
      Organisations organisations,
      Jobs jobs,
      Pages pages,
      Clock clock,
      @Value("${diestra.base-url}") String house) {
    this.store = store;
    this.mail = mail;
    this.accounts = accounts;
    this.organisations = organisations;
    this.jobs = jobs;
    this.pages = pages;
    this.clock = clock;
    this.house = house;
  }

  /** What a letter is about. */
  private enum What {
    AGREED,
    LOOSE,
    OFF
  }

  void follow(Interview next) {
    switch (next.stage()) {
      case Stage.Scheduled(var since, var slot) -> send(next, slot, What.AGREED);
      case Stage.Proposed p -> store.sent(next.id()).ifPresent(s -> send(next, s, What.LOOSE));
      case Stage.Cancelled c -> store.sent(next.id()).ifPresent(s -> send(next, s, What.OFF));
      case Stage.Expired e -> store.sent(next.id()).ifPresent(s -> send(next, s, What.OFF));
      case Stage.Live l -> {}
      case Stage.Done d -> {}
      case Stage.NoShow n -> {}
    }
  }

  private void send(Interview interview, Slot slot, What what) {
    store.put(interview.id(), slot, interview.version(), what == What.OFF);
    var people = accounts.contacts(List.of(interview.host(), interview.assistant()));
    var host = people.get(interview.host());
    var assistant = people.get(interview.assistant());
    if (host == null || assistant == null) {
      return; // somebody has left the house; there is nobody to meet
    }
    var client = organisations.get(interview.organisation()).name();
    mail.send(letter(interview, slot, what, host, assistant, assistant.name()));
    mail.send(letter(interview, slot, what, assistant, host, client));
  }

  private Letter letter(
      Interview interview, Slot slot, What what, Contact reader, Contact other, String name) {
    var formats = pages.formats(reader.locale(), reader.zone());
    var when = formats.when(slot.start(), other.zone());
    var title = jobs.terms(interview.job()).title();
    var key = "interviews.invite." + what.name().toLowerCase(java.util.Locale.ROOT);
    var invitation = invitation(interview, slot, what, reader, name, formats, when, title);
    var letter =
        Letter.to(reader.email(), reader.locale(), KIND, formats.words(key, name, when))
            .heading(formats.words(key + ".heading", name))
            .text(formats.words("interviews.invite.hello", reader.name()))
            .text(when + "\n" + formats.words("interviews.length", slot.minutes()))
            .text(formats.words("interviews.invite.about", title))
            .button(formats.words("interviews.wait.meet.do"), interview.href())
            .small(formats.words("interviews.invite.why"))
            .withOnce(KIND + ":" + interview.id() + ":" + interview.version() + ":" + reader.id());
    return what == What.OFF
        ? letter.invite("CANCEL", invitation.cancel())
        : letter.invite("REQUEST", invitation.request());
  }

  private Invitation invitation(
      Interview interview,
      Slot slot,
      What what,
      Contact reader,
      String name,
      Formats formats,
      String when,
      String title) {
    return new Invitation(
        interview.id() + "@" + URI.create(house).getHost(),
        interview.version(),
        clock.instant(),
        slot.start(),
        slot.end(),
        reader.zone(),
        what == What.AGREED,
        formats.words("interviews.title", name),
        when + "\n" + formats.words("interviews.invite.about", title),
        house + interview.href() + "/room",
        new Invitation.Person("Diestra", mail.address()),
        new Invitation.Person(reader.name(), reader.email()));
  }
}

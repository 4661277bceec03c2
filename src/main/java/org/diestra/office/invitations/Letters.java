package org.diestra.office.invitations;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import org.diestra.platform.mail.Letter;
import org.diestra.platform.mail.Mail;
import org.diestra.platform.page.Formats;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/** What people without an account are written (RFC 6047), each with their own invitation. */
@Component
class Letters {
  private static final String KIND = "invitations:guest";
  private final Keys keys;
  private final Mail mail;
  private final Pages pages;
  private final Clock clock;

  Letters(Keys keys, Mail mail, Pages pages, Clock clock) {
    this.keys = keys;
    this.mail = mail;
    this.pages = pages;
    this.clock = clock;
  }

  /** In whose language, and on whose clock, strangers are written. */
  record Tongue(Locale locale, ZoneId zone) {}

  /**
   * An invitation, or what has become of it; one letter of each issue to each guest, however often
   * it is tried.
   */
  Letter asked(Guest guest, Issue issue, Asker asker, Tongue tongue) {
    var what = guest.told() ? "changed" : "asked";
    var ics = new Ics(issue, asker, guest, clock.instant());
    var formats = formats(tongue);
    return letter(guest, issue, asker, tongue, formats, what)
        .button(formats.words("invitations.letter.do"), keys.href(guest))
        .small(formats.words("invitations.letter.why", asker.name(), guest.address()))
        .invite("REQUEST", ics.request())
        .withOnce(once(guest, issue) + ":request");
  }

  Letter off(Guest guest, Issue issue, Asker asker, Tongue tongue) {
    var formats = formats(tongue);
    return letter(guest, issue, asker, tongue, formats, "off")
        .small(formats.words("invitations.letter.why", asker.name(), guest.address()))
        .invite("CANCEL", new Ics(issue, asker, guest, clock.instant()).cancel())
        .withOnce(once(guest, issue) + ":cancel");
  }

  /** Other ones for whoever was taken off and is asked anew. */
  private static String once(Guest guest, Issue issue) {
    var asked = guest.askedAt().toEpochMilli();
    return "invitations:" + guest.id() + ":" + asked + ":" + issue.number();
  }

  void send(Collection<Letter> letters) {
    mail.send(letters);
  }

  private Letter letter(
      Guest guest, Issue issue, Asker asker, Tongue tongue, Formats formats, String what) {
    var key = "invitations.letter." + what;
    var told = Told.of(issue, tongue.zone(), clock.instant());
    var title = told.title(formats);
    var when = told.when(formats);
    var letter =
        Letter.to(
                guest.address(),
                tongue.locale(),
                KIND,
                formats.words(key, asker.name(), title, when))
            .heading(formats.words(key + ".heading", asker.name()))
            .text(title + "\n" + when + (told.again() ? "\n" + again(formats) : ""))
            .withReplyTo(asker.reply());
    letter =
        told.place().isEmpty()
            ? letter
            : letter.text(formats.words("invitations.letter.place", told.place()));
    return told.notes().isBlank() ? letter : letter.quote(told.notes());
  }

  private static String again(Formats formats) {
    return formats.words("invitations.again");
  }

  private Formats formats(Tongue tongue) {
    return pages.formats(tongue.locale(), tongue.zone());
  }
}

package org.diestra.office.booking;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.diestra.office.booking.Course.By;
import org.diestra.platform.base.Token;
import org.diestra.platform.mail.Letter;
import org.diestra.platform.mail.Mail;
import org.diestra.platform.page.Formats;
import org.diestra.platform.page.Pages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What guests are written, in the language they booked in and on their own clock; each letter about
 * a time carries it for their calendar, under one name for all of its life (RFC 6047).
 */
@Component
class Letters {
  private static final String KIND = "booking:appointment";
  private static final String WAITING = "booking:waiting";
  private final ServiceStore services;
  private final Keys keys;
  private final Mail mail;
  private final Pages pages;
  private final Clock clock;
  private final String house;

  Letters(
      ServiceStore services,
      Keys keys,
      Mail mail,
      Pages pages,
      Clock clock,
      @Value("${diestra.base-url}") String house) {
    this.services = services;
    this.keys = keys;
    this.mail = mail;
    this.pages = pages;
    this.clock = clock;
    this.house = house;
  }

  /** The link in it shows that the address is the guest's. */
  void prove(Service service, Appointment held, Token key) {
    var page = page(service);
    var formats = formats(held);
    mail.send(
        letter(service, held, formats, page, "prove")
            .text(formats.words("booking.letter.prove.text", Appointment.PROOF.toMinutes()))
            .button(
                formats.words("booking.letter.prove.do"), keys.href(held) + "/mail/" + key.text())
            .small(formats.words("booking.letter.prove.else"))
            .withSecret());
  }

  void asked(Service service, Appointment pending) {
    var page = page(service);
    var formats = formats(pending);
    mail.send(
        closing(
            letter(service, pending, formats, page, "asked")
                .text(formats.words("booking.letter.asked.text", page.name())),
            pending,
            formats,
            page));
  }

  void confirmed(Service service, Appointment it, String words) {
    var formats = formats(it);
    agreed(
        service,
        it,
        formats,
        said(letter(service, it, formats, page(service), "confirmed"), words));
  }

  void moved(Service service, Appointment was, Appointment it, By by) {
    var formats = formats(it);
    var page = page(service);
    var letter =
        said(letter(service, it, formats, page, "moved"), by.words())
            .text(formats.words("booking.letter.was", when(service, was, formats)));
    if (it.state() == State.CONFIRMED) {
      agreed(service, it, formats, letter);
    } else {
      send(it, closing(letter, it, formats, page), "moved");
    }
  }

  private void agreed(Service service, Appointment it, Formats formats, Letter letter) {
    var page = page(service);
    // without what was answered: nobody has shown yet that the address is theirs who wrote it
    var calendar = ics(service, it, page, formats).request(page, mail.address());
    send(it, closing(letter, it, formats, page).invite("REQUEST", calendar), "agreed");
  }

  void cancelled(Service service, Appointment was, Appointment it, By by) {
    var page = page(service);
    var formats = formats(it);
    var letter =
        said(letter(service, it, formats, page, by.guest() ? "off.own" : "off"), by.words())
            .button(formats.words("booking.letter.again"), service.href(page));
    send(
        it,
        was.state() == State.CONFIRMED
            ? letter.invite("CANCEL", ics(service, it, page, formats).cancel(page, mail.address()))
            : letter,
        "off");
  }

  /** A day before, and an hour before: each once for each time that was agreed. */
  void soon(Service service, Appointment it) {
    var page = page(service);
    var formats = formats(it);
    boolean near = clock.instant().isAfter(it.start().minus(Duration.ofHours(2)));
    var letter = closing(letter(service, it, formats, page, "soon"), it, formats, page);
    send(it, letter, near ? "soon:hour" : "soon:day");
  }

  /** A time has become free on a day for which somebody waits. */
  void free(Service service, WaitingStore.Entry waiting) {
    var page = page(service);
    var formats = pages.formats(waiting.locale(), waiting.zone());
    var name = service.terms().name();
    mail.send(
        Letter.to(
                waiting.email(),
                waiting.locale(),
                WAITING,
                formats.words("booking.letter.free", name, waiting.date()))
            .heading(formats.words("booking.letter.free.heading"))
            .text(formats.words("booking.letter.free.text", name, page.name(), waiting.date()))
            .button(
                formats.words("booking.letter.free.do"),
                service.href(page) + "?from=" + waiting.date() + "&zone=" + waiting.zone().getId())
            .small(formats.words("booking.letter.free.why", page.name()))
            .withReplyTo(page.contact()));
  }

  private Letter letter(Service service, Appointment it, Formats formats, Page page, String what) {
    var when = when(service, it, formats);
    var terms = service.terms();
    var key = "booking.letter." + what;
    var letter =
        Letter.to(
                it.guest().email(),
                it.guest().locale(),
                KIND,
                formats.words(key, terms.name(), when))
            .heading(formats.words(key + ".heading"))
            .text(formats.words("booking.letter.hello", it.guest().name()))
            .text(
                terms.name()
                    + " · "
                    + page.name()
                    + "\n"
                    + when
                    + "\n"
                    + formats.words("booking.minutes", terms.minutes()))
            .withReplyTo(page.contact());
    var place = place(service, it);
    return place.isEmpty() ? letter : letter.text(formats.words("booking.letter.place", place));
  }

  private Letter closing(Letter letter, Appointment it, Formats formats, Page page) {
    return letter
        .button(formats.words("booking.letter.look"), keys.href(it))
        .small(formats.words("booking.letter.why", page.name()));
  }

  private static Letter said(Letter letter, String words) {
    return words.isEmpty() ? letter : letter.quote(words);
  }

  private void send(Appointment it, Letter letter, String what) {
    mail.send(letter.withOnce("booking:" + it.id() + ":" + it.version() + ":" + what));
  }

  /** For a guest who takes it along as a file: nobody is asked anything in it. */
  byte[] file(Bookings.Seen seen) {
    var it = seen.appointment();
    return ics(seen.service(), it, seen.page(), formats(it)).entry(false).calendar().bytes();
  }

  private Ics ics(Service service, Appointment it, Page page, Formats formats) {
    return new Ics(
        it,
        it.uid(host()),
        formats.words("booking.ics.summary", service.terms().name(), page.name()),
        formats.words("booking.ics.text", house + keys.href(it)),
        place(service, it),
        clock.instant());
  }

  private String host() {
    var name = URI.create(house).getHost();
    return name == null ? "diestra" : name;
  }

  /** A place, or an address to be seen and heard at, which may be this appointment's own. */
  static String place(Service service, Appointment it) {
    var link =
        service.terms().link().replace("{room}", it.id().toString().toLowerCase(Locale.ROOT));
    return link.isEmpty() ? service.terms().place() : link;
  }

  private Page page(Service service) {
    return services.page(service.workspace()).orElseThrow();
  }

  private Formats formats(Appointment it) {
    return pages.formats(it.guest().locale(), it.guest().zone());
  }

  /** On the guest's clock, and on the service's where that shows another time. */
  private static String when(Service service, Appointment it, Formats formats) {
    return formats.when(it.start(), service.terms().zone());
  }
}

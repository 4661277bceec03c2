package org.diestra.office.booking;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.diestra.office.booking.Appointment.Guest;
import org.diestra.office.booking.Course.By;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Token;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The guests' door. They have no account: what they may do hangs on a link that nobody guesses, and
 * the house does it for them.
 */
@Component
class Bookings {
  static final Refusal LATE = Refusal.conflict("booking.late");
  private static final int MOST_AHEAD = 5; // for one mail address
  private final ServiceStore services;
  private final AppointmentStore store;
  private final TakenStore taken;
  private final HoursStore hours;
  private final Openings openings;
  private final Holds holds;
  private final Taking taking;
  private final Course course;
  private final Letters letters;
  private final HouseRights house;
  private final Clock clock;

  Bookings(
      ServiceStore services,
      AppointmentStore store,
      TakenStore taken,
      HoursStore hours,
      Openings openings,
      Holds holds,
      Taking taking,
      Course course,
      Letters letters,
      HouseRights house,
      Clock clock) {
    this.services = services;
    this.store = store;
    this.taken = taken;
    this.hours = hours;
    this.openings = openings;
    this.holds = holds;
    this.taking = taking;
    this.course = course;
    this.letters = letters;
    this.house = house;
    this.clock = clock;
  }

  /** A client before its customers, and what it offers; nothing of a service that is closed. */
  record Shop(Page page, List<Service> services) {}

  /**
   * @throws NotFound if nobody has that handle
   */
  @Transactional(readOnly = true)
  Shop shop(String handle) {
    return house.call(() -> {
      var page = services.page(handle).orElseThrow(NotFound::new);
      return new Shop(page, services.of(page.workspace()).stream().filter(Service::open).toList());
    });
  }

  /** A service and how its client stands before its customers. */
  record Offer(Page page, Service service) {}

  /**
   * @throws NotFound if there is no such service, or it is closed
   */
  @Transactional(readOnly = true)
  Offer offer(String handle, String slug) {
    return house.call(() -> {
      var page = services.page(handle).orElseThrow(NotFound::new);
      var service = services.find(page.workspace(), slug).filter(Service::open);
      return new Offer(page, service.orElseThrow(NotFound::new));
    });
  }

  /** What can be had on some dates of the service's zone. */
  @Transactional(readOnly = true)
  Openings.Found openings(
      Service service, LocalDate first, LocalDate last, @Nullable Appointment instead) {
    return house.call(() -> openings.between(service, first, last, instead));
  }

  /**
   * Keeps a time for ten minutes.
   *
   * @return the link by which the guest goes on; refused where the time can't be had any more
   */
  Outcome<Token> hold(Service service, Instant start, ZoneId zone, Locale locale) {
    return taking.call(() -> {
      var token = Token.fresh();
      var guest = new Guest("", "", zone, locale);
      return holds
          .hold(service, start, guest, token, null)
          .fold(held -> done(token), Outcome::refused);
    });
  }

  /**
   * Somebody of the workspace books for a guest, who is known already.
   *
   * @param words for the guest, or empty
   */
  Outcome<Appointment> book(
      Service service, Instant start, Guest guest, List<Question.Answer> answers, By by) {
    return taking.call(() ->
        holds
            .hold(service, start, guest, Token.fresh(), by.person())
            .fold(
                held -> {
                  store.answers(held.id(), answers);
                  return done(course.book(service, held, by));
                },
                Outcome::refused));
  }

  /** What a guest sees of an appointment. */
  record Seen(Page page, Service service, Appointment appointment, List<Question.Answer> answers) {
    boolean free(Instant now) {
      return appointment.free(service, now);
    }
  }

  /**
   * @throws NotFound if no appointment has that link
   */
  @Transactional(readOnly = true)
  Seen seen(Token token) {
    return house.call(() -> {
      var it = store.find(token.hash()).orElseThrow(NotFound::new);
      var service = services.ever(it.service()).orElseThrow(NotFound::new);
      var page = services.page(it.workspace()).orElseThrow(NotFound::new);
      return new Seen(page, service, it, store.answers(it.id()));
    });
  }

  /** What its guests are asked. */
  @Transactional(readOnly = true)
  List<Question> questions(ServiceId service) {
    return house.call(() -> hours.questions(service));
  }

  /** The held time becomes an appointment of somebody, looked at once more before. */
  Outcome<Appointment> give(Token token, Guest guest, List<Question.Answer> answers) {
    return taking.call(() -> {
      var seen = locked(token);
      var it = seen.appointment();
      if (it.state().agreed()) {
        return done(it); // sent twice
      }
      if (taken.ahead(it.service(), guest.email(), clock.instant()) >= MOST_AHEAD) {
        return refused(Refusal.limit("booking.ahead"));
      }
      return holds
          .again(seen.service(), it)
          .fold(
              held -> {
                store.answers(held.id(), answers);
                return given(seen.service(), held.of(guest));
              },
              Outcome::refused);
    });
  }

  private Outcome<Appointment> given(Service service, Appointment held) {
    if (!service.terms().confirmMail()) {
      return done(course.book(service, held, By.GUEST));
    }
    var key = Token.fresh();
    store.take(held, service.terms());
    store.ask(held, key.hash(), asked(held));
    letters.prove(service, held, key);
    return done(held);
  }

  /** Until when it waits for the letter: another address gets no more time than the first. */
  private Instant asked(Appointment held) {
    var now = clock.instant();
    var end = now.plus(Appointment.PROOF);
    var last = held.madeAt().plus(Appointment.HELD).plus(Appointment.PROOF);
    return held.live(now) && last.isBefore(end) ? last : end;
  }

  /**
   * The link in the letter was opened: the address is the guest's.
   *
   * @throws NotFound if that is not the link
   */
  Outcome<Appointment> prove(Token token, Token key) {
    return taking.call(() -> {
      var seen = locked(token);
      if (seen.appointment().state().agreed()) {
        return done(seen.appointment());
      }
      if (!store.proves(seen.appointment().id(), key.hash())) {
        throw new NotFound();
      }
      return holds
          .again(seen.service(), seen.appointment())
          .fold(held -> done(course.book(seen.service(), held, By.GUEST)), Outcome::refused);
    });
  }

  private Seen locked(Token token) {
    var seen = seen(token);
    var it = store.locked(seen.appointment().id()).orElseThrow(NotFound::new);
    return new Seen(seen.page(), seen.service(), it, seen.answers());
  }

  @Transactional
  Outcome<Appointment> cancel(Token token, String words) {
    return house.call(() -> {
      var seen = locked(token);
      return seen.free(clock.instant())
          ? course.cancel(seen.service(), seen.appointment(), new By(null, true, words))
          : refused(seen.appointment().state().agreed() ? LATE : Course.MOVED_ON);
    });
  }

  Outcome<Appointment> move(Token token, Instant start) {
    return taking.call(() -> {
      var seen = locked(token);
      if (!seen.free(clock.instant())) {
        return refused(seen.appointment().state().agreed() ? LATE : Course.MOVED_ON);
      }
      return seen.service().open()
          ? move(seen.service(), seen.appointment(), start, By.GUEST)
          : refused(Holds.CLOSED);
    });
  }

  /** Somebody of the workspace moves it. */
  Outcome<Appointment> move(AppointmentId id, WorkspaceId room, Instant start, By by) {
    return taking.call(() -> {
      var it = store.locked(id).filter(a -> a.workspace().equals(room)).orElseThrow(NotFound::new);
      var service = services.ever(it.service()).orElseThrow(NotFound::new);
      return it.state().agreed() ? move(service, it, start, by) : refused(Course.MOVED_ON);
    });
  }

  private Outcome<Appointment> move(Service service, Appointment it, Instant start, By by) {
    var slot = holds.slot(service, start, it, clock.instant());
    if (slot.isEmpty()) {
      return refused(Taking.TAKEN);
    }
    if (start.equals(it.start()) && slot.get().hosts().equals(it.hosts())) {
      return done(it);
    }
    holds.release(
        it.at(start, slot.get().end(), it.local(), slot.get().hosts()), service, clock.instant());
    var local = LocalDateTime.ofInstant(start, it.zone());
    return done(course.move(service, it, slot.get(), local, by));
  }
}

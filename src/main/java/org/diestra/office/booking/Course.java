package org.diestra.office.booking;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import org.diestra.office.booking.Appointment.Step;
import org.diestra.office.booking.Appointment.Step.What;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Each move of an appointment, with everything that comes of it: its time taken or given back, its
 * step written down, guest and people told. Each runs within the transaction that decided on it,
 * with the house's rights.
 *
 * <p>Held → pending or confirmed, or lapsed; pending → confirmed; both → cancelled, or elsewhere in
 * time; confirmed → done; done ⇄ no-show.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Course {
  static final Refusal MOVED_ON = Refusal.conflict("booking.moved-on");
  private final AppointmentStore store;
  private final Letters letters;
  private final BookingNotices notices;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;

  Course(
      AppointmentStore store,
      Letters letters,
      BookingNotices notices,
      ApplicationEventPublisher events,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.letters = letters;
    this.notices = notices;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Who does it.
   *
   * @param person somebody of the workspace, or null for the guest or the house itself
   * @param words for the other side, or empty
   */
  record By(@Nullable PersonId person, boolean guest, String words) {
    static final By GUEST = new By(null, true, "");
    static final By HOUSE = new By(null, false, "");

    static By person(PersonId who, String words) {
      return new By(who, false, words);
    }
  }

  /** The guest has filled in the form, and proved the address where that is asked for. */
  Appointment book(Service service, Appointment held, By by) {
    var next = held.as(service.terms().approval() ? State.PENDING : State.CONFIRMED);
    store.take(next, service.terms());
    step(held, next, next.state() == State.PENDING ? What.PENDING : What.CONFIRMED, by);
    if (next.state() == State.PENDING) {
      letters.asked(service, next);
      notices.asked(service, next);
    } else {
      letters.confirmed(service, next, "");
      notices.booked(service, next, by);
    }
    events.publishEvent(changed(next, false));
    return next;
  }

  Outcome<Appointment> approve(Service service, Appointment pending, By by) {
    if (pending.state() != State.PENDING || !pending.start().isAfter(clock.instant())) {
      return refused(MOVED_ON);
    }
    var next = pending.as(State.CONFIRMED);
    step(pending, next, What.CONFIRMED, by);
    letters.confirmed(service, next, by.words());
    events.publishEvent(changed(next, false));
    return done(next);
  }

  /** Called off: by the guest, by the workspace, or because nobody answered in time. */
  Outcome<Appointment> cancel(Service service, Appointment agreed, By by) {
    if (!agreed.state().agreed()) {
      return refused(MOVED_ON);
    }
    var next = agreed.off();
    store.free(next.id());
    step(agreed, next, What.CANCELLED, by);
    letters.cancelled(service, agreed, next, by);
    if (by.person() == null) {
      notices.cancelled(service, next, by);
    }
    events.publishEvent(changed(agreed, true));
    return done(next);
  }

  /** To another time, or other hosts; what it kept before is given back. */
  Appointment move(Service service, Appointment agreed, Slots.Slot to, LocalDateTime local, By by) {
    var there = agreed.at(to.start(), to.end(), local, to.hosts());
    // where somebody says yes to each time, they say it to another time as well
    boolean asks = by.guest() && service.terms().approval() && there.state() == State.CONFIRMED;
    var next = asks ? there.in(State.PENDING) : there;
    store.take(next, service.terms());
    store.add(next, step(What.RESCHEDULED, agreed.start(), by));
    keep(next);
    letters.moved(service, agreed, next, by);
    if (by.person() == null) {
      notices.moved(service, agreed, next, by);
    }
    if (asks) {
      notices.asked(service, next);
    }
    record("move", next);
    events.publishEvent(
        new AppointmentChanged(next.id().value(), next.service().value(), agreed.start()));
    return next;
  }

  /** It is over, whether or not the guest came. */
  Appointment end(Appointment confirmed) {
    var next = confirmed.as(State.DONE);
    store.free(next.id());
    step(confirmed, next, What.DONE, By.HOUSE);
    return next;
  }

  /** The guest did not come, or did after all. */
  Outcome<Appointment> absent(Appointment it, boolean absent, By by) {
    boolean begun = !it.start().isAfter(clock.instant());
    boolean there = it.state() == State.CONFIRMED || it.state() == State.DONE;
    if (!begun || (absent ? !there : it.state() != State.NO_SHOW)) {
      return refused(MOVED_ON);
    }
    var next = it.as(absent ? State.NO_SHOW : State.DONE);
    store.free(next.id());
    step(it, next, absent ? What.NO_SHOW : What.DONE, by);
    return done(next);
  }

  /** Nobody finished the form. */
  void lapse(Appointment held) {
    var next = held.as(State.LAPSED);
    store.free(next.id());
    keep(next);
    events.publishEvent(changed(held, true));
  }

  private static AppointmentChanged changed(Appointment it, boolean freed) {
    return new AppointmentChanged(it.id().value(), it.service().value(), freed ? it.start() : null);
  }

  private void step(Appointment was, Appointment next, What what, By by) {
    store.add(next, step(what, null, by));
    keep(next);
    audit.record(
        deed(what.name().toLowerCase(Locale.ROOT).replace('_', '-'), next)
            .by(by.person() == null ? null : by.person().value())
            .moved(was.state().name(), next.state().name()));
  }

  private Step step(What what, @Nullable Instant wasAt, By by) {
    return new Step(what, wasAt, by.person(), by.guest(), by.words(), clock.instant());
  }

  private void record(String action, Appointment next) {
    audit.record(deed(action, next));
  }

  private static Deed deed(String action, Appointment it) {
    return Deed.of("booking", action).on("appointment", it.id().value());
  }

  private void keep(Appointment next) {
    if (!store.change(next, ZoneRules.edition(), next.reminder(clock.instant()))) {
      throw new IllegalStateException("not locked before it changed: " + next.id());
    }
  }
}

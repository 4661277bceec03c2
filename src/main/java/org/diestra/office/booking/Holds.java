package org.diestra.office.booking;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.diestra.office.booking.Appointment.Guest;
import org.diestra.office.booking.Slots.Slot;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Token;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks for one time, and keeps it. Whoever calls it is within {@link Taking}, with the house's
 * rights.
 */
@Component
class Holds {
  static final Refusal CLOSED = Refusal.conflict("booking.closed");
  private final AppointmentStore store;
  private final TakenStore taken;
  private final Openings openings;
  private final Keys keys;
  private final Clock clock;

  Holds(AppointmentStore store, TakenStore taken, Openings openings, Keys keys, Clock clock) {
    this.store = store;
    this.taken = taken;
    this.openings = openings;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * A new one that nobody else can have, for ten minutes.
   *
   * @param token the guest's link
   * @param bookedBy who of the workspace books for the guest, or null
   */
  Outcome<Appointment> hold(
      Service service, Instant start, Guest guest, Token token, @Nullable PersonId bookedBy) {
    var now = clock.instant();
    var slot = slot(service, start, null, now);
    if (slot.isEmpty()) {
      return refused(Taking.TAKEN);
    }
    var held = held(service, slot.get(), guest, token, bookedBy, now);
    store.add(held, token.hash(), ZoneRules.edition());
    release(held, service, now);
    store.take(held, service.terms());
    return done(held);
  }

  /** What others held too long does not stand in its way. */
  void release(Appointment held, Service service, Instant now) {
    var around = service.terms();
    taken.lapse(
        held.hosts(),
        held.start().minusSeconds(60L * around.before()),
        held.end().plusSeconds(60L * around.after()),
        now);
  }

  /**
   * That time with who would come, if it can be had.
   *
   * @param instead the appointment that is to be moved, or null
   * @param since when notice is counted from
   */
  Optional<Slot> slot(
      Service service, Instant start, @Nullable Appointment instead, Instant since) {
    var date = LocalDate.ofInstant(start, service.terms().zone());
    var found = openings.between(service, date, date, instead, since);
    return found.slots().stream()
        .filter(slot -> slot.start().equals(start))
        .map(
            slot -> service.terms().everybody() ? slot : one(service, slot, instead, found.slots()))
        .findFirst();
  }

  /**
   * Of several who are free, who has been there before, or else who is free most often that day, so
   * that those stay free who seldom are.
   */
  private static Slot one(
      Service service, Slot slot, @Nullable Appointment instead, List<Slot> thatDay) {
    if (instead != null) {
      for (var host : slot.hosts()) {
        if (instead.hosts().contains(host)) {
          return new Slot(slot.start(), slot.end(), List.of(host));
        }
      }
    }
    var who =
        Collections.max(
            slot.hosts(),
            Comparator.comparingLong(
                p -> thatDay.stream().filter(s -> s.hosts().contains(p)).count()));
    return new Slot(slot.start(), slot.end(), List.of(who));
  }

  private Appointment held(
      Service service,
      Slot slot,
      Guest guest,
      Token token,
      @Nullable PersonId bookedBy,
      Instant now) {
    var id = new AppointmentId(Ids.fresh());
    return new Appointment(
        id,
        service.workspace(),
        service.id(),
        State.HELD,
        slot.start(),
        slot.end(),
        LocalDateTime.ofInstant(slot.start(), service.terms().zone()),
        service.terms().zone(),
        slot.hosts(),
        guest,
        0,
        1,
        now.plus(Appointment.HELD),
        now,
        keys.sealed(id, token),
        bookedBy);
  }

  /** Whether it can still be had: what it kept has not been given to somebody else meanwhile. */
  Outcome<Appointment> again(Service service, Appointment it) {
    if (it.state() != State.HELD && it.state() != State.LAPSED) {
      return refused(Course.MOVED_ON);
    }
    if (!service.open() || !it.start().isAfter(clock.instant())) {
      return refused(CLOSED);
    }
    // notice was given when the time was taken, and not while the form was filled in
    var since = it.live(clock.instant()) ? it.madeAt() : clock.instant();
    var date = LocalDate.ofInstant(it.start(), service.terms().zone());
    release(it, service, clock.instant());
    return openings.between(service, date, date, it, since).slots().stream()
            .anyMatch(s -> s.start().equals(it.start()) && s.hosts().containsAll(it.hosts()))
        ? done(it)
        : refused(Taking.TAKEN);
  }
}

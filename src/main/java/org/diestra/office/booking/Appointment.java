package org.diestra.office.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A time that a guest has, or is about to have.
 *
 * @param local what the wall clock of its zone was said to show
 * @param zone whose clock was agreed on
 * @param hosts whose time it takes
 * @param before minutes kept free before it, as the service said when it was taken
 * @param sequence rises with each change of its time, for calendars
 * @param version rises with each change
 * @param heldUntil while it is held
 * @param key the guest's link, sealed
 * @param bookedBy who of the workspace booked it for the guest, or null
 */
record Appointment(
    AppointmentId id,
    WorkspaceId workspace,
    ServiceId service,
    State state,
    Instant start,
    Instant end,
    LocalDateTime local,
    ZoneId zone,
    List<PersonId> hosts,
    Guest guest,
    int sequence,
    int version,
    @Nullable Instant heldUntil,
    Instant madeAt,
    byte[] key,
    @Nullable PersonId bookedBy) {

  /** How long a guest has to fill in the form. */
  static final Duration HELD = Duration.ofMinutes(10);

  /** How long a guest has to open the link in the letter, where the service asks for that. */
  static final Duration PROOF = Duration.ofMinutes(30);

  /** Who comes; all empty before the form is filled in, and once the house has forgotten. */
  record Guest(String name, String email, ZoneId zone, Locale locale) {
    static final int LONGEST_NAME = 120;
  }

  /** Whether it still takes its time. */
  boolean live(Instant now) {
    return state.live() && (heldUntil == null || heldUntil.isAfter(now));
  }

  /** Whether the guest may still cancel or move it. */
  boolean free(Service service, Instant now) {
    return state.agreed()
        && now.isBefore(start.minus(Duration.ofHours(service.terms().freeHours())));
  }

  /** The same for all of its calendars' lives. */
  String uid(String host) {
    return id + "@" + host;
  }

  /** The reminder that comes next: a day before, then an hour before. */
  @Nullable Instant reminder(Instant now) {
    if (state != State.CONFIRMED) {
      return null;
    }
    for (var ahead : List.of(Duration.ofHours(24), Duration.ofHours(1))) {
      if (start.minus(ahead).isAfter(now)) {
        return start.minus(ahead);
      }
    }
    return null;
  }

  String href() {
    return "/w/" + workspace + "/booking/" + id;
  }

  Appointment as(State next) {
    return with(next, start, end, local, hosts, sequence);
  }

  /** Called off, which calendars are to hear of. */
  Appointment off() {
    return with(State.CANCELLED, start, end, local, hosts, sequence + 1);
  }

  Appointment at(Instant newStart, Instant newEnd, LocalDateTime wall, List<PersonId> who) {
    return with(state, newStart, newEnd, wall, who, sequence + 1);
  }

  /** The same move, to be agreed to. */
  Appointment in(State other) {
    return new Appointment(
        id, workspace, service, other, start, end, local, zone, hosts, guest, sequence, version,
        heldUntil, madeAt, key, bookedBy);
  }

  private Appointment with(
      State next, Instant from, Instant to, LocalDateTime wall, List<PersonId> who, int number) {
    return new Appointment(
        id,
        workspace,
        service,
        next,
        from,
        to,
        wall,
        zone,
        who,
        guest,
        number,
        version + 1,
        null,
        madeAt,
        key,
        bookedBy);
  }

  Appointment of(Guest known) {
    return new Appointment(
        id, workspace, service, state, start, end, local, zone, hosts, known, sequence, version,
        heldUntil, madeAt, key, bookedBy);
  }

  /** What became of it, step by step. */
  record Step(
      What what,
      @Nullable Instant wasAt,
      @Nullable PersonId person,
      boolean guest,
      String words,
      Instant at) {
    enum What {
      HELD,
      LAPSED,
      PENDING,
      CONFIRMED,
      DONE,
      NO_SHOW,
      CANCELLED,
      RESCHEDULED;

      String key() {
        return "booking.step." + name().toLowerCase(Locale.ROOT);
      }
    }
  }
}

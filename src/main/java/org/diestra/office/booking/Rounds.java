package org.diestra.office.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.diestra.office.booking.Course.By;
import org.diestra.office.booking.Slots.Slot;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.HouseRights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What becomes of appointments by themselves: held ones lapse, those nobody answers and those that
 * are over end, guests are reminded, clocks are counted anew and guests forgotten. Each is a
 * transaction of its own, so that one that fails keeps no other back.
 */
@Component
class Rounds {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final Duration LAPSED_KEPT = Duration.ofDays(1);
  private final RoundStore round;
  private final AppointmentStore store;
  private final ServiceStore services;
  private final WaitingStore waiting;
  private final Taking taking;
  private final Course course;
  private final Letters letters;
  private final Mirrors mirrors;
  private final HouseRights house;
  private final Clock clock;
  private final Duration kept;

  /**
   * @param keptDays how long after it an appointment's guest is known, 1 to 3650 days
   */
  Rounds(
      RoundStore round,
      AppointmentStore store,
      ServiceStore services,
      WaitingStore waiting,
      Taking taking,
      Course course,
      Letters letters,
      Mirrors mirrors,
      HouseRights house,
      Clock clock,
      @Value("${diestra.booking.kept-days:180}") int keptDays) {
    this.round = round;
    this.store = store;
    this.services = services;
    this.waiting = waiting;
    this.taking = taking;
    this.course = course;
    this.letters = letters;
    this.mirrors = mirrors;
    this.house = house;
    this.clock = clock;
    this.kept = Duration.ofDays(Math.clamp(keptDays, 1, 3650));
  }

  /** Each minute. */
  void go() {
    var now = clock.instant();
    each(
        () -> round.lapsed(now),
        it -> {
          if (it.state() == State.HELD && !it.live(now)) {
            course.lapse(it);
          }
        });
    each(
        () -> round.unanswered(now),
        it -> {
          if (it.state() == State.PENDING) {
            course.cancel(service(it), it, By.HOUSE).orFail();
          }
        });
    each(
        () -> round.reminded(now),
        it -> {
          if (it.state() == State.CONFIRMED && it.start().isAfter(now)) {
            letters.soon(service(it), it);
          }
          round.remind(it.id(), it.reminder(now));
        });
    each(
        () -> round.ended(now),
        it -> {
          if (it.state() == State.CONFIRMED) {
            course.end(it);
          }
        });
  }

  private void each(Supplier<List<AppointmentId>> due, Consumer<Appointment> action) {
    for (var id : house.call(due)) {
      try {
        var outcome =
            taking.call(() -> {
              store.locked(id).ifPresent(action);
              return Outcome.done(id);
            });
        if (outcome instanceof Outcome.Refused<AppointmentId>(var why)) {
          LOG.warn("appointment {} has to wait: {}", id, why.key());
        }
      } catch (RuntimeException fault) {
        LOG.error("appointment {} is looked at again at the next turn", id, fault);
      }
    }
  }

  private Service service(Appointment it) {
    return services.ever(it.service()).orElseThrow();
  }

  /** Each night. */
  void night() {
    clocks(ZoneRules.edition());
    var now = clock.instant();
    var forgotten =
        house.call(() -> {
          waiting.forget(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1));
          return round.forget(now.minus(kept), now.minus(LAPSED_KEPT), now);
        });
    forgotten.forEach(mirrors::follow); // calendars forget them too
  }

  /**
   * Appointments stay on the wall clock they were made for, when a zone's rules change.
   *
   * @param edition of the rules by which it is counted now
   */
  void clocks(String edition) {
    // one may have to wait until its neighbour has moved on
    for (int left = counting(edition), before = left + 1; left > 0 && left < before; ) {
      before = left;
      left = counting(edition);
    }
  }

  /** How many could not be moved in this turn. */
  private int counting(String edition) {
    each(
        () -> round.counted(edition, clock.instant()),
        it -> {
          Instant start = there(it);
          if (it.state().agreed() && !start.equals(it.start())) {
            var slot =
                new Slot(start, start.plus(Duration.between(it.start(), it.end())), it.hosts());
            course.move(service(it), it, slot, it.local(), By.HOUSE);
          }
          round.counted(it.id(), edition);
        });
    return house.call(() -> round.counted(edition, clock.instant())).size();
  }

  /** Where the clock shows a time twice, it stays the one of both that it is. */
  private static Instant there(Appointment it) {
    var offset = it.zone().getRules().getOffset(it.start());
    return ZonedDateTime.ofLocal(it.local(), it.zone(), offset).toInstant();
  }
}

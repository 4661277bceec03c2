package org.diestra.office.booking;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.base.Problems;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is told, once, when a time becomes free on a day that is full. */
@Component
class WaitingList {
  private final WaitingStore store;
  private final ServiceStore services;
  private final Openings openings;
  private final Letters letters;
  private final HouseRights house;
  private final Clock clock;

  WaitingList(
      WaitingStore store,
      ServiceStore services,
      Openings openings,
      Letters letters,
      HouseRights house,
      Clock clock) {
    this.services = services;
    this.openings = openings;
    this.letters = letters;
    this.store = store;
    this.house = house;
    this.clock = clock;
  }

  WaitingStore.@Nullable Entry entry(
      String date, EmailAddress email, Locale locale, ZoneId zone, Problems problems) {
    try {
      return new WaitingStore.Entry(LocalDate.parse(date), email.key(), locale, zone);
    } catch (DateTimeException none) {
      problems.add("date", "booking.waiting.choose");
      return null;
    }
  }

  @Transactional
  public void add(Service service, WaitingStore.Entry entry, Problems problems) {
    var now = clock.instant();
    var today = LocalDate.ofInstant(now, service.terms().zone());
    if (!service.terms().waiting()
        || entry.date().isBefore(today)
        || entry.date().isAfter(today.plusDays(service.terms().horizonDays()))
        || !house.call(() -> full(service, entry.date()))) {
      problems.add("date", "booking.waiting.choose");
      return;
    }
    house.call(() -> {
      store.add(service.id(), entry, now);
      return entry;
    });
  }

  private boolean full(Service service, LocalDate date) {
    return openings.between(service, date, date, null).full().contains(date);
  }

  /** Some time of a day was given back: whoever waits for it hears so, if there is one indeed. */
  @Transactional
  public void tell(ServiceId id, Instant freed) {
    house.call(() -> {
      services
          .find(id)
          .filter(service -> service.open() && service.terms().waiting())
          .ifPresent(service -> tell(service, LocalDate.ofInstant(freed, service.terms().zone())));
      return id;
    });
  }

  private void tell(Service service, LocalDate date) {
    if (store.any(service.id(), date)
        && !openings.between(service, date, date, null).slots().isEmpty()) {
      store.take(service.id(), date).forEach(entry -> letters.free(service, entry));
    }
  }
}

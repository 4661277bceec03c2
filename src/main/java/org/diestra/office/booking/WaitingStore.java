package org.diestra.office.booking;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.zone;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.diestra.platform.base.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who waits for a time on a day that is full. */
@Repository
class WaitingStore {
  static final int MOST = 50; // for one day
  private final JdbcClient jdbc;

  WaitingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Somebody who is told once, and then is off the list. */
  record Entry(LocalDate date, String email, Locale locale, ZoneId zone) {}

  /** Once more changes nothing; past the most nothing is added. */
  void add(ServiceId service, Entry entry, Instant now) {
    jdbc.sql(
            """
            insert into booking.waiting (id, service, date, email, locale, zone, since)
            select :id, :service, :date, :email, :locale, :zone, :now
            where (select count(*) from booking.waiting w
              where w.service = :service and w.date = :date) < :most
            on conflict do nothing
            """)
        .param("id", Ids.fresh())
        .param("service", service.value())
        .param("date", entry.date())
        .param("email", entry.email())
        .param("locale", entry.locale().toLanguageTag())
        .param("zone", entry.zone().getId())
        .param("now", at(now))
        .param("most", MOST)
        .update();
  }

  /** Takes all who wait for that day off the list, the first first. */
  List<Entry> take(ServiceId service, LocalDate date) {
    return jdbc.sql(
            """
            with gone as (delete from booking.waiting
              where service = :service and date = :date returning *)
            select * from gone order by since, id
            """)
        .param("service", service.value())
        .param("date", date)
        .query((r, n) ->
            new Entry(
                date(r, "date"),
                text(r, "email"),
                Locale.forLanguageTag(text(r, "locale")),
                zone(r, "zone")))
        .list();
  }

  boolean any(ServiceId service, LocalDate date) {
    return jdbc.sql(
            """
            select exists (select from booking.waiting
              where service = :service and date = :date)
            """)
        .param("service", service.value())
        .param("date", date)
        .query(Boolean.class)
        .single();
  }

  int forget(LocalDate before) {
    return jdbc.sql("delete from booking.waiting where date < :before")
        .param("before", before)
        .update();
  }
}

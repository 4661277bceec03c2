package org.diestra.office.calendar;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.diestra.office.calendar.EventStore.Kept;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of tasks. */
@Repository
class TodoStore {
  private final JdbcClient jdbc;

  TodoStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The first ones of more or less.
   *
   * @param more whether there are others behind them
   */
  record Some(List<Kept> kept, boolean more) {}

  /**
   * Tasks that the caller may read, those without a date last.
   *
   * @param most how many at most
   * @param room bytes that they take together at most
   */
  Some some(Collection<CalendarId> calendars, boolean done, int most, long room) {
    var more = new AtomicBoolean();
    var kept =
        jdbc.sql(
                """
                with found as (select id, since, length(body) as size from calendar.object
                    where calendar = any (:calendars) and kind = 'VTODO' and done = :done
                    order by since = :ever, since, id limit :most + 1),
                  placed as (select id, row_number() over w as place, sum(size) over w as bytes
                    from found window w as (order by since = :ever, since, id))
                select o.*, (select count(*) from found) > p.place as more
                from placed p join calendar.object o on o.id = p.id
                where p.place <= :most and p.bytes <= :room order by p.place
                """)
            .param("calendars", calendars.stream().map(CalendarId::value).toArray(UUID[]::new))
            .param("done", done)
            .param("ever", at(EventStore.EVER))
            .param("most", most)
            .param("room", room)
            .query((r, n) -> {
              more.set(bool(r, "more")); // the last one says it
              return EventStore.kept(r);
            })
            .list();
    return new Some(kept, more.get());
  }
}

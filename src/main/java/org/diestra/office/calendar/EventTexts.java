package org.diestra.office.calendar;

import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.zone;

import java.time.ZoneId;
import java.util.Optional;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.icalendar.CalendarObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What events say, for modules above that send it to people. */
@Service
public class EventTexts {
  private final Events events;
  private final JdbcClient jdbc;
  private final HouseRights house;

  EventTexts(Events events, JdbcClient jdbc, HouseRights house) {
    this.events = events;
    this.jdbc = jdbc;
    this.house = house;
  }

  /**
   * Where an event stands.
   *
   * @param workspace null for a person's own calendar
   * @param owner null for a workspace's calendar
   * @param zone on whose clock the calendar's whole days are
   */
  public record Place(
      CalendarId calendar,
      @Nullable WorkspaceId workspace,
      @Nullable PersonId owner,
      ZoneId zone) {}

  /** An event as it is at this moment. */
  public record Text(EventId id, Place place, CalendarObject object) {
    public CalendarId calendar() {
      return place.calendar();
    }

    public @Nullable WorkspaceId workspace() {
      return place.workspace();
    }

    public @Nullable PersonId owner() {
      return place.owner();
    }

    public ZoneId zone() {
      return place.zone();
    }
  }

  /**
   * @param changes whether the caller may change it
   */
  public record Seen(Text text, boolean changes) {}

  /**
   * @throws NotFound if there is none that the caller may read
   */
  @Transactional(readOnly = true)
  public Seen get(EventId id) {
    var shown = events.get(id);
    var in = shown.calendar();
    var place = new Place(in.id(), in.workspace(), in.owner(), in.zone());
    return new Seen(new Text(id, place, shown.object()), shown.changes());
  }

  /** One that stands in a calendar of that person's own, by its UID. */
  @Transactional(readOnly = true)
  public Optional<EventId> own(PersonId person, String uid) {
    return house.call(() ->
        jdbc.sql(
                """
                select o.id from calendar.object o join calendar.calendar c on c.id = o.calendar
                where c.owner = :person and c.removed_at is null and o.uid = :uid
                order by o.id limit 1
                """)
            .param("person", person.value())
            .param("uid", uid)
            .query(java.util.UUID.class)
            .optional()
            .map(EventId::new));
  }

  /** Where it is, whoever may see it; empty for a calendar that was taken away. */
  @Transactional(readOnly = true)
  public Optional<Place> place(CalendarId id) {
    return house.call(() ->
        jdbc.sql("select * from calendar.calendar where id = :id and removed_at is null")
            .param("id", id.value())
            .query((r, n) -> {
              var workspace = idOrNull(r, "workspace");
              var owner = idOrNull(r, "owner");
              return new Place(
                  id,
                  workspace == null ? null : new WorkspaceId(workspace),
                  owner == null ? null : new PersonId(owner),
                  zone(r, "zone"));
            })
            .optional());
  }
}

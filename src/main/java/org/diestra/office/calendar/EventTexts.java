package org.diestra.office.calendar;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.zone;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.diestra.office.calendar.EventStore.Kept;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What events say, for modules above that send it to people. */
@Service
public class EventTexts {
  private final Events events;
  private final EventStore store;
  private final CalendarStore shelf;
  private final CalendarNews news;
  private final JdbcClient jdbc;
  private final HouseRights house;
  private final Clock clock;

  EventTexts(
      Events events,
      EventStore store,
      CalendarStore shelf,
      CalendarNews news,
      JdbcClient jdbc,
      HouseRights house,
      Clock clock) {
    this.events = events;
    this.store = store;
    this.shelf = shelf;
    this.news = news;
    this.jdbc = jdbc;
    this.house = house;
    this.clock = clock;
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
    return seen(shown.kept(), shown.calendar());
  }

  /** The same of one that may be gone by now, or out of the caller's sight: empty then. */
  @Transactional(readOnly = true)
  public Optional<Seen> find(EventId id) {
    var kept = store.find(id).filter(k -> !k.todo());
    return kept.flatMap(it ->
        shelf.visible(null, it.calendar(), clock.instant()).stream()
            .findFirst()
            .map(in -> seen(it, in)));
  }

  private static Seen seen(Kept kept, Calendar in) {
    var place = new Place(in.id(), in.workspace(), in.owner(), in.zone());
    return new Seen(new Text(kept.id(), place, kept.object()), in.writes());
  }

  /**
   * One that stands in a calendar of that person's own, by its UID; not one that comes from a
   * calendar outside.
   */
  @Transactional(readOnly = true)
  public Optional<EventId> own(PersonId person, String uid) {
    return house.call(() ->
        jdbc.sql(
                """
                select o.id from calendar.object o join calendar.calendar c on c.id = o.calendar
                where c.owner = :person and c.removed_at is null and o.uid = :uid
                  and not exists (select from calendar.source s where s.calendar = c.id)
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

  /** From now until the transaction ends nobody else changes anything in that calendar. */
  @Transactional
  public void hold(CalendarId id) {
    house.call(() -> shelf.hold(id));
  }

  /**
   * Writes who is asked, and what they answered, into an event's own text, for programs.
   *
   * @param answers whether it is answers alone: then nobody who has read it needs to read it again
   *     before they change it
   */
  @Transactional
  public void people(EventId id, boolean answers, UnaryOperator<Part> change) {
    house.call(() -> {
      var kept = store.find(id).filter(k -> !k.todo());
      kept.ifPresent(it -> people(it, answers, change));
      return id;
    });
  }

  private void people(Kept it, boolean answers, UnaryOperator<Part> change) {
    var object = it.object();
    var changed = object.events().stream().map(change).toList();
    if (changed.equals(object.events())) {
      return; // as it came, to the byte
    }
    var after = object.holding(changed);
    var body = after.calendar().bytes();
    if (body.length > CalendarObject.LARGEST) {
      return;
    }
    var number = shelf.count(it.calendar());
    if (number.isPresent() && written(it, body, answers, number.get(), clock.instant())) {
      if (!PartRow.of(object).equals(PartRow.of(after))) {
        store.changeParts(it.id(), after); // whoever comes is taken then
      }
      news.changed(it.calendar());
    }
  }

  /**
   * When it is found stays, since people say nothing of that.
   *
   * @return whether the text was still there
   */
  private boolean written(Kept it, byte[] body, boolean answers, long change, Instant now) {
    return jdbc.sql(
                """
                update calendar.object set body = :body, etag = :etag,
                  tag = case when :answers then coalesce(tag, etag) end,
                  change = :change, changed_at = :now
                where id = :id and etag = :seen
                """)
            .param("body", body)
            .param("answers", answers)
            .param("etag", Hash.of(body))
            .param("change", change)
            .param("now", at(now))
            .param("id", it.id().value())
            .param("seen", it.etag())
            .update()
        == 1;
  }
}

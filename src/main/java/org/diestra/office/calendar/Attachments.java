package org.diestra.office.calendar;

import static org.diestra.platform.base.Outcome.refused;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What stands beside events. The event's own text says what does, so that programs see it and may
 * take it out; the house keeps the bytes as long as any event names them.
 */
@Service
class Attachments {
  private static final String HOLDER = "calendar.file";
  private static final Duration UNUSED = Duration.ofDays(1);
  private final AttachedStore store;
  private final Events events;
  private final Blobs blobs;
  private final HouseRights house;
  private final Clock clock;
  private final URI base;

  Attachments(
      AttachedStore store,
      Events events,
      Blobs blobs,
      HouseRights house,
      Clock clock,
      @Value("${diestra.base-url}") URI base) {
    this.store = store;
    this.events = events;
    this.blobs = blobs;
    this.house = house;
    this.clock = clock;
    this.base = base;
  }

  /**
   * @throws NotFound if it stands in no event that the caller may read
   */
  @Transactional(readOnly = true)
  public Blob get(UUID file) {
    return blobs.get(store.find(file).orElseThrow(NotFound::new));
  }

  /**
   * A file for all times of an event.
   *
   * @param seen the etag that was on the page
   * @throws NotFound if the caller may not change it
   */
  @Transactional
  public Outcome<EventId> add(Viewer viewer, EventId id, Blob blob, String seen) {
    var file = Ids.fresh();
    store.add(file, blob.id(), viewer.id(), clock.instant());
    blobs.hold(blob.id(), HOLDER, file);
    var address = base.resolve(Attached.PATH + Ids.text(file)).toString();
    var line = Attached.line(address, blob.name(), blob.type().mediaType(), blob.size());
    return add(viewer, id, line, seen);
  }

  /**
   * A page elsewhere, or of this house.
   *
   * @param address of the web
   * @param name may be empty
   */
  @Transactional
  public Outcome<EventId> add(Viewer viewer, EventId id, String address, String name, String seen) {
    return add(viewer, id, Attached.line(address, name, null, 0), seen);
  }

  private Outcome<EventId> add(Viewer viewer, EventId id, Line line, String seen) {
    var object = events.writable(id).object();
    return object.events().stream().anyMatch(e -> e.lines(Attached.LINE).size() >= Attached.MOST)
        ? refused(Refusal.limit("calendar.attached.most", Attached.MOST))
        : change(viewer, id, event -> event.plus(java.util.List.of(line)), seen);
  }

  /** Takes one out. */
  @Transactional
  public Outcome<EventId> remove(Viewer viewer, EventId id, String key, String seen) {
    return change(viewer, id, event -> Attached.without(event, key), seen);
  }

  private Outcome<EventId> change(
      Viewer viewer, EventId id, UnaryOperator<Part> change, String seen) {
    var object = events.writable(id).object();
    var now = clock.instant();
    var changed =
        object.events().stream().map(e -> EventText.stamped(change.apply(e), now)).toList();
    return events.replace(viewer, id, object.holding(changed), seen);
  }

  /** What stands in no event any more goes. */
  void forget() {
    house.call(() -> {
      var gone = store.forget(clock.instant().minus(UNUSED));
      blobs.releaseAll(HOLDER, gone);
      return gone.size();
    });
  }
}

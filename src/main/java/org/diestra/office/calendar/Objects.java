package org.diestra.office.calendar;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.diestra.office.calendar.EventStore.Kept;
import org.diestra.office.calendar.ObjectStore.Wanted;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Timing;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for programs that keep calendars themselves (RFC 4791): whole things by their names, in
 * the bytes that came, and what has changed since a number. A program holds the calendar, looks,
 * and changes, all in one transaction.
 */
@Service
public class Objects {
  private final ObjectStore store;
  private final EventStore events;
  private final CalendarStore shelf;
  private final CalendarNews news;
  private final Pages pages;
  private final Audit audit;
  private final Clock clock;

  Objects(
      ObjectStore store,
      EventStore events,
      CalendarStore shelf,
      CalendarNews news,
      Pages pages,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.events = events;
    this.shelf = shelf;
    this.news = news;
    this.pages = pages;
    this.audit = audit;
    this.clock = clock;
  }

  /** Everything in it that the caller may know of, by name. */
  @Transactional(readOnly = true)
  public List<Held> all(Calendar calendar) {
    return found(calendar, Wanted.ALL).values().stream().filter(Held::told).toList();
  }

  /** Those of these names that are there, also what the caller may not be told of. */
  @Transactional(readOnly = true)
  public Map<String, Held> named(Calendar calendar, Collection<String> names) {
    return found(calendar, Wanted.named(names));
  }

  private Map<String, Held> found(Calendar calendar, Wanted wanted) {
    var all = new TreeMap<String, Held>();
    if (calendar.reach().reads()) {
      store.open(calendar.id(), wanted).forEach(one -> all.put(one.name(), one));
    }
    if (calendar.reach() != Reach.MANAGE) {
      store.masked(calendar.id(), wanted, clock.instant()).forEach(one -> all.put(one.name(), one));
    }
    return all;
  }

  /**
   * When something is, as far as it can be told without its words.
   *
   * @param busy whether each of these takes time
   */
  public record Timed(Held held, List<Timing> timings, List<Boolean> busy) {
    public Timed {
      timings = List.copyOf(timings);
      busy = List.copyOf(busy);
    }
  }

  /**
   * What may lie between two moments, one after the other, for not all of it is in memory at once;
   * the times of each tell whether it does.
   *
   * @param kind {@code VEVENT}, {@code VTODO}, or null for both
   */
  @Transactional(readOnly = true)
  public void window(
      Calendar calendar, @Nullable String kind, Instant from, Instant to, Consumer<Timed> taker) {
    var wanted = new Wanted(null, kind, null, from, to);
    if (calendar.reach().reads()) {
      store.times(calendar.id(), wanted, taker);
    }
    if (calendar.reach() != Reach.MANAGE && (kind == null || kind.equals(CalendarObject.EVENT))) {
      store.masked(
          calendar.id(),
          wanted,
          clock.instant(),
          one -> {
            var mask = one.mask();
            if (mask != null && mask.taken()) {
              taker.accept(new Timed(one, mask.timings(), mask.busy()));
            }
          });
    }
  }

  /** More times of what is masked than are held in memory for one answer. */
  public static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * What became of one name.
   *
   * @param held null for what is gone, or is not told any more
   */
  public record Changed(String name, long change, @Nullable Held held) {}

  /** What changed after that number, the earliest first; all there is for 0. */
  @Transactional(readOnly = true)
  public List<Changed> since(Calendar calendar, long change) {
    var all = new LinkedHashMap<String, Changed>();
    if (change > 0) {
      store.gone(calendar.id(), change).forEach((n, at) -> all.put(n, new Changed(n, at, null)));
    }
    var wanted = change > 0 ? Wanted.after(change) : Wanted.ALL;
    found(calendar, wanted)
        .forEach((n, held) -> {
          if (change > 0 || held.told()) {
            all.put(n, new Changed(n, held.change(), held.told() ? held : null));
          }
        });
    return all.values().stream()
        .sorted(Comparator.comparingLong(Changed::change).thenComparing(Changed::name))
        .toList();
  }

  /**
   * The bytes of those that are there and told, by name: their own, or those that mask them.
   *
   * @param viewer in whose language a taken time is called so
   */
  @Transactional(readOnly = true)
  public Map<String, byte[]> bodies(Viewer viewer, Calendar calendar, Collection<Held> some) {
    var open = some.stream().filter(one -> one.mask() == null).map(Held::name).toList();
    var all = new LinkedHashMap<String, byte[]>();
    if (!open.isEmpty()) {
      all.putAll(store.bodies(calendar.id(), open));
    }
    some.stream()
        .filter(one -> one.mask() != null && one.told())
        .forEach(one -> all.put(one.name(), masked(viewer, one)));
    return all;
  }

  /** The bytes of what is masked, which are made of what is known already. */
  public byte[] masked(Viewer viewer, Held held) {
    var busy = pages.formats(viewer.locale(), viewer.zone()).words("calendar.busy");
    return held.masked(busy).bytes();
  }

  /**
   * From now until the transaction ends nobody else changes anything in it.
   *
   * @return whether the caller may change anything there
   */
  @Transactional
  public boolean hold(Calendar calendar) {
    return calendar.writes() && shelf.hold(calendar.id());
  }

  /** Which name bears that UID already. */
  @Transactional(readOnly = true)
  public Optional<String> bearing(Calendar calendar, String uid) {
    return store.bearing(calendar.id(), uid);
  }

  /**
   * Keeps these bytes under that name, in the place of what is there.
   *
   * @param body as they came; they read as {@code object}
   * @param maker whose it is if it is new
   * @param was what was taken out elsewhere to stand there, or null
   * @return what is there now; its etag is empty where the house has written into it besides
   */
  @Transactional
  public Outcome<Held> put(
      Viewer viewer,
      Calendar calendar,
      String name,
      byte[] body,
      CalendarObject object,
      PersonId maker,
      @Nullable Held was) {
    var there = named(calendar, List.of(name)).get(name);
    if (there != null && there.mask() != null) {
      return refused(Refusal.invalid("hidden", "calendar.hidden.others"));
    }
    var id = there == null ? new EventId(Ids.fresh()) : there.id();
    long change = shelf.count(calendar.id()).orElseThrow(NotFound::new);
    var now = clock.instant();
    var full = shelf.full(calendar.id(), there == null ? 1 : 0, body.length);
    if (full.isPresent() && (there == null || body.length > there.size())) {
      return refused(full.get());
    }
    if (there == null) {
      var kept = new Kept(id, calendar.id(), name, "", body, maker);
      events.add(kept, object, calendar.zone(), change, now);
    } else {
      var kept = events.find(id).orElseThrow(NotFound::new);
      boolean own = calendar.reach() == Reach.MANAGE || kept.madeBy().equals(viewer.id());
      if (EventStore.hidden(object) && !own) {
        return refused(Refusal.invalid("hidden", "calendar.hidden.others"));
      }
      if (!events.change(kept, object, body, calendar.zone(), change, viewer.id(), now)) {
        return refused(Events.MOVED);
      }
    }
    if (was != null) {
      news.moved(was.id(), id, calendar.id());
    }
    news.kept(calendar.id(), viewer, id, object);
    audit.record(deed(there == null ? "add" : "edit", id).by(viewer.id().value()));
    var etag = Hash.of(body);
    if (Held.asks(object)) {
      var written = named(calendar, List.of(name)).get(name);
      return done(Optional.ofNullable(written).orElseThrow(NotFound::new).sentAs(etag));
    }
    return done(
        new Held(
            id,
            name,
            object.uid(),
            object.kind(),
            etag,
            etag,
            change,
            there == null ? now : there.madeAt(),
            now,
            body.length,
            null));
  }

  private static Deed deed(String action, EventId event) {
    return Deed.of("calendar", action).on("event", event.value());
  }

  /** Who made it, as far as the caller may read it. */
  @Transactional(readOnly = true)
  public Optional<PersonId> maker(Held held) {
    return events.find(held.id()).map(Kept::madeBy);
  }

  /**
   * Takes it out.
   *
   * @param silent whether nobody is to hear of it who asked to it
   * @throws NotFound if it is not there as it was, or the caller may not change it
   */
  @Transactional
  public void remove(Viewer viewer, Calendar calendar, Held held, boolean silent) {
    takeOut(viewer, calendar, held);
    news.removed(calendar.id(), viewer, held.id(), silent);
  }

  /** The same of what moves into another calendar, or elsewhere in this one. */
  @Transactional
  public void takeOut(Viewer viewer, Calendar calendar, Held held) {
    long change = shelf.count(calendar.id()).orElseThrow(NotFound::new);
    var kept = events.find(held.id()).orElseThrow(NotFound::new);
    if (!events.remove(kept, change, clock.instant())) {
      throw new NotFound();
    }
    news.changed(calendar.id());
    audit.record(deed("take-out", held.id()).by(viewer.id().value()));
  }
}

package org.diestra.office.calendar;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Token;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calendars as files: brought in after a look at what they would change, and taken away. */
@Service
class Files {
  /** Bytes of a file. */
  static final int LARGEST = 5_000_000;

  /** Events in a file. */
  static final int MOST = 10_000;

  static final Duration KEPT = Duration.ofDays(1);
  private final FileStore store;
  private final AttachedStore attached;
  private final CalendarStore shelf;
  private final Calendars calendars;
  private final CalendarNews news;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Files(
      FileStore store,
      AttachedStore attached,
      CalendarStore shelf,
      Calendars calendars,
      CalendarNews news,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.attached = attached;
    this.shelf = shelf;
    this.calendars = calendars;
    this.news = news;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What a file would do.
   *
   * @param fresh events that are not there yet
   * @param changed those that are there otherwise
   * @param same how many are there just so
   * @param refused what could not be taken, and why
   * @param others how many of its entries are no events, such as tasks
   */
  record Look(
      List<CalendarObject> fresh,
      List<CalendarObject> changed,
      int same,
      Map<String, Refusal> refused,
      int others) {
    boolean any() {
      return !fresh.isEmpty() || !changed.isEmpty();
    }
  }

  /** Keeps a file for a look at it. */
  @Transactional
  Outcome<UUID> bring(Viewer viewer, CalendarId id, byte[] body) {
    calendars.takingEvents(id);
    return switch (CalendarObject.file(body, LARGEST)) {
      case Outcome.Refused<CalendarObject.File>(var why) -> refused(why);
      case Outcome.Done<CalendarObject.File>(var file)
          when file.objects().size() + file.refused().size() > MOST ->
          refused(Refusal.invalid("file", "calendar.file.many", MOST));
      case Outcome.Done<CalendarObject.File>(var file)
          when file.objects().isEmpty() && file.refused().isEmpty() ->
          refused(Refusal.invalid("file", "calendar.file.empty"));
      case Outcome.Done<CalendarObject.File> whole -> {
        var intake = Ids.fresh();
        store.keep(intake, id, viewer.id(), body, clock.instant());
        yield done(intake);
      }
    };
  }

  /**
   * @throws NotFound if the caller brought no such file, or a day ago
   */
  @Transactional(readOnly = true)
  Look look(Viewer viewer, CalendarId id, UUID intake) {
    var calendar = calendars.takingEvents(id);
    var body = store.kept(intake, id).orElseThrow(NotFound::new);
    var file = CalendarObject.file(body, LARGEST).orFail();
    var there =
        house.call(
            () -> store.there(id, file.objects().keySet(), (uid, old) -> same(file, uid, old)));
    var fresh = new ArrayList<CalendarObject>();
    var changed = new ArrayList<CalendarObject>();
    var refused = new LinkedHashMap<>(file.refused());
    int same = 0;
    for (var object : file.objects().values()) {
      var old = there.get(object.uid());
      if (old == null) {
        fresh.add(object);
      } else if ((old.hidden() || EventStore.hidden(object))
          && !mayOpen(calendar, old.madeBy(), viewer)) {
        refused.put(object.main().text("SUMMARY"), Refusal.invalid("file", "calendar.file.taken"));
      } else if (old.same()) {
        same++;
      } else {
        changed.add(object);
      }
    }
    return new Look(fresh, changed, same, refused, file.others());
  }

  private static boolean mayOpen(Calendar calendar, PersonId maker, Viewer viewer) {
    return calendar.reach() == Reach.MANAGE || maker.equals(viewer.id());
  }

  private static boolean same(CalendarObject.File file, String uid, byte[] old) {
    var object = file.objects().get(uid);
    return object != null && said(CalendarObject.read(old).orFail()).equals(said(object));
  }

  /** All it says but when it was written down. */
  private static String said(CalendarObject object) {
    var text = new StringBuilder();
    object
        .events()
        .forEach(e -> text.append(e.without("DTSTAMP", "LAST-MODIFIED", "CREATED").text()));
    return text.toString();
  }

  /** Takes in what the look showed; once. */
  @Transactional
  Outcome<Look> take(Viewer viewer, CalendarId id, UUID intake) {
    var calendar = calendars.takingEvents(id);
    if (store.kept(intake, id).isEmpty()) {
      throw new NotFound();
    }
    // nothing else changes the calendar from here on, so that what is looked at is what is there
    if (!shelf.hold(id)) {
      throw new NotFound();
    }
    var look = look(viewer, id, intake);
    if (!store.drop(intake)) {
      throw new NotFound();
    }
    var all = new ArrayList<>(look.fresh());
    all.addAll(look.changed());
    long bytes = all.stream().mapToLong(one -> one.calendar().bytes().length).sum();
    var full = shelf.full(id, look.fresh().size(), bytes);
    if (full.isPresent()) {
      return refused(full.get());
    }
    if (!all.isEmpty()) {
      long first = shelf.count(id, all.size()).orElseThrow(NotFound::new);
      store.put(id, all, calendar.zone(), first, viewer.id(), clock.instant());
      attached.stand(
          id, all.stream().collect(Collectors.toMap(CalendarObject::uid, Attached::files)));
      news.changed(id);
    }
    audit.record(
        Deed.of("calendar", "import")
            .on("calendar", id.value())
            .by(viewer.id().value())
            .with("fresh", look.fresh().size())
            .with("changed", look.changed().size()));
    return done(look);
  }

  /** Throws away what was brought a day ago and not taken in. */
  void forget() {
    house.call(() -> store.forget(clock.instant().minus(KEPT)));
  }

  /** All that the caller may read of a calendar, written to where it goes. */
  @Transactional(readOnly = true)
  void write(Calendar calendar, Writer out) {
    write(calendar.id(), calendar.name(), "", out);
  }

  /**
   * The same by a secret address: what is private is a taken hour.
   *
   * @param busy how that is said
   */
  @Transactional(readOnly = true)
  void write(Token token, String busy, Writer out) {
    house.call(() -> {
      var fed = shelf.fed(token.hash(), clock.instant()).orElseThrow(NotFound::new);
      write(fed.id(), fed.name(), busy, out);
      return fed;
    });
  }

  private void write(CalendarId id, String name, String busy, Writer out) {
    var zones = new HashSet<String>();
    var head = CalendarObject.HEAD.plus(List.of(Line.text("X-WR-CALNAME", name))).text();
    var end = "END:VCALENDAR\r\n";
    put(out, head.substring(0, head.length() - end.length()));
    store.each(
        id,
        body -> {
          var object = CalendarObject.read(body.bytes()).orFail();
          for (var part : object.calendar().parts()) {
            boolean zone = part.name().equals("VTIMEZONE");
            if (zone && zones.add(part.text("TZID"))) {
              put(out, part.text());
            }
          }
          if (object.todo() && body.hidden() && !busy.isEmpty()) {
            return; // it takes no time
          }
          for (int i = 0; i < object.events().size(); i++) {
            put(
                out,
                body.hidden() && !busy.isEmpty()
                    ? masked(object, i, busy)
                    : object.events().get(i).text());
          }
        });
    put(out, end);
  }

  private static String masked(CalendarObject object, int i, String busy) {
    var event = object.events().get(i);
    return Part.of("VEVENT", Line.text("UID", object.uid()), Line.text("SUMMARY", busy))
        .plus(event.lines("DTSTAMP"))
        .plus(event.lines("STATUS"))
        .plus(event.lines("TRANSP"))
        .plus(List.of(Line.of("CLASS", "PRIVATE")))
        .plus(object.timings().get(i).lines())
        .text();
  }

  private static void put(Writer out, String text) {
    try {
      out.write(text);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}

package org.diestra.office.calendar;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.diestra.office.calendar.CalendarStore.Fresh;
import org.diestra.office.calendar.Draft.Repeat;
import org.diestra.office.calendar.EventStore.Kept;
import org.diestra.office.calendar.ShareStore.Share;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.icalendar.Repeats;
import org.diestra.platform.icalendar.Timing;
import org.diestra.platform.icalendar.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands in the calendars of a bookshop and of a practice, around the week of today. */
@Component
class CalendarDemo implements DemoPart {
  private static final int PAST = 8; // weeks for which the regular ones have come already
  private final Workspaces workspaces;
  private final CalendarStore calendars;
  private final ShareStore shares;
  private final EventStore events;
  private final Clock clock;

  CalendarDemo(
      Workspaces workspaces,
      CalendarStore calendars,
      ShareStore shares,
      EventStore events,
      Clock clock) {
    this.workspaces = workspaces;
    this.calendars = calendars;
    this.shares = shares;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "calendar:weeks";
  }

  @Override
  public int order() {
    return 39;
  }

  @Override
  public void play(Cast cast) {
    bookshop(cast);
    practice(cast);
    assistant(cast);
  }

  private void bookshop(Cast cast) {
    var owner = cast.viewer(Cast.CLIENT);
    var room = workspaces.open(cast.business(Cast.CLIENT));
    var shop = new Desk(owner, room, null, "Tienda", "green").open(Area.APPOINTMENTS, Reach.WRITE);
    shop.open(Area.ADMIN, Reach.READ);
    shop.add("Reunión con la distribuidora", at(0, 10, 0), 60, weekly(), "Almacén", "");
    shop.add(
        "Club de lectura: «Nada», de Carmen Laforet",
        at(3, 19, 0),
        90,
        every(Repeats.MONTHLY_WEEKDAY),
        "Sala de arriba",
        "Traer doce ejemplares y café.");
    shop.add(
        "Pedido a la editorial Galaxia",
        at(1, 9, 30),
        30,
        weekly(),
        "",
        "Comprobar devoluciones antes de enviar.");
    shop.add("Inventario", day(11), 2, new Repeat.Never(), "", "");
    shop.add("Cuentacuentos infantil", at(5, 12, 0), 60, weekly(), "Rincón infantil", "");
    var fairs =
        new Desk(owner, room, null, "Ferias y viajes", "amber").open(Area.TRAVEL, Reach.WRITE);
    fairs.open(Area.APPOINTMENTS, Reach.READ);
    fairs.add(
        "Feria del Libro de Guadalajara", day(8), 5, new Repeat.Never(), "Expo Guadalajara", "");
    fairs.add(
        "Llamada con la imprenta de Bogotá",
        in("America/Bogota", 2, 9, 0),
        45,
        new Repeat.Never(),
        "Videollamada",
        "");
    var own = new Desk(owner, null, owner.id(), "Personal", "rose");
    own.open(room, Area.APPOINTMENTS, Reach.BUSY);
    own.add("Dentista", at(2, 16, 30), 60, new Repeat.Never(), "Calle Colón 12", "");
    own.add("Yoga", at(1, 20, 0), 60, weekly(), "", "");
  }

  private void practice(Cast cast) {
    var owner = cast.viewer(Cast.PRACTICE);
    var room = workspaces.open(cast.business(Cast.PRACTICE));
    var desk = new Desk(owner, room, null, "Practice", "teal").open(Area.APPOINTMENTS, Reach.WRITE);
    desk.open(Area.ADMIN, Reach.READ);
    desk.add("Team meeting", in("Europe/Dublin", 0, 8, 30), 30, weekly(), "Front desk", "");
    desk.add("Room 2: painters", day(4), 1, new Repeat.Never(), "", "No appointments in room 2.");
    desk.add("Quarterly VAT papers", in("Europe/Dublin", 9, 15, 0), 60, new Repeat.Never(), "", "");
  }

  private void assistant(Cast cast) {
    var rosa = cast.viewer(Cast.ASSISTANT);
    var own = new Desk(rosa, null, rosa.id(), "Mi agenda", "violet");
    own.add("Clase de inglés", in("America/Bogota", 1, 7, 0), 60, weekly(), "", "");
    own.add("Cita médica", in("America/Bogota", 3, 8, 0), 60, new Repeat.Never(), "", "");
  }

  private static Repeat weekly() {
    return every(Repeats.WEEKLY);
  }

  private static Repeat every(Repeats kind) {
    return new Repeat.By(kind, 1, null, null);
  }

  /** So many days after the Monday of this week. */
  private LocalDate date(int days) {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Madrid"))
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        .plusDays(days);
  }

  private When at(int days, int hour, int minute) {
    return in("Europe/Madrid", days, hour, minute);
  }

  private When in(String zone, int days, int hour, int minute) {
    return When.in(ZoneId.of(zone), date(days).atTime(hour, minute));
  }

  private When day(int days) {
    return When.day(date(days));
  }

  /** A calendar that is being filled by its keeper. */
  private final class Desk {
    private final Viewer keeper;
    private final @Nullable WorkspaceId room;
    private final CalendarId id = new CalendarId(Ids.fresh());

    Desk(
        Viewer keeper,
        @Nullable WorkspaceId room,
        @Nullable PersonId owner,
        String name,
        String colour) {
      this.keeper = keeper;
      this.room = room;
      var fresh = new Fresh(id, room, owner, name, colour, keeper.zone());
      calendars.add(fresh, keeper.id(), clock.instant());
    }

    Desk open(Area area, Reach reach) {
      return room == null ? this : open(room, area, reach);
    }

    Desk open(WorkspaceId where, Area area, Reach reach) {
      var share = new Share(Ids.fresh(), where, null, null, area, reach, clock.instant());
      shares.share(id, share, keeper.id());
      return this;
    }

    /**
     * @param length minutes, or days for what takes whole ones
     */
    void add(String title, When start, int length, Repeat repeat, String place, String notes) {
      var taken =
          start.day() ? Timing.Length.days(length) : Timing.Length.of(Duration.ofMinutes(length));
      var begun = weekly().equals(repeat) ? start.moved(start.local().minusWeeks(PAST)) : start;
      var draft = new Draft(title, begun, taken, repeat, place, notes, false, false, null);
      var event = new EventId(Ids.fresh());
      var object = new Edits(clock.instant()).fresh(event + "@diestra", draft);
      var body = object.calendar().bytes();
      var kept = new Kept(event, id, event + ".ics", "", body, keeper.id());
      long change = calendars.count(id).orElseThrow();
      events.add(kept, object, keeper.zone(), change, clock.instant());
    }
  }
}

package org.diestra.office.booking;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diestra.office.booking.Appointment.Guest;
import org.diestra.office.booking.Course.By;
import org.diestra.office.booking.Hours.Span;
import org.diestra.office.booking.Question.Answer;
import org.diestra.office.booking.Service.Terms;
import org.diestra.office.booking.Slots.Slot;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.springframework.stereotype.Component;

/** What the customers of a bookshop and of a practice can book, and what some of them have. */
@Component
class BookingDemo implements DemoPart {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
  private static final Locale SPANISH = Locale.of("es");
  private final Workspaces workspaces;
  private final Services services;
  private final ServiceStore store;
  private final Bookings bookings;
  private final Past past;
  private final Clock clock;

  BookingDemo(
      Workspaces workspaces,
      Services services,
      ServiceStore store,
      Bookings bookings,
      Past past,
      Clock clock) {
    this.workspaces = workspaces;
    this.services = services;
    this.store = store;
    this.bookings = bookings;
    this.past = past;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "booking:customers";
  }

  @Override
  public int order() {
    return 41;
  }

  @Override
  public void play(Cast cast) {
    bookshop(room(cast, Cast.CLIENT));
    practice(room(cast, Cast.PRACTICE));
  }

  /** As its owner. */
  private Pass room(Cast cast, String owner) {
    var workspace = workspaces.get(workspaces.open(cast.business(owner)));
    return Pass.whole(workspace, cast.viewer(owner));
  }

  private void bookshop(Pass room) {
    page(
        room,
        "libreria-el-faro",
        "Librería El Faro",
        "Libros elegidos, también por encargo.",
        "hola@libreria.example");
    var reading =
        service(
            room,
            "consejo-de-lectura",
            terms(
                "Consejo de lectura",
                "Media hora para encontrar tu próximo libro, con café.",
                "Gratis",
                "Calle de la Paz 14, Valencia",
                30,
                false,
                MADRID),
            List.of(
                new Question(1, "¿Qué libro te ha gustado últimamente?", List.of(), true),
                new Question(2, "¿Para quién es?", List.of("Para mí", "Para regalar"), false)));
    hours(room, reading, MADRID, new Span(600, 780), new Span(1020, 1140));
    var club =
        service(
            room,
            "visita-de-clubes",
            terms(
                "Visita de clubes de lectura",
                "Una hora en la sala de arriba con todo el club.",
                "40,00 €",
                "Calle de la Paz 14, Valencia",
                60,
                true,
                MADRID),
            List.of(new Question(1, "¿Cuántas personas venís?", List.of(), true)));
    hours(room, club, MADRID, new Span(1080, 1230));
    book(
        room,
        reading,
        0,
        new Guest("Marta Soler", "marta@lectores.example", MADRID, SPANISH),
        new Answer(1, "¿Qué libro te ha gustado últimamente?", "«El infinito en un junco»"),
        new Answer(2, "¿Para quién es?", "Para mí"));
    book(
        room,
        reading,
        5,
        new Guest("Tom Hayes", "tom@readers.example", ZoneId.of("Europe/London"), Locale.ENGLISH),
        new Answer(1, "¿Qué libro te ha gustado últimamente?", "The Shadow of the Wind"));
    book(
        room,
        club,
        2,
        new Guest("Club Lletraferits", "club@lectores.example", MADRID, SPANISH),
        new Answer(1, "¿Cuántas personas venís?", "Once, y un perro tranquilo"));
    var then = clock.instant().minus(Duration.ofDays(9));
    if (past.has(then)) {
      past.run(
          then,
          () ->
              book(
                  room,
                  reading,
                  1,
                  new Guest("Pau Ribes", "pau@lectores.example", MADRID, SPANISH),
                  new Answer(
                      1, "¿Qué libro te ha gustado últimamente?", "Cualquiera de Rodoreda")));
    }
  }

  private void practice(Pass room) {
    page(
        room,
        "byrne-physio",
        room.workspace().name(),
        "Physiotherapy in the middle of Dublin.",
        "desk@practice.example");
    var first =
        service(
            room,
            "first-visit",
            terms(
                "First visit",
                "We look at where it hurts and what will help.",
                "€70.00",
                "12 Dame Street, Dublin",
                45,
                false,
                DUBLIN),
            List.of(new Question(1, "Where does it hurt?", List.of(), true)));
    hours(room, first, DUBLIN, new Span(540, 720), new Span(840, 1020));
    book(
        room,
        first,
        1,
        new Guest("Niall Walsh", "niall@patients.example", DUBLIN, Locale.ENGLISH),
        new Answer(1, "Where does it hurt?", "Left knee, after running"));
  }

  private void page(Pass room, String handle, String name, String about, String contact) {
    store.put(
        new Page(room.workspace().id(), handle, name, about, contact, null, List.of()),
        room.viewer().id(),
        clock.instant());
  }

  private static Terms terms(
      String name,
      String about,
      String price,
      String place,
      int minutes,
      boolean approval,
      ZoneId zone) {
    return new Terms(
        name, about, price, place, "", minutes, 0, 15, 30, 12, 0, 45, 6, 0, false, approval, false,
        true, 24, zone, null, List.of());
  }

  private Service service(Pass room, String slug, Terms terms, List<Question> questions) {
    var host = List.of(room.viewer().id());
    var id = services.add(room, slug, terms, true, new Services.Setup(host, questions)).orFail();
    return store.find(id).orElseThrow();
  }

  /** From Monday to Friday. */
  private void hours(Pass room, Service service, ZoneId zone, Span... spans) {
    var weekly = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      if (day.getValue() <= DayOfWeek.FRIDAY.getValue()) {
        weekly.put(day, List.of(spans));
      }
    }
    services.put(room, service.id(), null, new Hours(zone, weekly, Map.of()));
  }

  /** The free time at that place in the order of all, if there are so many. */
  private void book(Pass room, Service service, int place, Guest guest, Answer... answers) {
    var today = LocalDate.ofInstant(clock.instant(), service.terms().zone());
    bookings.openings(service, today, today.plusDays(14), null).slots().stream()
        .map(Slot::start)
        .skip(place)
        .findFirst()
        .ifPresent((Instant start) ->
            bookings.book(service, start, guest, List.of(answers), By.GUEST).orFail());
  }
}

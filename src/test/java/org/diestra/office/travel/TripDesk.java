package org.diestra.office.travel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.diestra.HouseTest;
import org.diestra.OfficeDesk;
import org.diestra.People;
import org.diestra.office.journeys.Leg;
import org.diestra.office.journeys.Means;
import org.diestra.office.journeys.Places;
import org.diestra.office.journeys.Stop;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Caller;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.ClockMover;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A client that travels, and an assistant whom a contract lets into travel. */
@HouseTest
abstract class TripDesk extends OfficeDesk {
  static final LocalDate DAY = LocalDate.of(2083, 3, 27);
  @Autowired Trips trips;
  @Autowired Research research;
  @Autowired Decisions decisions;
  @Autowired Papers papers;
  @Autowired Organisations organisations;
  @Autowired Accounts accounts;
  @Autowired HouseRights house;
  @Autowired JdbcClient jdbc;
  @Autowired ClockMover mover;
  @Autowired Clock clock;
  UUID contract = UUID.randomUUID();

  @BeforeEach
  void travelIsOpen() {
    contract = works(assistant, Area.TRAVEL);
  }

  static <T> T as(Viewer viewer, Supplier<T> action) {
    return Caller.person(viewer.id().value()).call(action::get);
  }

  Desk desk(Viewer viewer) {
    return new Desk(workspaces.enter(viewer, room));
  }

  Viewer colleague(String name, Role role) {
    var person = people.open(name, "es", "Europe/Madrid", false, null).id();
    organisations.admit(People.organisation(owner), person, role, owner.id());
    return accounts.viewer(person).orElseThrow();
  }

  static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }

  static Wish wish(String title) {
    return new Wish(
        title,
        "Lucía Ferrer",
        1,
        "Valencia",
        "Fráncfort",
        DAY,
        DAY.plusDays(4),
        0,
        eur(60_000),
        Currency.getInstance("EUR"),
        null,
        "");
  }

  TripId asked() {
    return as(owner, () -> trips.ask(desk(owner), Ids.fresh(), wish("Feria del Libro")));
  }

  Trip read(TripId id) {
    return as(owner, () -> trips.get(desk(owner), id));
  }

  int version(TripId id) {
    return read(id).facts().version();
  }

  static Leg flight(String number, String from, String leaves, String to, String arrives) {
    return new Leg(
        Means.FLIGHT,
        at(from, leaves),
        at(to, arrives),
        number.substring(0, 2),
        number.substring(2),
        null,
        "",
        "",
        "",
        0);
  }

  static Stop at(String code, String local) {
    var place = Places.find(code).orElseThrow();
    return new Stop(code, place.city(), LocalDateTime.parse(local), place.zone());
  }

  Found found(String name, Money total, Instant until) {
    return new Found(
        name,
        total,
        until,
        "Cambio 60 €",
        "Una maleta",
        "lufthansa.example",
        null,
        List.of(flight("LH1165", "VLC", "2083-03-27T10:15", "FRA", "2083-03-27T12:40")));
  }

  Instant tomorrow() {
    return clock.instant().plus(Duration.ofDays(1));
  }

  OptionId put(TripId trip, Found found) {
    return as(assistant, () -> research.put(desk(assistant), trip, null, "", found).orFail());
  }

  /** With two options, of 500 and 620 euros, before the client. */
  TripId sent() {
    var id = asked();
    as(assistant, () -> research.begin(desk(assistant), id, 1).orFail());
    put(id, found("Directo", eur(50_000), tomorrow()));
    put(id, found("Con más equipaje", eur(62_000), tomorrow()));
    as(assistant, () -> research.send(desk(assistant), id, version(id)).orFail());
    return id;
  }

  OptionId first(TripId id) {
    return as(owner, () -> trips.options(read(id))).getFirst().id();
  }

  /** The first chosen by the owner, and authorised up to that amount. */
  TripId authorised(long most) {
    var id = sent();
    var option = first(id);
    as(owner, () -> decisions.choose(desk(owner), id, version(id), option, "").orFail());
    as(owner, () -> decisions.authorise(desk(owner), id, version(id), eur(most)).orFail());
    return id;
  }

  Trip book(TripId id, long minor) {
    return as(
        assistant,
        () ->
            research.book(desk(assistant), id, version(id), eur(minor), "ABC123", false).orFail());
  }

  static String why(Outcome<?> outcome) {
    return outcome.fold(done -> "", Refusal::key);
  }
}

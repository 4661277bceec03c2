package org.diestra.office.travel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Currency;
import java.util.List;
import org.diestra.office.journeys.Cabin;
import org.diestra.office.journeys.Leg;
import org.diestra.office.journeys.Means;
import org.diestra.office.journeys.Places;
import org.diestra.office.journeys.Stop;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.springframework.stereotype.Component;

/**
 * The bookshop’s journeys: to the fair in Bologna with three options before the owner, and to one
 * in Bogotá over the change of the clocks, which is booked.
 */
@Component
class TravelDemo implements DemoPart {
  private final Workspaces workspaces;
  private final Papers papers;
  private final Research research;
  private final Decisions decisions;
  private final Trips trips;
  private final Past past;

  TravelDemo(
      Workspaces workspaces,
      Papers papers,
      Research research,
      Decisions decisions,
      Trips trips,
      Past past) {
    this.workspaces = workspaces;
    this.papers = papers;
    this.research = research;
    this.decisions = decisions;
    this.trips = trips;
    this.past = past;
  }

  @Override
  public String name() {
    return "travel:bookshop";
  }

  @Override
  public int order() {
    return 41;
  }

  @Override
  public void play(Cast cast) {
    var room = workspaces.get(workspaces.open(cast.business(Cast.CLIENT)));
    var owner = new Desk(Pass.whole(room, cast.viewer(Cast.CLIENT)));
    var assistant = new Desk(Pass.whole(room, cast.viewer(Cast.ASSISTANT)));
    var now = past.monday().plusDays(32).atTime(9, 40).toInstant(ZoneOffset.UTC);
    past.run(now.minusSeconds(400_000), () -> bogota(owner, assistant));
    past.run(now, () -> bologna(owner, assistant));
  }

  /** Out in winter time, back in summer time: the last Sunday of March lies within. */
  private void bogota(Desk owner, Desk assistant) {
    var sunday =
        LocalDate.of(past.monday().plusWeeks(6).getYear() + 1, 3, 31)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    var out = sunday.minusDays(5);
    var back = sunday;
    var id =
        papers.ask(
            owner,
            Ids.fresh(),
            wish(
                "Editoriales de Bogotá",
                "Valencia",
                "Bogotá",
                out,
                back,
                140_000,
                "Reunión con tres editoriales el jueves. Asiento de pasillo."),
            new Pouch(
                "",
                "Vegetariana",
                List.of(
                    new Pouch.Paper(
                        "Lucía Ferrer",
                        Pouch.Paper.Kind.PASSPORT,
                        "XDD000000",
                        "España",
                        sunday.plusMonths(4)))));
    research.begin(assistant, id, 1).orFail();
    var chosen =
        put(
            assistant,
            id,
            "Iberia por Madrid",
            118_400,
            "iberia.example",
            flight("IB 8971", "VLC", out.atTime(9, 5), "MAD", out.atTime(10, 10)),
            flight("IB 129", "MAD", out.atTime(12, 5), "BOG", out.atTime(16, 40)),
            hotel("Hotel La Candelaria", "BOG", out.atTime(18, 0), back.minusDays(1).atTime(12, 0)),
            flight("IB 130", "BOG", back.minusDays(1).atTime(19, 5), "MAD", back.atTime(12, 15)),
            flight("IB 8978", "MAD", back.atTime(15, 40), "VLC", back.atTime(16, 45)));
    put(
        assistant,
        id,
        "Air Europa, noche en Madrid",
        102_900,
        "aireuropa.example",
        flight("UX 4071", "VLC", out.atTime(19, 0), "MAD", out.atTime(20, 5)),
        flight(
            "UX 193", "MAD", out.plusDays(1).atTime(14, 55), "BOG", out.plusDays(1).atTime(19, 35)),
        flight("UX 194", "BOG", back.minusDays(1).atTime(21, 30), "MAD", back.atTime(14, 35)),
        flight("UX 4074", "MAD", back.atTime(15, 15), "VLC", back.atTime(16, 20)));
    research.send(assistant, id, 2).orFail();
    decisions.choose(owner, id, 3, chosen, "Prefiero no hacer noche en Madrid.").orFail();
    decisions.authorise(owner, id, 4, Money.of(125_000, "EUR")).orFail();
    research.book(assistant, id, 5, Money.of(119_750, "EUR"), "QK7TRV", false).orFail();
  }

  /** The children’s book fair: by plane, by plane and train, and by train alone. */
  private void bologna(Desk owner, Desk assistant) {
    var out =
        LocalDate.of(past.monday().plusWeeks(6).getYear() + 1, 4, 1)
            .with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY))
            .minusDays(1);
    var back = out.plusDays(4);
    var id =
        papers.ask(
            owner,
            Ids.fresh(),
            wish(
                "Feria del Libro Infantil de Bolonia",
                "Valencia",
                "Bolonia",
                out,
                back,
                65_000,
                "Llegar la víspera de la feria, antes de las ocho de la tarde."),
            Pouch.EMPTY);
    research.begin(assistant, id, 1).orFail();
    put(
        assistant,
        id,
        "Directo a Bolonia",
        48_620,
        "ryanair.example",
        flight("FR 7428", "VLC", out.atTime(17, 20), "BLQ", out.atTime(19, 20)),
        hotel("Hotel Fiera", "BLQ", out.atTime(20, 0), back.atTime(10, 0)),
        flight("FR 7429", "BLQ", back.atTime(14, 45), "VLC", back.atTime(16, 50)));
    put(
        assistant,
        id,
        "Por Roma y en tren",
        56_140,
        "ita.example",
        flight("AZ 65", "VLC", out.atTime(11, 30), "FCO", out.atTime(13, 25)),
        train(
            "Frecciarossa 9540",
            "Roma Termini",
            out.atTime(15, 35),
            "Bologna Centrale",
            out.atTime(17, 45),
            358),
        hotel("Hotel Fiera", "BLQ", out.atTime(18, 30), back.atTime(9, 0)),
        train(
            "Frecciarossa 9519",
            "Bologna Centrale",
            back.atTime(10, 0),
            "Roma Termini",
            back.atTime(12, 15),
            358),
        flight("AZ 64", "FCO", back.atTime(15, 10), "VLC", back.atTime(17, 15)));
    put(
        assistant,
        id,
        "Con un día más y hotel en el centro",
        71_900,
        "vueling.example",
        flight(
            "VY 3940",
            "VLC",
            out.minusDays(1).atTime(8, 10),
            "BCN",
            out.minusDays(1).atTime(9, 15)),
        flight(
            "VY 6526",
            "BCN",
            out.minusDays(1).atTime(10, 30),
            "BLQ",
            out.minusDays(1).atTime(12, 15)),
        hotel("Hotel Centrale", "BLQ", out.minusDays(1).atTime(15, 0), back.atTime(10, 0)),
        flight("VY 6527", "BLQ", back.atTime(13, 0), "BCN", back.atTime(14, 45)),
        flight("VY 3945", "BCN", back.atTime(16, 40), "VLC", back.atTime(17, 40)));
    research.send(assistant, id, 2).orFail();
  }

  private static Wish wish(
      String title,
      String from,
      String to,
      LocalDate out,
      LocalDate back,
      long budget,
      String notes) {
    return new Wish(
        title,
        "Lucía Ferrer",
        1,
        from,
        to,
        out,
        back,
        1,
        Money.of(budget, "EUR"),
        Currency.getInstance("EUR"),
        Cabin.ECONOMY,
        notes);
  }

  private OptionId put(Desk desk, TripId id, String name, long total, String source, Leg... legs) {
    Instant until = trips.now().plusSeconds(30L * 24 * 60 * 60);
    boolean dear = total > 65_000 && total < 80_000;
    return research
        .put(
            desk,
            id,
            null,
            "",
            new Found(
                name,
                Money.of(total, "EUR"),
                until,
                "Cambio: 60 € más la diferencia. Sin devolución en los últimos siete días.",
                "Una maleta de mano y una facturada de 23 kg",
                source,
                dear ? "Pasa del presupuesto, pero el hotel está junto a la plaza." : null,
                List.of(legs)))
        .orFail();
  }

  private static Stop stop(String code, LocalDateTime local) {
    var place = Places.find(code).orElseThrow();
    return new Stop(code, place.city(), local, place.zone());
  }

  private static Leg flight(
      String called, String from, LocalDateTime leaves, String to, LocalDateTime arrives) {
    var parts = called.split(" ", 2);
    return leg(
        Means.FLIGHT, stop(from, leaves), stop(to, arrives), parts[0], parts[1], Cabin.ECONOMY, 0);
  }

  private static Leg train(
      String called, String from, LocalDateTime leaves, String to, LocalDateTime arrives, int km) {
    var parts = called.split(" ", 2);
    var rome = ZoneId.of("Europe/Rome");
    return leg(
        Means.TRAIN,
        new Stop("", from, leaves, rome),
        new Stop("", to, arrives, rome),
        parts[0],
        parts[1],
        Cabin.ECONOMY,
        km);
  }

  private static Leg hotel(String name, String near, LocalDateTime in, LocalDateTime out) {
    var zone = Places.find(near).orElseThrow().zone();
    return leg(
        Means.HOTEL, new Stop("", name, in, zone), new Stop("", name, out, zone), "", "", null, 0);
  }

  private static Leg leg(
      Means means,
      Stop from,
      Stop to,
      String carrier,
      String number,
      @org.jspecify.annotations.Nullable Cabin cabin,
      int km) {
    return new Leg(means, from, to, carrier, number, cabin, "", "", "", km);
  }
}

package org.diestra.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A job of the demo's Dublin practice with bids on it, made through the pages as people do. */
final class Market {
  static final String CLIENT = "practice@demo.test";
  static final String PASSWORD = "diestra-demo";

  /** Of the demo, who are not among its four named assistants. */
  private static final List<String> BIDDERS =
      List.of(
          "ana.quispe",
          "luis.paredes",
          "carla.benitez",
          "valentina.rojas",
          "daniela.cruz",
          "jorge.medina",
          "paola.restrepo",
          "lucia.ferreyra",
          "mateo.silva",
          "karen.villalobos",
          "diego.alvarado",
          "noelia.campos",
          "ines.carvalho",
          "youssef.amrani",
          "amina.diallo",
          "chinedu.eze",
          "blessing.adeyemi",
          "grace.wanjiru",
          "peter.otieno",
          "thandi.nkosi",
          "kwame.mensah",
          "jasmine.reyes",
          "paolo.mendoza",
          "liza.bautista",
          "rhea.dsouza");

  private Market() {}

  /** The address of a new open job that pays up to 40 € an hour. */
  static String job(Visitor client) throws Exception {
    var page = client.get("/jobs/new");
    page =
        client.send(
            page,
            Map.of(
                "areas",
                "admin",
                "title",
                "Front desk by phone and mail",
                "about",
                "Appointments, letters and invoices of a small practice, every morning."));
    page = client.send(page, Map.of());
    var conditions =
        new HashMap<>(
            Map.of(
                "unit",
                "hour",
                "hourly",
                "40.00",
                "hoursWeek",
                "8",
                "span",
                "ongoing",
                "language1",
                "en",
                "level1",
                "B1"));
    conditions.put("overlap", "none");
    page = client.send(page, conditions);
    page =
        client.send(
            page,
            Map.of(
                "instructions",
                "## What\nEvery morning, answer the mails in the folder.",
                "manual",
                "waived"));
    page = client.send(page, Map.of());
    if (!page.at().getPath().matches("/jobs/[0-9A-Za-z]{22}")) {
      throw new IllegalStateException("no job was made, but " + page.at());
    }
    return page.at().getPath();
  }

  /** Somebody of the demo; after all of them it begins again. */
  static String bidder(int number) {
    return BIDDERS.get(number % BIDDERS.size()) + "@demo.test";
  }

  /** The demo's assistants that may bid, signed in, each with a bid on that job. */
  static List<Visitor> bids(String house, String job, int count) throws Exception {
    var bidders = new ArrayList<Visitor>();
    for (int i = 0; i < count; i++) {
      var bidder = new Visitor(house, "203.0.113." + (i + 1));
      bidder.signIn(bidder(i), PASSWORD);
      bid(bidder, job, 12 + i % 20);
      bidders.add(bidder);
    }
    return bidders;
  }

  /** Sends that assistant's bid, or changes it. */
  static void bid(Visitor bidder, String job, int price) throws Exception {
    var page = bidder.get(job + "/bid?change=true");
    var sent = bidder.send(page, fields(price));
    if (sent.status() != 200 || !sent.at().getPath().equals(job + "/bid")) {
      throw new IllegalStateException("a bid was answered " + sent.status());
    }
  }

  static Map<String, String> fields(int price) {
    return Map.of(
        "price", price + ".00",
        "quantity", "8",
        "letter", "I have kept the desk of two practices for six years, by phone and by mail.",
        "start", LocalDate.now(java.time.ZoneOffset.UTC).plusDays(10).toString(),
        "do", "send");
  }
}

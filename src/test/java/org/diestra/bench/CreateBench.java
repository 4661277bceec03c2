package org.diestra.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What it costs to keep something for good: assistants change their bids, each of which is a new
 * version, an event and a notice, committed to the disk. Eight people at once.
 */
final class CreateBench {
  private static final int PEOPLE = 8;
  private static final Duration WARM_UP = Duration.ofSeconds(40);
  private static final Duration RUN = Duration.ofSeconds(15);
  private static final double MOST_CPU = 2.2;

  private CreateBench() {}

  public static void main(String[] args) throws Exception {
    var report = new Report("create");
    try (var house = Served.house();
        var client = new Visitor(house.address())) {
      client.signIn(Market.CLIENT, Market.PASSWORD);
      var job = Market.job(client);
      var bidders = Market.bids(house.address(), job, PEOPLE);
      Crowd.ask(changing(bidders, job), WARM_UP);
      var pages = Crowd.ask(reading(bidders, job), Duration.ofSeconds(3)); // warm
      double before = house.cpu();
      pages = Crowd.ask(reading(bidders, job), RUN);
      double page = (house.cpu() - before) / pages.count();
      before = house.cpu();
      var changes = Crowd.ask(changing(bidders, job), RUN);
      double change = (house.cpu() - before) / changes.count();
      report.fact(
          "bids a second, with their page", Math.round(changes.count() / changes.seconds()));
      report.fact("p99 ms, with their page", Math.round(changes.percentile(0.99)));
      report.fact("CPU ms of both pages alone", Math.round(page * 100_000) / 100.0);
      // a browser reads the form, sends it and is led to the page that shows it
      report.limit("CPU ms to keep a bid", 1000 * (change - page), MOST_CPU);
      bidders.forEach(Visitor::close);
    }
    report.end();
  }

  private static List<Crowd.Asker> changing(List<Visitor> bidders, String job) {
    var price = new AtomicInteger();
    var askers = new ArrayList<Crowd.Asker>();
    for (var bidder : bidders) {
      askers.add(() -> Market.bid(bidder, job, 12 + price.incrementAndGet() % 25));
    }
    return askers;
  }

  private static List<Crowd.Asker> reading(List<Visitor> bidders, String job) {
    return bidders.stream()
        .map(bidder ->
            (Crowd.Asker)
                () -> {
                  bidder.get(job + "/bid?change=true");
                  bidder.get(job + "/bid");
                })
        .toList();
  }
}

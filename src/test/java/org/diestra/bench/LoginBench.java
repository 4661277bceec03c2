package org.diestra.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Whether a storm of 50 sign-ins starves those who only read: the p99 of a page before and in it.
 */
final class LoginBench {
  private static final int SIGN_INS = 50;
  private static final int READERS = 2;
  private static final Duration TURN = Duration.ofSeconds(6);
  private static final double MOST = 2;

  private LoginBench() {}

  public static void main(String[] args) throws Exception {
    var report = new Report("login");
    try (var house = Served.house()) {
      var readers = new ArrayList<Crowd.Asker>();
      for (int i = 0; i < READERS; i++) {
        var reader = new Visitor(house.address());
        readers.add(() -> reader.weigh("/jobs"));
      }
      Crowd.ask(readers, Duration.ofSeconds(15));
      storm(house.address(), 4).forEach(LoginBench::join);
      var calm = Crowd.ask(readers, TURN);
      double before = house.cpu();
      var signIns = storm(house.address(), SIGN_INS);
      long began = System.nanoTime();
      var stormy = Crowd.ask(readers, TURN);
      signIns.forEach(LoginBench::join);
      report.fact("seconds until all were in", Math.round((System.nanoTime() - began) / 1e9));
      report.fact("CPU seconds in the storm", Math.round(house.cpu() - before));
      report.fact("a page, p99 ms, calm", Math.round(calm.percentile(0.99) * 10) / 10.0);
      report.fact("a page, p99 ms, in the storm", Math.round(stormy.percentile(0.99) * 10) / 10.0);
      report.limit(
          "p99 of a page in the storm, times the calm one",
          stormy.percentile(0.99) / calm.percentile(0.99),
          MOST);
    }
    report.end();
  }

  /** Each from a network address of its own, or the throttle would turn most of them away. */
  private static List<Future<?>> storm(String house, int count) {
    var threads = Executors.newFixedThreadPool(count);
    var all = new ArrayList<Future<?>>();
    for (int i = 0; i < count; i++) {
      var from = "203.0.113." + (i + 1);
      var who = Market.bidder(i);
      all.add(
          threads.submit(() -> {
            try (var visitor = new Visitor(house, from)) {
              visitor.signIn(who, Market.PASSWORD);
              if (!visitor.get("/home").at().getPath().equals("/home")) {
                throw new IllegalStateException(who + " is not signed in");
              }
              return null;
            }
          }));
    }
    threads.shutdown();
    return all;
  }

  private static void join(Future<?> future) {
    try {
      future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

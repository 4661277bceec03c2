package org.diestra.bench;

import java.util.List;
import org.diestra.money.billing.ManyWeeks;
import org.diestra.money.invoices.Invoiced;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Examination;
import org.springframework.util.FileSystemUtils;

/**
 * A week of 100 000 contracts by the hour: what is billed in a minute, whether memory stays flat,
 * and how its postings compare with the same function of the database fed with nothing but
 * postings, in sets of the same size and in the same run. Durable.
 */
final class BillingBench {
  private static final int CONTRACTS = OwnHouse.setting("BENCH_CONTRACTS", 100_000);
  private static final double MOST = 60; // seconds
  private static final double LEAST = 0.5;
  private static final int OF_DEPOSIT = 3; // postings
  private static final int OF_WEEK = 4;

  private final Report report = new Report("billing");
  private final ManyWeeks weeks;
  private final Invoiced invoiced;

  private BillingBench(ManyWeeks weeks, Invoiced invoiced) {
    this.weeks = weeks;
    this.invoiced = invoiced;
  }

  public static void main(String[] args) throws Exception {
    var folder = OwnHouse.folder("billing");
    try (var context = OwnHouse.in(folder)) {
      new BillingBench(context.getBean(ManyWeeks.class), context.getBean(Invoiced.class))
          .run(context.getBean(Examination.class));
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private void run(Examination examination) throws Exception {
    var season = weeks.due(CONTRACTS);
    invoiced.ready(season.rail());
    var sets = weeks.deposits(season);
    double alone = seconds(() -> sets.forEach(this::post)) / OF_DEPOSIT;
    long before = used();
    var during = new long[1];
    double whole =
        seconds(() -> {
          int set = 0;
          while (weeks.billSet()) {
            if (++set == sets.size() / 10) {
              during[0] = used();
            }
          }
        });
    double rest = seconds(invoiced::issue);
    report.fact("contracts", CONTRACTS);
    report.fact("seconds for the week", whole);
    report.fact("seconds for the invoices that were left then", rest);
    report.fact("weeks invoiced, and not", invoiced.weeks(season.rail()));
    report.fact("postings a second, sets alone", Math.round(CONTRACTS / alone));
    report.fact("postings a second, billing", Math.round(CONTRACTS * OF_WEEK / whole));
    report.fact("memory used before, MB", before >> 20);
    report.fact("after a tenth of it, MB", during[0] >> 20);
    report.fact("at the end, MB", used() >> 20);
    report.fact("bills, releases, lines of a week", weeks.billed(season));
    report.fact("left in deposits", weeks.sum(season, "ESCROW", ":Work"));
    report.fact("faults found in the books", examination.examine().size());
    report.limit("seconds for the week and its invoices", whole + rest, MOST);
    report.atLeast("its postings against sets alone", OF_WEEK / whole * alone, LEAST);
    report.end();
  }

  private void post(List<Entry> set) {
    weeks.post(set);
  }

  private static double seconds(Runnable work) {
    long begun = System.nanoTime();
    work.run();
    return (System.nanoTime() - begun) / 1e9;
  }

  /** After a collection, so that it is what is held on to. */
  private static long used() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}

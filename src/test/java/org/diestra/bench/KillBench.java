package org.diestra.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.diestra.money.billing.ManyWeeks;
import org.diestra.money.billing.ManyWeeks.Season;
import org.diestra.money.ledger.Examination;
import org.diestra.money.ledger.Ledger;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * A billing run whose process is ended by SIGKILL again and again, wherever it is just then; each
 * time the next start finds the orphaned PostgreSQL and goes on. In the end each week is billed,
 * released and marked once and the books hold. A control marks weeks as billed without their money,
 * and must be found.
 */
final class KillBench {
  private static final int KILLS = OwnHouse.setting("BENCH_KILLS", 50);
  private static final int WEEKS = OwnHouse.setting("BENCH_CONTRACTS", 20_000);
  private static final int CONTROL = 1_000;
  private static final long SEED = OwnHouse.setting("BENCH_SEED", 20_261_129);
  private static final int LONGEST = 700; // milliseconds that a run is let live
  private static final String SAID = "@";
  private final Report report = new Report("kill");
  private final Random random = new Random(SEED);
  private final Path folder;

  private KillBench(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    if (args.length > 0) {
      work(Path.of(args[0]), args[1], args.length > 2 ? new Season(args[2], WEEKS) : null);
      return;
    }
    var folder = OwnHouse.folder("kill");
    try {
      new KillBench(folder).run();
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private void run() throws Exception {
    var rail = whole("prepare");
    int killed = 0;
    for (int i = 0; i < KILLS; i++) {
      killed += killed(rail) ? 1 : 0;
    }
    whole("bill", rail);
    var sound = whole("check", rail);
    var control = whole("prepare-control");
    whole("tear", control);
    var torn = whole("check", control);
    report.fact("seed", SEED);
    report.fact("weeks", WEEKS);
    report.fact("bills, releases, lines, sums", sound);
    report.fact("the same of the control", torn);
    report.atLeast("runs that were killed", killed, KILLS * 0.9);
    report.limit("differences after them", sound.equals(expected(WEEKS)) ? 0 : 1, 0);
    report.atLeast("differences in the control", torn.equals(expected(CONTROL)) ? 0 : 1, 1);
    report.end();
  }

  /** Whether it was still at work when it was killed. */
  private boolean killed(String rail) throws Exception {
    var process = child("bill", rail);
    try (var lines = process.inputReader()) {
      said(lines); // that it begins
      Thread.sleep(random.nextInt(LONGEST));
      boolean alive = process.isAlive();
      process.destroyForcibly().waitFor();
      return alive;
    }
  }

  /** What a run that is left alone says last. */
  private String whole(String... what) throws Exception {
    var process = child(what);
    try (var lines = process.inputReader()) {
      var last = said(lines);
      for (var next = said(lines); !next.isEmpty(); next = said(lines)) {
        last = next;
      }
      if (process.waitFor() != 0) {
        throw new IllegalStateException(what[0] + " failed; see " + folder.resolve("errors.log"));
      }
      return last;
    }
  }

  private Process child(String... what) throws IOException {
    var command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseCompactObjectHeaders",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                KillBench.class.getName(),
                folder.toString()));
    command.addAll(List.of(what));
    return new ProcessBuilder(command).redirectError(folder.resolve("errors.log").toFile()).start();
  }

  /** The next thing it says, or nothing where it has ended. */
  private static String said(BufferedReader lines) {
    try {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(SAID)) {
          return line.substring(SAID.length());
        }
      }
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String expected(int weeks) {
    return List.of(
            (long) weeks, (long) weeks, (long) weeks, 0L, weeks * 10_800L, weeks * 1_800L, 0L)
        .toString();
  }

  // What a child does.

  private static void work(Path data, String what, Season season) {
    try (var context = OwnHouse.in(data)) {
      var weeks = context.getBean(ManyWeeks.class);
      switch (what) {
        case "prepare" -> say(prepared(weeks, WEEKS));
        case "prepare-control" -> say(prepared(weeks, CONTROL));
        case "tear" -> say("" + weeks.tear(season));
        case "check" -> say(checked(context, weeks, season));
        case "bill" -> {
          say("begins");
          while (weeks.billSet()) {
            Thread.onSpinWait();
          }
        }
        default -> throw new IllegalArgumentException(what);
      }
    }
  }

  private static String prepared(ManyWeeks weeks, int many) {
    var season = weeks.due(many);
    weeks.deposits(season).forEach(weeks::post);
    return season.rail();
  }

  private static String checked(
      ConfigurableApplicationContext context, ManyWeeks weeks, Season season) {
    context.getBean(Ledger.class).chain();
    var all = new java.util.ArrayList<Long>(weeks.billed(season));
    all.add(weeks.sum(season, "ESCROW", ""));
    all.add(weeks.sum(season, "PAYABLE_HELD", ":Held"));
    all.add(weeks.sum(season, "FEES", ""));
    all.add((long) context.getBean(Examination.class).examine().size());
    return all.toString();
  }

  private static void say(String what) {
    System.out.println(SAID + what);
  }
}

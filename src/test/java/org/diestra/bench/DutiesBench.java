package org.diestra.bench;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * What the tools of the duties cost where there is much: a month with {@code BENCH_POSTS} (2 000)
 * posts, the balance sheet over {@code BENCH_ENTRIES} (100 000) entries, a page of a table of
 * {@code BENCH_ROWS} (1 000 000) rows filtered in several ways, and {@code BENCH_BROUGHT} (200 000)
 * rows brought in by a file, CSV and XLSX: all through the pages, as people do it.
 */
final class DutiesBench {
  private static final int POSTS = OwnHouse.setting("BENCH_POSTS", 2_000);
  private static final int ENTRIES = OwnHouse.setting("BENCH_ENTRIES", 100_000);
  private static final int ROWS = OwnHouse.setting("BENCH_ROWS", 1_000_000);
  private static final int BROUGHT = OwnHouse.setting("BENCH_BROUGHT", 200_000);
  private static final int FAULTY = 37;
  private static final int CONNECTIONS = 4;
  private static final int ROUNDS = 3;
  private static final Duration WARM_UP = Duration.ofSeconds(OwnHouse.setting("BENCH_WARM_UP", 15));
  private static final Duration TURN = Duration.ofSeconds(4);
  private static final double MOST_CPU = 10; // ms a page
  private static final double MOST_SECONDS = 60;
  private static final double MOST_GROWTH = 64; // MB

  /** Each has many rows, both have few: no index leads to them, so it is told and not bounded. */
  private static final String WEAK = "two weak conditions, by name";

  private static final Pattern DONE = Pattern.compile("(?s)id=\"intake\".*?/undoing\"");

  /** Some rows are in, or all. */
  private static final Pattern COMING =
      Pattern.compile("(?s)id=\"intake\".*?(<progress[^>]* value=\"[1-9]|/undoing\")");

  private static final Pattern CHECKED = Pattern.compile("(?s)id=\"intake\".*?/run\"");
  private final Report report;
  private final Served house;
  private final Visitor client;
  private final Path folder;

  private DutiesBench(Report report, Served house, Visitor client, Path folder) {
    this.report = report;
    this.house = house;
    this.client = client;
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    var report = new Report("duties");
    var folder = Files.createTempDirectory("duties-bench");
    try (var house = Served.house();
        var client = new Visitor(house.address())) {
      new DutiesBench(report, house, client, folder).run();
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
    report.end(); // with nothing open: it may end the program
  }

  private void run() throws Exception {
    client.signIn("client@demo.test", Market.PASSWORD);
    var table = bring();
    var room = table.substring(0, table.indexOf("/data/"));
    try (var data = new DutiesData(house.database())) {
      data.rows(table.substring(table.lastIndexOf('/') + 1), ROWS);
      data.posts(room.substring(room.lastIndexOf('/') + 1), POSTS);
      data.entries(room.substring(room.lastIndexOf('/') + 1), ENTRIES);
    }
    report.fact("rows of the table", ROWS);
    report.fact("posts of the month", POSTS);
    report.fact("entries of the books", ENTRIES);
    var pages = new LinkedHashMap<String, String>();
    pages.put("a month", room + "/publishing?view=month&at=" + DutiesData.MONTH);
    pages.put(
        "the balance sheet", room + "/books/reports/balance?year=" + DutiesData.MONTH.getYear());
    pages.put("the table", table);
    pages.put("one of 500 towns", table + "?field=2&sort=is&value=Town 77");
    pages.put("a town and days, by name", table + "?by=1&field=2&sort=is&value=Town 77" + DAYS);
    pages.put("days, by rank", table + "?by=5&down=true" + DAYS);
    pages.put(WEAK, table + "?by=1" + DAYS + "&field=5&sort=to&value=3");
    pages.put("a word", table + "?q=w1234x");
    pages.replaceAll((name, path) -> path.replace(" ", "%20"));
    for (var page : pages.entrySet()) {
      report.fact("gzip bytes of " + page.getKey(), client.weigh(page.getValue()));
    }
    var cost = new LinkedHashMap<String, double[]>();
    pages.forEach((name, path) -> cost.put(name, new double[2]));
    for (int round = 0; round <= ROUNDS; round++) {
      for (var page : pages.entrySet()) {
        double before = house.cpu();
        var seen = Crowd.ask(askers(page.getValue()), round == 0 ? WARM_UP : TURN);
        if (round > 0) {
          cost.get(page.getKey())[0] += house.cpu() - before;
          cost.get(page.getKey())[1] += seen.count();
        }
      }
    }
    cost.forEach((name, c) -> {
      double cpu = 1_000 * c[0] / c[1];
      if (name.equals(WEAK)) {
        report.fact(name + ", CPU ms", cpu);
      } else {
        report.limit(name + ", CPU ms", cpu, MOST_CPU);
      }
    });
  }

  private static final String DAYS =
      "&field=3&sort=from&value=2025-03-01&field=3&sort=to&value=2025-06-30";

  private List<Crowd.Asker> askers(String path) {
    return Stream.generate(() -> (Crowd.Asker) () -> client.weigh(path))
        .limit(CONNECTIONS)
        .toList();
  }

  /** Brings a text and then what was exported of it; answers the first table's address. */
  private String bring() throws Exception {
    var text = folder.resolve("rows.csv");
    write(text);
    var first = opened("First");
    report.fact("rows brought in", BROUGHT);
    measure("CSV", first, text, FAULTY);
    var workbook = folder.resolve("rows.xlsx");
    long begun = System.nanoTime();
    client.keep(first + "/export.xlsx", workbook);
    report.fact("seconds to export XLSX", (System.nanoTime() - begun) / 1_000_000_000.0);
    measure("XLSX", opened("Second"), workbook, 0);
    return first;
  }

  private static void write(Path file) throws Exception {
    try (var out = Files.newBufferedWriter(file)) {
      out.write("Name;Town;Since;Credit;Rank;Remark\n");
      for (int i = 0; i < BROUGHT; i++) {
        boolean faulty = i % (BROUGHT / FAULTY) == 1 && i / (BROUGHT / FAULTY) < FAULTY;
        out.write(
            "Supplier %d;Town %d;%s;%s;%d;w%dx of %d\n"
                .formatted(
                    i,
                    i * 7919L % 500,
                    LocalDate.of(2020, 1, 1).plusDays(i * 31L % 2_500),
                    faulty ? "much" : i % 9_000 + ",50",
                    i % 100,
                    i % 20_000,
                    i));
      }
    }
  }

  private String opened(String name) throws Exception {
    var home = client.get("/w").body();
    var room = Pattern.compile("href=\"(/w/[0-9A-Za-z]{22})[\"/]").matcher(home);
    if (!room.find()) {
      throw new IllegalStateException("no workspace at /w");
    }
    var fields = new LinkedHashMap<String, String>();
    fields.put("name", name);
    var kinds = List.of("text", "text", "date", "money", "number", "text");
    var names = List.of("Name", "Town", "Since", "Credit", "Rank", "Remark");
    for (int i = 0; i < kinds.size(); i++) {
      fields.put("fields-" + i, names.get(i));
      fields.put("kinds-" + i, kinds.get(i));
    }
    return client.send(client.get(room.group(1) + "/data/new"), fields).at().getPath();
  }

  private void measure(String kind, String table, Path file, int faulty) throws Exception {
    report.fact("megabytes of the " + kind, Files.size(file) / 1_000_000.0);
    long before = house.heldMegabytes();
    double cpu = house.cpu();
    long begun = System.nanoTime();
    var page = client.bring(client.get(table + "/imports"), file);
    var decimal = kind.equals("CSV") ? Map.of("decimal", ",") : Map.<String, String>of();
    page = client.send(page, decimal);
    page = awaited(page, CHECKED);
    long checked = System.nanoTime();
    page = client.send(page, Map.of());
    page = awaited(page, COMING);
    long during = house.heldMegabytes();
    page = awaited(page, DONE);
    double seconds = (System.nanoTime() - begun) / 1e9;
    report.fact("seconds to try the " + kind + " out", (checked - begun) / 1e9);
    report.fact(
        "held before, meanwhile, after, MB", before + ", " + during + ", " + house.heldMegabytes());
    long listed =
        Pattern.compile("class=\"intake-typed\">much<").matcher(page.body()).results().count();
    if (listed != faulty) {
      throw new IllegalStateException(listed + " faults are listed, not " + faulty);
    }
    report.fact("seconds to bring the " + kind + " in", seconds);
    boolean busy = report.busy(); // others have the processors, too
    report.limit(
        (busy ? "seconds of CPU (busy machine), " : "seconds, ") + kind,
        busy ? house.cpu() - cpu : seconds,
        MOST_SECONDS);
    report.limit("MB held more meanwhile, " + kind, during - before, MOST_GROWTH);
  }

  /** Asks for the page again and again, as it does itself, until it says so. */
  private Visitor.Answer awaited(Visitor.Answer page, Pattern sign) {
    var path = page.at().getPath();
    return await()
        .atMost(Duration.ofMinutes(20))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> client.get(path),
            now -> {
              if (now.body().contains("note-box")) {
                throw new IllegalStateException("it was not read: " + now.at());
              }
              return sign.matcher(now.body()).find();
            });
  }
}

package org.diestra.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The table on the screen and {@code bench/results/<name>.json}, with what was to be reached. */
final class Report {
  private final String name;
  private final Map<String, Object> facts = new LinkedHashMap<>();
  private final List<Map<String, Object>> rows = new ArrayList<>();
  private final double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  private boolean reached = true;

  Report(String name) {
    this.name = name;
    System.out.printf("%n%s%n", name);
    fact("processors", Runtime.getRuntime().availableProcessors());
    fact("load when it began", rounded(load));
  }

  /** Something about the run: sizes, times, settings. */
  void fact(String key, Object value) {
    facts.put(key, value);
    System.out.printf("  %-34s %s%n", key, value);
  }

  void heading() {
    System.out.printf(
        "  %-34s %9s %9s %9s %9s %9s%n", "", "rounds", "p50 ms", "p99 ms", "CPU ms", "CPU p99");
  }

  void row(Timing timing) {
    var row = new LinkedHashMap<String, Object>();
    row.put("name", timing.name());
    row.put("rounds", timing.count());
    row.put("p50_ms", rounded(timing.percentile(0.5)));
    row.put("p99_ms", rounded(timing.percentile(0.99)));
    row.put("cpu_ms", rounded(timing.cpu()));
    row.put("cpu_p99_ms", rounded(timing.cpuPercentile(0.99)));
    rows.add(row);
    System.out.printf(
        Locale.ROOT,
        "  %-34s %9d %9.3f %9.3f %9.3f %9.3f%n",
        timing.name(),
        timing.count(),
        timing.percentile(0.5),
        timing.percentile(0.99),
        timing.cpu(),
        timing.cpuPercentile(0.99));
  }

  /** Others work on this machine: a wall clock measures them, CPU time still measures us. */
  boolean busy() {
    return load > Runtime.getRuntime().availableProcessors();
  }

  /** What must hold for the benchmark to pass. */
  void limit(String what, double value, double most) {
    judge(what, value, value <= most, "at most", most);
  }

  /** The same for what should be large. */
  void atLeast(String what, double value, double least) {
    judge(what, value, value >= least, "at least", least);
  }

  private void judge(String what, double value, boolean kept, String bound, double aim) {
    reached &= kept;
    facts.put(what, rounded(value));
    facts.put(what + ", " + bound, aim);
    System.out.printf(
        Locale.ROOT,
        "  %s %s: %.2f (%s %.2f)%n",
        kept ? "reached" : "MISSED ",
        what,
        value,
        bound,
        aim);
  }

  /** Writes the file; ends the program with 1 where a limit was missed. */
  void end() throws IOException {
    var folder = Files.createDirectories(Path.of("bench", "results"));
    var all = new LinkedHashMap<String, Object>();
    all.put("benchmark", name);
    all.put("facts", facts);
    all.put("rows", rows);
    all.put("reached", reached);
    var json = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();
    Files.writeString(folder.resolve(name + ".json"), json.writeValueAsString(all) + "\n");
    if (!reached) {
      System.exit(1);
    }
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}

package org.diestra.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.Fluency.Level;
import org.diestra.platform.search.Criteria;
import org.diestra.platform.search.Criteria.Sort;
import org.diestra.platform.search.Facet;
import org.diestra.platform.search.Kind;
import org.diestra.platform.search.Measure;
import org.diestra.platform.search.Warehouse;
import org.springframework.util.FileSystemUtils;

/**
 * Searches over {@code BENCH_PROFILES} made-up profiles (100,000): 20 results and two counted
 * facets, in a mix of words from rare to none, all classes by turns.
 */
final class SearchBench {
  private static final Duration WARM_UP = Duration.ofSeconds(8);
  private static final Duration RUN = Duration.ofSeconds(20);
  private static final double MOST_P99 = 10;

  /** Held, or its level would be forgotten. */
  private static final Logger VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  private final Profiles profiles = new Profiles(7);
  private final Report report = new Report("search");
  private final Path folder;

  private SearchBench(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    VECTORS.setLevel(java.util.logging.Level.SEVERE);
    var folder = Files.createTempDirectory("search-bench");
    try {
      new SearchBench(folder).run();
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private void run() throws Exception {
    int count = OwnHouse.setting("BENCH_PROFILES", 100_000);
    try (var warehouse = new Warehouse(folder, Profiles.NOW)) {
      fill(warehouse, count);
      var classes = classes();
      var timings = new LinkedHashMap<String, Timing>();
      classes.keySet().forEach(name -> timings.put(name, new Timing(name)));
      ask(warehouse, classes, timings, WARM_UP);
      timings.values().forEach(Timing::reset);
      ask(warehouse, classes, timings, RUN);
      report.heading();
      timings.values().forEach(report::row);
      var cold = new Timing("none, facets counted anew");
      for (int i = 0; i < 20; i++) {
        cold.measure(() -> warehouse.asker().find(criteria("").build()));
      }
      report.row(cold);
      report.limit(
          report.busy() ? "worst p99 of CPU (busy machine), ms" : "worst p99, ms",
          timings.values().stream()
              .mapToDouble(t -> report.busy() ? t.cpuPercentile(0.99) : t.percentile(0.99))
              .max()
              .orElseThrow(),
          MOST_P99);
    }
    report.end();
  }

  private void fill(Warehouse warehouse, int count) throws IOException {
    var cpu = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long before = System.nanoTime();
    long cpuBefore = cpu.getProcessCpuTime();
    for (int i = 0; i < count; i++) {
      warehouse.put(profiles.next());
    }
    warehouse.commit();
    report.fact("profiles", count);
    report.fact("seconds to build", (System.nanoTime() - before) / 1_000_000_000);
    report.fact("CPU seconds to build", (cpu.getProcessCpuTime() - cpuBefore) / 1_000_000_000);
    report.fact("megabytes on disk", warehouse.bytes() / 1_000_000);
    report.fact("segments", warehouse.segments());
  }

  private void ask(
      Warehouse warehouse,
      Map<String, Supplier<Criteria.Draft>> classes,
      Map<String, Timing> timings,
      Duration time)
      throws Exception {
    var asker = warehouse.asker();
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      for (var each : classes.entrySet()) {
        var criteria = each.getValue().get().build();
        timings.get(each.getKey()).measure(() -> asker.find(criteria));
      }
    }
  }

  private Map<String, Supplier<Criteria.Draft>> classes() {
    var classes = new LinkedHashMap<String, Supplier<Criteria.Draft>>();
    classes.put("rare word", () -> criteria(profiles.rare()));
    classes.put("selective word (1 of 200)", () -> criteria("mercadillos"));
    classes.put("medium word (1 of 14)", () -> criteria("facturas"));
    classes.put("broad (7 of 10)", () -> criteria("asistente virtual"));
    classes.put("broad with filters", () -> filtered(criteria("asistente virtual")));
    classes.put("broad, hours shared", () -> shared(criteria("asistente virtual")));
    classes.put("none", () -> criteria(""));
    classes.put("broad, newest", () -> criteria("asistente virtual").sort(Sort.NEWEST));
    classes.put("broad, lowest rate", () -> criteria("asistente").sort(Sort.LOWEST_RATE));
    classes.put("a typo", () -> criteria("facturasion"));
    return classes;
  }

  private static Criteria.Draft criteria(String words) {
    return Criteria.of(Kind.ASSISTANT).words(words).count(Facet.AREA, Facet.LANGUAGE).limit(20);
  }

  private Criteria.Draft filtered(Criteria.Draft draft) {
    return draft
        .any(Facet.AREA, List.of(Area.values()[profiles.below(8)].slug()))
        .fluent(new Fluency("en", Level.values()[profiles.below(5)]))
        .atMost(Measure.HOURLY_RATE, 1000 + 100L * profiles.below(10));
  }

  private Criteria.Draft shared(Criteria.Draft draft) {
    return draft.shares(profiles.week(), 10 + profiles.below(10));
  }
}

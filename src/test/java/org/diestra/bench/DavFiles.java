package org.diestra.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.diestra.bench.DavBench.Subject;
import org.jspecify.annotations.Nullable;

/** One large file there and back, many small ones, and the list of them. */
final class DavFiles {
  private static final String ASKED =
      """
      <propfind xmlns="DAV:"><prop><getetag/><getcontentlength/><getlastmodified/>\
      <resourcetype/></prop></propfind>\
      """;
  private static final int LISTS = 5;
  private static final int MEGABYTE = 1_000_000;
  private static final double LEAST = 0.7;

  private final int megabytes = OwnHouse.setting("BENCH_MEGABYTES", 1_000);
  private final int count = OwnHouse.setting("BENCH_FILES", 1_000);
  private final Random random = new Random(7);
  private final Report report;
  private final Path large;

  /** Seconds of each thing, in each of the rounds. */
  private final Map<String, List<Double>> measured = new LinkedHashMap<>();

  private int round;

  DavFiles(Report report, Path folder) {
    this.report = report;
    this.large = folder.resolve("large");
  }

  /**
   * @param peer null where there is none
   * @return megabytes of heap that our side takes more meanwhile
   */
  double run(Subject ours, @Nullable Subject peer) throws Exception {
    report.fact("megabytes of the large file", megabytes);
    report.fact("small files", count);
    if (peer == null) {
      report.fact("nginx", "skipped: install nginx and libnginx-mod-http-dav-ext");
    }
    make();
    for (int i = 0; i <= DavBench.ROUNDS; i++) {
      turn(ours);
      if (peer != null) {
        turn(peer);
      }
      if (i == 0) {
        measured.clear(); // it warmed up
      }
    }
    tell("PUT, MB", megabytes, ours, peer);
    tell("GET, MB", megabytes, ours, peer);
    tell("PUTs of 1 kB", count, ours, peer);
    tell("PROPFIND of " + count, 1, ours, peer);
    double growth =
        Heap.growth(() -> {
          turn(ours);
          return true;
        });
    Files.delete(large);
    return growth;
  }

  private void tell(String what, int amount, Subject ours, @Nullable Subject peer) {
    double own = DavBench.middle(measured.get(ours.name() + what));
    report.fact(what + ", " + ours.name(), DavBench.rate(amount, own));
    if (peer != null) {
      double other = DavBench.middle(measured.get(peer.name() + what));
      report.fact(what + ", " + peer.name(), DavBench.rate(amount, other));
      report.atLeast(what + ", share of nginx's rate", other / own, LEAST);
    }
  }

  private void turn(Subject subject) throws Exception {
    var folder = subject.root() + "r" + round++ + "/";
    mark();
    try (var line = subject.line()) {
      line.ask("MKCOL", folder, "").good();
      time(subject, "PUT, MB", () -> line.put(folder + "large", large).good());
      time(subject, "GET, MB", () -> whole(line.drain(folder + "large").good()));
      line.ask("DELETE", folder + "large", "").good();
    }
    var small = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      var bytes = new byte[500];
      random.nextBytes(bytes);
      small.add(HexFormat.of().formatHex(bytes));
    }
    try (var line = subject.line()) {
      time(
          subject,
          "PUTs of 1 kB",
          () -> {
            for (int i = 0; i < count; i++) {
              line.ask("PUT", folder + "f" + i, small.get(i)).good();
            }
          });
      for (int i = 0; i < LISTS; i++) {
        time(subject, "PROPFIND of " + count, () -> list(line, folder));
      }
    }
  }

  private void list(DavLine line, String folder) throws IOException {
    var answer = line.ask("PROPFIND", folder, ASKED, "Depth", "1", "Content-Type", "text/xml");
    int listed = answer.good().count("href>") / 2;
    if (listed != count + 1) {
      throw new IOException(listed + " of " + (count + 1) + " are listed");
    }
  }

  private void whole(DavLine.Answer answer) throws IOException {
    if (answer.length() != (long) megabytes * MEGABYTE) {
      throw new IOException(answer.length() + " bytes came back");
    }
  }

  private void time(Subject subject, String what, Timing.Action action) throws Exception {
    measured
        .computeIfAbsent(subject.name() + what, name -> new ArrayList<>())
        .add(DavBench.seconds(action));
  }

  private void make() throws IOException {
    var bytes = new byte[MEGABYTE];
    try (var out = Files.newOutputStream(large)) {
      for (int i = 0; i < megabytes; i++) {
        random.nextBytes(bytes);
        out.write(bytes);
      }
    }
  }

  /** Other bytes than the last time, which whoever keeps the same ones once would know. */
  private void mark() throws IOException {
    try (var file = FileChannel.open(large, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.allocate(Long.BYTES).putLong(random.nextLong()).flip(), 0);
    }
  }
}

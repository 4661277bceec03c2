package org.diestra.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.diestra.People;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.programs.AppPasswords;
import org.diestra.platform.programs.Part;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Files by WebDAV beside nginx and calendars by CalDAV beside Radicale, by turns in the same run;
 * without a peer where it is not installed. The house is durable and asks for a password, nginx
 * asks for none. {@code BENCH_MEGABYTES} (1,000) of one file, {@code BENCH_FILES} (1,000) of 1 kB
 * in a folder, {@code BENCH_EVENTS} (1,000) that are put one by one into a calendar which then has
 * {@code BENCH_CALENDAR} (10,000), {@code BENCH_ROUNDS} (3) of which the middle one counts.
 */
final class DavBench {
  static final int ROUNDS = OwnHouse.setting("BENCH_ROUNDS", 3);
  private static final double MOST_HEAP = 20; // megabytes

  private DavBench() {}

  /**
   * Somebody who is measured.
   *
   * @param root of the files or of the calendar home, with its slash
   */
  record Subject(String name, int port, String authorization, String root) {
    DavLine line() {
      return new DavLine(port, authorization);
    }
  }

  public static void main(String[] args) throws Exception {
    var report = new Report("dav");
    var folder = OwnHouse.folder("dav");
    try (var house = OwnHouse.in(folder)) {
      files(report, house, folder);
      calendars(report, house, folder);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
    report.end();
  }

  private static void files(Report report, ConfigurableApplicationContext house, Path folder)
      throws Exception {
    var owner = house.getBean(People.class).client("Bench");
    var room = house.getBean(Workspaces.class).open(People.organisation(owner));
    var basic = house.getBean(AppPasswords.class).basic(owner);
    var ours = new Subject("Diestra", port(house), basic, "/dav/files/" + room + "/");
    var place = java.nio.file.Files.createDirectories(folder.resolve("nginx"));
    var nginx = Peer.nginx(place);
    try {
      var peer = nginx.map(one -> new Subject("nginx", one.port, "", "/")).orElse(null);
      report.limit(
          "heap growth with files, MB", new DavFiles(report, folder).run(ours, peer), MOST_HEAP);
    } finally {
      nginx.ifPresent(Peer::close);
      FileSystemUtils.deleteRecursively(place);
    }
  }

  private static void calendars(Report report, ConfigurableApplicationContext house, Path folder)
      throws Exception {
    var owner = house.getBean(People.class).client("Bench");
    var password = house.getBean(AppPasswords.class).of(owner, Part.CALENDARS);
    var home = "/dav/calendars/" + owner.id() + "/";
    var ours = new Subject("Diestra", port(house), basic(owner.email(), password), home);
    var place = java.nio.file.Files.createDirectories(folder.resolve("radicale"));
    var radicale = Peer.radicale(place);
    try {
      var peer =
          radicale
              .map(one -> new Subject("Radicale", one.port, basic("bench", "bench"), "/bench/"))
              .orElse(null);
      report.limit(
          "heap growth with calendars, MB", new DavCalendars(report).run(ours, peer), MOST_HEAP);
    } finally {
      radicale.ifPresent(Peer::close);
      FileSystemUtils.deleteRecursively(place);
    }
  }

  private static int port(ConfigurableApplicationContext house) {
    return ((WebServerApplicationContext) house).getWebServer().getPort();
  }

  private static String basic(String user, String password) {
    var sent = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(sent);
  }

  /** Seconds of the middle one. */
  static double middle(List<Double> seconds) {
    var sorted = seconds.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  static double seconds(Timing.Action action) throws Exception {
    long began = System.nanoTime();
    action.run();
    return (System.nanoTime() - began) / 1e9;
  }

  /** Of a second, as far as it says something. */
  static String rate(double amount, double seconds) {
    return String.format(Locale.ROOT, "%.1f/s (%.2f ms)", amount / seconds, seconds * 1000);
  }
}

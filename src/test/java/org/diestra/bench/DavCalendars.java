package org.diestra.bench;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.diestra.bench.DavBench.Subject;
import org.jspecify.annotations.Nullable;

/** Events one by one, a week of a full calendar, and what changed in it. */
final class DavCalendars {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
  private static final String HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\n";
  private static final String TAIL = "END:VCALENDAR\r\n";
  private static final String QUERY =
      """
      <C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop>\
      <D:getetag/><C:calendar-data/></D:prop><C:filter><C:comp-filter name="VCALENDAR">\
      <C:comp-filter name="VEVENT"><C:time-range start="20260601T000000Z" \
      end="20260608T000000Z"/></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>\
      """;
  private static final String SYNC =
      """
      <D:sync-collection xmlns:D="DAV:"><D:sync-token>%s</D:sync-token><D:sync-level>1\
      </D:sync-level><D:prop><D:getetag/></D:prop></D:sync-collection>\
      """;
  private static final Pattern TOKEN = Pattern.compile("<[^>]*sync-token>([^<]*)<");
  private static final int WARM_UP = 300;
  private static final int ASKS = 5;
  private static final double LEAST = 5;

  private final int events = OwnHouse.setting("BENCH_EVENTS", 1_000);
  private final int all = Math.max(events, OwnHouse.setting("BENCH_CALENDAR", 10_000));
  private final Report report;
  private final Map<String, List<Double>> measured = new LinkedHashMap<>();
  private final Map<String, Integer> found = new LinkedHashMap<>();
  private final Map<String, String> tokens = new LinkedHashMap<>();
  private int calendars;
  private int changes;

  DavCalendars(Report report) {
    this.report = report;
  }

  /**
   * @param peer null where there is none
   * @return megabytes of heap that our side takes more meanwhile
   */
  double run(Subject ours, @Nullable Subject peer) throws Exception {
    report.fact("events put", events);
    report.fact("events in the calendar", all);
    if (peer == null) {
      report.fact("Radicale", "skipped: install radicale");
    }
    var subjects = peer == null ? List.of(ours) : List.of(ours, peer);
    for (var subject : subjects) {
      put(subject, calendar(subject), 0, WARM_UP);
    }
    for (int round = 0; round < DavBench.ROUNDS; round++) {
      for (var subject : subjects) {
        var calendar = calendar(subject);
        time(subject, "PUT of events", () -> put(subject, calendar, 0, events));
      }
    }
    var full = calendar(ours);
    put(ours, full, 0, all);
    var other = peer == null ? "" : whole(peer);
    for (int i = 0; i <= ASKS * DavBench.ROUNDS; i++) {
      ask(ours, full);
      if (peer != null) {
        ask(peer, other);
      }
      if (i == 0) {
        measured.keySet().removeIf(name -> !name.endsWith("PUT of events"));
      }
    }
    tell("PUT of events", events, ours, peer);
    tell("REPORT, a week", 1, ours, peer);
    tell("sync after one change", 1, ours, peer);
    report.fact("events found in a week", found);
    if (peer != null) {
      int apart = Math.abs(found.get(ours.name()) - found.get(peer.name()));
      report.limit("events that only one side finds", apart, 0);
    }
    return Heap.growth(() -> {
      put(ours, calendar(ours), 0, events);
      for (int i = 0; i < ASKS; i++) {
        ask(ours, full);
      }
      return true;
    });
  }

  private void tell(String what, int amount, Subject ours, @Nullable Subject peer) {
    double own = DavBench.middle(measured.get(ours.name() + what));
    report.fact(what + ", " + ours.name(), DavBench.rate(amount, own));
    if (peer != null) {
      double other = DavBench.middle(measured.get(peer.name() + what));
      report.fact(what + ", " + peer.name(), DavBench.rate(amount, other));
      report.atLeast(what + ", times Radicale's rate", other / own, LEAST);
    }
  }

  private String calendar(Subject subject) throws IOException {
    var path = subject.root() + "c" + calendars++ + "/";
    try (var line = subject.line()) {
      line.ask("MKCALENDAR", path, "").good();
    }
    return path;
  }

  private static void put(Subject subject, String calendar, int from, int to) throws IOException {
    try (var line = subject.line()) {
      for (int i = from; i < to; i++) {
        put(line, calendar, i);
      }
    }
  }

  private static void put(DavLine line, String calendar, int i) throws IOException {
    var type = "text/calendar; charset=utf-8";
    var path = calendar + "b" + i + ".ics";
    line.ask("PUT", path, HEAD + event(i) + TAIL, "Content-Type", type, "If-None-Match", "*")
        .good();
  }

  /** Radicale takes a whole calendar at once, where one by one would take it many minutes. */
  private String whole(Subject peer) throws IOException {
    var path = peer.root() + "c" + calendars++ + "/";
    var text = new StringBuilder(HEAD);
    for (int i = 0; i < all; i++) {
      text.append(event(i));
    }
    try (var line = peer.line()) {
      line.ask("PUT", path, text + TAIL, "Content-Type", "text/calendar; charset=utf-8").good();
    }
    return path;
  }

  /** One an hour apart in a year, each tenth of them every week for twenty weeks. */
  private static String event(int i) {
    var start = LocalDateTime.of(2026, 1, 1, 8, 0).plusHours((i * 7L) % 8760);
    return "BEGIN:VEVENT\r\nUID:b%d@bench\r\nDTSTAMP:20260101T000000Z\r\n".formatted(i)
        + "DTSTART:%s\r\nDTEND:%s\r\n"
            .formatted(start.format(STAMP), start.plusHours(1).format(STAMP))
        + "SUMMARY:event %d\r\n%s".formatted(i, i % 10 == 0 ? "RRULE:FREQ=WEEKLY;COUNT=20\r\n" : "")
        + "END:VEVENT\r\n";
  }

  private void ask(Subject subject, String calendar) throws Exception {
    try (var line = subject.line()) {
      time(subject, "REPORT, a week", () -> week(subject, line, calendar));
      var known = tokens.get(subject.name());
      if (known == null) {
        known = token(sync(line, calendar, ""));
      }
      put(line, calendar, all + changes++);
      var token = known;
      time(subject, "sync after one change", () -> change(subject, line, calendar, token));
    }
  }

  private void week(Subject subject, DavLine line, String calendar) throws IOException {
    var answer = line.ask("REPORT", calendar, QUERY, "Depth", "1", "Content-Type", "text/xml");
    found.putIfAbsent(subject.name(), answer.good().count("BEGIN:VCALENDAR"));
  }

  private void change(Subject subject, DavLine line, String calendar, String token)
      throws IOException {
    var answer = sync(line, calendar, token);
    if (answer.count("href>") != 2) {
      throw new IOException(subject.name() + " tells of " + answer.count("href>") / 2 + " changes");
    }
    tokens.put(subject.name(), token(answer));
  }

  private static DavLine.Answer sync(DavLine line, String calendar, String token)
      throws IOException {
    return line.ask(
            "REPORT", calendar, SYNC.formatted(token), "Depth", "0", "Content-Type", "text/xml")
        .good();
  }

  private static String token(DavLine.Answer answer) throws IOException {
    var found = TOKEN.matcher(answer.body());
    if (!found.find()) {
      throw new IOException("no token: " + answer.body());
    }
    return found.group(1);
  }

  private void time(Subject subject, String what, Timing.Action action) throws Exception {
    measured
        .computeIfAbsent(subject.name() + what, name -> new ArrayList<>())
        .add(DavBench.seconds(action));
  }
}

package org.diestra.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What three pages cost the house and its database: a job, an assistant, the comparison of 25 bids;
 * beside a bare Tomcat that answers as many bytes, by turns in the same run. Eight connections.
 */
final class PageBench {
  private static final int CONNECTIONS = 8;
  private static final int ROUNDS = 3;
  private static final Duration WARM_UP = Duration.ofSeconds(40);
  private static final Duration TURN = Duration.ofSeconds(5);
  private static final double MOST_CPU = 2.5;
  private static final double LEAST_OF_PEER = 0.25;

  private final Report report = new Report("page");

  /** One page: who looks at it, and what was seen so far. */
  private static final class Subject {
    final String path;
    final List<Visitor> visitors;
    int bytes;
    int count;
    double cpu;
    double seconds;
    int peerCount;
    double peerCpu;
    double peerSeconds;

    Subject(String path, List<Visitor> visitors) {
      this.path = path;
      this.visitors = visitors;
    }
  }

  private PageBench() {}

  public static void main(String[] args) throws Exception {
    new PageBench().run();
  }

  private void run() throws Exception {
    try (var house = Served.house();
        var peer = Served.peer(BareTomcat.class);
        var client = new Visitor(house.address())) {
      client.signIn(Market.CLIENT, Market.PASSWORD);
      var job = Market.job(client);
      Market.bids(house.address(), job, 25).forEach(Visitor::close);
      var guests = visitors(house.address());
      var subjects = new LinkedHashMap<String, Subject>();
      subjects.put("a job", new Subject(job, guests));
      subjects.put("an assistant", new Subject(assistant(client), guests));
      subjects.put(
          "the comparison of 25 bids",
          new Subject(job + "/bids", Stream.generate(() -> client).limit(CONNECTIONS).toList()));
      for (var subject : subjects.values()) {
        subject.bytes = subject.visitors.getFirst().weigh(subject.path);
        Crowd.ask(askers(subject.visitors, subject.path), WARM_UP);
        Crowd.ask(askers(visitors(peer.address()), "/" + subject.bytes), Duration.ofSeconds(3));
      }
      for (int round = 0; round < ROUNDS; round++) {
        for (var subject : subjects.values()) {
          turn(subject, house, peer);
        }
      }
      subjects.forEach(this::tell);
    }
    report.end();
  }

  private static void turn(Subject subject, Served house, Served peer) throws Exception {
    double before = house.cpu();
    var seen = Crowd.ask(askers(subject.visitors, subject.path), TURN);
    subject.cpu += house.cpu() - before;
    subject.count += seen.count();
    subject.seconds += seen.seconds();
    before = peer.cpu();
    var bare = Crowd.ask(askers(visitors(peer.address()), "/" + subject.bytes), TURN);
    subject.peerCpu += peer.cpu() - before;
    subject.peerCount += bare.count();
    subject.peerSeconds += bare.seconds();
  }

  private void tell(String name, Subject subject) {
    double cpu = 1000 * subject.cpu / subject.count;
    double peer = 1000 * subject.peerCpu / subject.peerCount;
    double rate = subject.count / subject.seconds;
    double ratio = rate / (subject.peerCount / subject.peerSeconds);
    report.fact(
        name,
        String.format(
            Locale.ROOT,
            "%.1f kB gzip, %.0f/s, CPU %.2f ms (bare Tomcat %.3f ms, %.0f/s)",
            subject.bytes / 1000.0,
            rate,
            cpu,
            peer,
            subject.peerCount / subject.peerSeconds));
    report.limit(name + ", CPU ms", cpu, MOST_CPU);
    report.atLeast(name + ", share of a bare Tomcat's rate", ratio, LEAST_OF_PEER);
  }

  private static String assistant(Visitor client) throws Exception {
    var list = client.get("/assistants").body();
    var link = Pattern.compile("href=\"(/assistants/[a-z0-9-]+)\"").matcher(list);
    if (!link.find()) {
      throw new IllegalStateException("nobody at /assistants");
    }
    return link.group(1);
  }

  private static List<Visitor> visitors(String address) {
    var visitors = new ArrayList<Visitor>();
    for (int i = 0; i < CONNECTIONS; i++) {
      visitors.add(new Visitor(address));
    }
    return visitors;
  }

  private static List<Crowd.Asker> askers(List<Visitor> visitors, String path) {
    return visitors.stream().map(visitor -> (Crowd.Asker) () -> visitor.weigh(path)).toList();
  }
}

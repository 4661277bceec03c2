package org.diestra.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.accounts.NewPerson;
import org.diestra.platform.accounts.PersonAuthentication;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.live.Live;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.util.FileSystemUtils;

/**
 * {@code BENCH_CLIENTS} idle lines (10,000), ten for each person, on the whole house and its
 * PostgreSQL, and {@code BENCH_RATE} messages a second (100), each for the ten lines of two people,
 * for {@code BENCH_SECONDS} (20). Memory is the heap that a line takes after a collection; the way
 * is from before the transaction to the other process's hands.
 */
final class LiveBench {
  private static final int LINES_EACH = 10;
  private static final double MOST_KILOBYTES = 25;
  private static final double MOST_P99 = 250; // milliseconds

  private final int clients = OwnHouse.setting("BENCH_CLIENTS", 10_000);
  private final int rate = OwnHouse.setting("BENCH_RATE", 100);
  private final int seconds = OwnHouse.setting("BENCH_SECONDS", 20);
  private final Report report = new Report("live");
  private final Path folder;

  private LiveBench(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    var folder = OwnHouse.folder("live");
    try {
      new LiveBench(folder).run();
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private void run() throws Exception {
    try (var context = OwnHouse.in(folder, "--diestra.database.durable=false")) {
      var people = people(context);
      var cookies = folder.resolve("cookies");
      Files.write(cookies, cookies(context, people));
      measure(context, people, cookies);
    }
    report.end();
  }

  private List<PersonId> people(ConfigurableApplicationContext context) {
    var accounts = context.getBean(Accounts.class);
    var people = new ArrayList<PersonId>();
    for (int i = 0; i < Math.max(2, clients / LINES_EACH); i++) {
      people.add(
          accounts.open(
              new NewPerson(
                  new EmailAddress("bench" + i + "@example.org"),
                  "Bench " + i,
                  Locale.of("en"),
                  ZoneId.of("Europe/Madrid"),
                  Currency.getInstance("EUR"),
                  true,
                  null)));
    }
    return people;
  }

  private static List<String> cookies(
      ConfigurableApplicationContext context, List<PersonId> people) {
    SessionRepository<?> sessions = context.getBean(SessionRepository.class);
    return people.stream().map(person -> cookie(sessions, person)).toList();
  }

  private static <S extends Session> String cookie(SessionRepository<S> sessions, PersonId person) {
    var session = sessions.createSession();
    session.setAttribute(
        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
        new SecurityContextImpl(new PersonAuthentication(person)));
    sessions.save(session);
    return Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8));
  }

  private void measure(ConfigurableApplicationContext context, List<PersonId> people, Path cookies)
      throws Exception {
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    long before = heap();
    long begun = System.nanoTime();
    var crowd = crowd(port, cookies);
    try (var says =
        new BufferedReader(new InputStreamReader(crowd.getInputStream(), StandardCharsets.UTF_8))) {
      var opened = numbers(says.readLine());
      report.fact("lines", opened.get("open"));
      report.fact("lines that broke", opened.get("broken"));
      report.fact("seconds to connect", (System.nanoTime() - begun) / 1_000_000_000);
      long each = (heap() - before) / Math.max(1, opened.get("open"));
      int sent = tell(context.getBean(Live.class), people);
      TimeUnit.SECONDS.sleep(3); // for the last ones on their way
      crowd.getOutputStream().write("end\n".getBytes(StandardCharsets.UTF_8));
      crowd.getOutputStream().flush();
      conclude(numbers(says.readLine()), sent, each / 1000.0);
    } finally {
      crowd.destroyForcibly();
    }
  }

  private void conclude(Map<String, Long> heard, int sent, double kilobytes) {
    report.fact("messages", sent);
    report.fact("events heard", heard.get("heard"));
    report.fact("p50, ms", heard.get("p50") / 1_000_000);
    report.fact("slowest, ms", heard.get("most") / 1_000_000);
    report.limit("kB of heap a line", kilobytes, MOST_KILOBYTES);
    report.limit("p99 of the way, ms", heard.get("p99") / 1e6, MOST_P99);
    report.limit("events lost", 2L * LINES_EACH * sent - heard.get("heard"), 0);
    report.limit("events out of order or twice", heard.get("disorder"), 0);
    report.limit("lines broken", heard.get("broken"), 0);
  }

  private int tell(Live live, List<PersonId> people) throws InterruptedException {
    var next = new AtomicInteger();
    try (var threads = Executors.newScheduledThreadPool(4)) {
      threads.scheduleAtFixedRate(
          () -> threads.execute(() -> tell(live, people, next.getAndIncrement())),
          0,
          1_000_000 / rate,
          TimeUnit.MICROSECONDS);
      TimeUnit.SECONDS.sleep(seconds);
    }
    return next.get();
  }

  private static void tell(Live live, List<PersonId> people, int n) {
    var key = Long.toString(System.nanoTime(), Character.MAX_RADIX);
    int half = people.size() / 2;
    live.tell(List.of(people.get(n % half), people.get(half + n % half)), "bench", key);
  }

  private Process crowd(int port, Path cookies) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            LiveCrowd.class.getName(),
            String.valueOf(port),
            cookies.toString(),
            String.valueOf(clients))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** What is held, after a collection. */
  private static long heap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      TimeUnit.MILLISECONDS.sleep(300);
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Words and numbers by turns. */
  private static Map<String, Long> numbers(String line) {
    var words = String.valueOf(line).split(" ");
    var found = new HashMap<String, Long>();
    for (int i = 0; i + 1 < words.length; i += 2) {
      found.put(words[i], Long.valueOf(words[i + 1]));
    }
    return found;
  }
}

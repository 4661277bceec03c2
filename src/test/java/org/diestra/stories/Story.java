package org.diestra.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.FilePayload;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.diestra.Chromium;
import org.diestra.OpenSessions;
import org.diestra.People;
import org.diestra.hiring.jobs.PostedJobs;
import org.diestra.hiring.proposals.SentBids;
import org.diestra.hiring.talent.Assistants;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.Row;
import org.diestra.platform.mail.LastMail;
import org.diestra.platform.page.Pages;
import org.diestra.platform.timers.ClockMover;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What all stories share: one browser, a window for each person, and what people do again and
 * again. No page of a story may write an error to the console, and no event may be left unheard.
 */
abstract class Story {
  static final String PASSWORD = "cuatro mesas verdes lentas";
  private static final double PATIENCE = 60_000; // milliseconds
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static Chromium chromium;
  private final List<BrowserContext> windows = new ArrayList<>();
  private Instant began = Instant.MAX;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @Autowired ClockMover mover;
  @Autowired OpenSessions sessions;
  @Autowired People people;
  @Autowired Assistants assistants;
  @Autowired PostedJobs jobs;
  @Autowired SentBids bids;
  @Autowired Pages pages;

  @BeforeAll
  static void openTheBrowser() {
    chromium = Chromium.open();
  }

  @AfterAll
  static void closeTheBrowser() {
    chromium.close();
  }

  @BeforeEach
  void begin() {
    began = clock.instant();
  }

  @AfterEach
  void noPageComplained() {
    windows.forEach(BrowserContext::close);
    windows.clear();
    assertThat(chromium.complaints()).isEmpty();
  }

  /** Whoever listens to what the story has set going has heard it, without a failure in the end. */
  @AfterEach
  void noEventIsLeftUnheard() {
    await("every event is heard", () -> unheard() == 0);
  }

  private int unheard() {
    return jdbc.sql(
            """
            select count(*) from timers.event_publication
            where completion_date is null and publication_date >= :began
            """)
        .param("began", Row.at(began))
        .query(Integer.class)
        .single();
  }

  /** A browser at a network address of its own, in which nobody is signed in. */
  Window guest(Way way) {
    int count = COUNT.incrementAndGet();
    var address = "198.19." + count / 250 + "." + (count % 250 + 1);
    var context =
        chromium.context(o ->
            o.setLocale(way.locale())
                .setJavaScriptEnabled(way.scripts())
                .setExtraHTTPHeaders(Map.of("X-Forwarded-For", address)));
    context.setDefaultTimeout(PATIENCE);
    windows.add(context);
    return new Window(context.newPage(), way, "http://localhost:" + port, pages);
  }

  /** The same, where somebody has just signed in. */
  Window window(Way way, Viewer viewer) {
    var window = guest(way);
    admit(window, viewer);
    return window;
  }

  /** From now on the window is that person's. */
  void admit(Window window, Viewer viewer) {
    sessions.signIn(window.page().context(), viewer.id(), window.at("/"));
  }

  /** The owner of a new business in Madrid. */
  Viewer client(Way way, String name) {
    return people.open(name, way.language(), "Europe/Madrid", false, name + " & Co");
  }

  /** Somebody in Bogotá whose profile says nothing yet. */
  Viewer newcomer(Way way, String name) {
    return people.open(name, way.language(), "America/Bogota", true, null);
  }

  /** A bookkeeper in Bogotá with a public profile, for 12.00 EUR an hour. */
  Viewer bookkeeper(Way way, String name) {
    return assistants.published(newcomer(way, name), Area.BOOKKEEPING, Money.of(1200, "EUR"));
  }

  /** Through the form and the link in the letter; ends at home. */
  String signUp(Window window, String as, String name) {
    var email = UUID.randomUUID() + "@example.org";
    window.open("/signup");
    window.choose("as", as);
    window.fill("name", name);
    if (as.equals("client")) {
      window.fill("organisation", "Librería <b>El Faro</b>");
    }
    window.fill("email", email);
    window.fill("password", PASSWORD);
    window.forward();
    window.shows(email);
    window.open(letter(email).link("/signup/confirm/"));
    window.forward();
    assertThat(window.path()).isEqualTo("/home");
    return email;
  }

  /** With the password alone; where that leads depends on what else the person has set up. */
  void signIn(Window window, String email, String password) {
    window.open("/login");
    window.fill("email", email);
    window.fill("password", password);
    window.forward();
  }

  /** By the link in the letter; ends at the sign-in. */
  void reset(Window window, String email, String password) {
    window.open("/reset");
    window.fill("email", email);
    window.forward();
    window.open(letter(email).link("/reset/"));
    window.fill("password", password);
    window.fill("again", password);
    window.forward();
    assertThat(window.path()).isEqualTo("/login");
  }

  /** The last part of the address of somebody's profile. */
  String handle(Viewer viewer) {
    return jdbc.sql("select handle from talent.profile where person = :person")
        .param("person", viewer.id().value())
        .query(String.class)
        .single();
  }

  LastMail letter(String email) {
    return LastMail.to(jdbc, email).orElseThrow();
  }

  LocalDate inDays(int days) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days);
  }

  static FilePayload file(String name, byte[] bytes) {
    return new FilePayload(name, "application/octet-stream", bytes);
  }

  /** A word that nobody else's things have: ten letters, as a digit would look like a number. */
  static String rareWord() {
    var word = new StringBuilder();
    UUID.randomUUID()
        .toString()
        .replace("-", "")
        .substring(0, 10)
        .chars()
        .forEach(c -> word.append((char) (c <= '9' ? c - '0' + 'g' : c)));
    return word.toString();
  }

  /** Tries again for as long as a person would wait. */
  static void await(String what, BooleanSupplier met) {
    long patient = System.nanoTime() + (long) (PATIENCE * 1_000_000);
    while (!met.getAsBoolean()) {
      assertThat(System.nanoTime()).as("%s, within a minute", what).isLessThan(patient);
    }
  }
}

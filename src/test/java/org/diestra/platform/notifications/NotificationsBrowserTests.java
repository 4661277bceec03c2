package org.diestra.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.diestra.Chromium;
import org.diestra.HouseTest;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.accounts.NewPerson;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.mail.LastMail;
import org.diestra.platform.signin.SignUps;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * News as people meet it: on the bell, in the list, in their mail program; with scripts or none.
 */
@Tag("browser")
@HouseTest
class NotificationsBrowserTests {
  private static final String PASSWORD = "cuatro mesas verdes lentas";
  private static Chromium chromium;
  @LocalServerPort private int port;
  @Autowired private SignUps signUps;
  @Autowired private Accounts accounts;
  @Autowired private Notifications notifications;
  @Autowired private JdbcClient jdbc;

  @BeforeAll
  static void open() {
    chromium = Chromium.open();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @AfterEach
  void noPageComplained() {
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void theBellCountsAndMarkingCountsAnew() {
    var person = person("Ana", "en");
    tell(person, 3);
    var page = signIn(person, o -> o);
    page.navigate(at("/notifications"));
    await(() -> page.locator(".bell .count").innerText().equals("3"));
    page.locator(".notice.new button").first().click();
    await(() -> page.locator(".notice.new").count() == 2);
    await(() -> page.locator(".bell .count").innerText().equals("2"));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mark all as read"))
        .click();
    assertThat(page.locator(".notice.new").count()).isZero();
  }

  @Test
  void itWorksWithoutScripts() {
    var person = person("Luz", "es");
    tell(person, 2);
    var page = signIn(person, o -> o.setJavaScriptEnabled(false));
    page.navigate(at("/notifications"));
    page.locator(".notice.new button").first().click();
    await(() -> page.locator(".notice.new").count() == 1);
    page.navigate(at("/settings/notifications"));
    page.locator("select").first().selectOption("OFF");
    page.locator("#begins").fill("22:00");
    page.locator("#ends").fill("07:00");
    page.getByText("Guardar lo elegido").click();
    assertThat(page.locator(".flash").innerText()).contains("Hemos guardado");
    assertThat(page.locator("#begins").inputValue()).isEqualTo("22:00");
  }

  @Test
  void mailIsStoppedFromItsOwnLink() {
    var person = person("Eva", "es");
    notifications.tell(
        Notice.to(person.id(), ProbeKinds.MAILED, "/home", "notifications.stop.done.text", "x"));
    await(() -> LastMail.to(jdbc, person.email()).isPresent());
    var link = LastMail.to(jdbc, person.email()).orElseThrow().link("/unsubscribe/");
    var page = chromium.context(o -> o.setLocale("es-ES")).newPage();
    page.navigate(at(link));
    assertThat(Chromium.barriers(page)).isEmpty();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Dejar de recibirlos"))
        .click();
    assertThat(page.getByRole(AriaRole.HEADING).first().innerText()).contains("Ya no recibirás");
  }

  @Test
  void nobodyIsKeptOutInAnyLightOrWidth() {
    var person = person("Olga", "en");
    accounts.makeOperator(person.id(), null);
    tell(person, 35);
    for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      var page = signIn(person, o -> o.setColorScheme(scheme));
      page.navigate(at("/operator/mail"));
      var letter = page.locator("tbody a").first().getAttribute("href");
      for (var path :
          new String[] {
            "/notifications",
            "/notifications?unread=true",
            "/settings/notifications",
            "/operator/mail",
            "/operator/timers",
            letter,
            letter + "?part=text"
          }) {
        for (int width : new int[] {320, 1280}) {
          page.setViewportSize(width, 900);
          page.navigate(at(path));
          assertThat(Chromium.barriers(page)).as("%d %s", width, scheme).isEmpty();
          assertThat(page.evaluate("document.documentElement.scrollWidth"))
              .as(path)
              .isEqualTo(width);
        }
      }
      page.context().close();
    }
  }

  private record Somebody(PersonId id, String email) {}

  private Somebody person(String name, String locale) {
    var email = UUID.randomUUID() + "@example.org";
    var person =
        new NewPerson(
            new EmailAddress(email),
            name,
            Locale.of(locale),
            ZoneId.of("Europe/Madrid"),
            Currency.getInstance("EUR"),
            true,
            null);
    return new Somebody(signUps.openConfirmed(person, PASSWORD), email);
  }

  private void tell(Somebody person, int count) {
    for (int i = 0; i < count; i++) {
      notifications.tell(
          Notice.to(
                  person.id(),
                  i % 2 == 0 ? ProbeKinds.INBOX : ProbeKinds.MAILED,
                  "/jobs/" + i,
                  "notifications.stop.done.text",
                  "no. " + i)
              .from("Marta Gil"));
    }
  }

  private Page signIn(Somebody person, UnaryOperator<NewContextOptions> options) {
    var page = chromium.context(options).newPage();
    page.navigate(at("/login"));
    page.locator("#email").fill(person.email());
    page.locator("#password").fill(PASSWORD);
    page.locator("main form button.main").click();
    assertThat(page.url()).doesNotContain("/login");
    return page;
  }

  private String at(String path) {
    return "http://localhost:" + port + path;
  }

  private static void await(BooleanSupplier done) {
    for (int i = 0; i < 800 && !done.getAsBoolean(); i++) {
      sleep();
    }
    assertThat(done.getAsBoolean()).isTrue();
  }

  private static void sleep() {
    try {
      Thread.sleep(25);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

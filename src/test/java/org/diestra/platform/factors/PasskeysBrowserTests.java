package org.diestra.platform.factors;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.time.Duration;
import org.diestra.Chromium;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.mail.LastMail;
import org.diestra.platform.signin.KnownPasswords;
import org.diestra.platform.signin.Passwords;
import org.diestra.platform.timers.ClockMover;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passkeys in a real browser, whose authenticator is a virtual one. */
@Tag("browser")
@HouseTest
class PasskeysBrowserTests {
  private static final double PATIENCE = 60_000; // milliseconds
  private static Chromium chromium;
  @LocalServerPort private int port;
  @Autowired private People people;
  @Autowired private Passwords passwords;
  @Autowired private Passkeys passkeys;
  @Autowired private CodeStore codes;
  @Autowired private ClockMover mover;
  @Autowired private Clock clock;
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
  void aPasskeyIsAddedSignsInAndProvesItAgain() {
    var ana = person(people.client("Ana"));
    var page = window("en-GB", ColorScheme.LIGHT);
    page.addInitScript("PublicKeyCredential.isConditionalMediationAvailable = async () => false");
    var keys = authenticator(page, true);
    signIn(page, ana);
    page.navigate(at("/settings/security/passkeys"));
    page.getByText("Add a passkey").click();
    page.locator("#name").fill("My <b>laptop</b>");
    press(page, "Add this passkey");
    page.waitForURL(at("/settings/security/passkeys"));
    assertThat(page.locator(".flash").innerText()).contains("“My <b>laptop</b>” is ready");
    assertThat(LastMail.to(jdbc, ana.email()).orElseThrow().kind())
        .isEqualTo("factors.passkey-added");
    var kept = passkeys.all(ana.id()).getFirst();
    assertThat(kept.usedAt()).isNull();

    page.context().clearCookies();
    page.navigate(at("/login?next=/settings/security/passkeys"));
    press(page, "Sign in with a passkey");
    page.waitForURL(at("/settings/security/passkeys"));
    assertThat(page.locator(".way-text").innerText()).contains("My <b>laptop</b>", "last used");
    assertThat(Chromium.barriers(page)).isEmpty();

    mover.moveTo(clock.instant().plus(Duration.ofMinutes(11)));
    page.getByText("Remove", new Page.GetByTextOptions().setExact(true)).click();
    press(page, "Remove this passkey");
    page.waitForURL("**/settings/security/proof?**");
    press(page, "Confirm with a passkey");
    page.waitForURL(at("/settings/security/passkeys"));
    page.getByText("Remove", new Page.GetByTextOptions().setExact(true)).click();
    press(page, "Remove this passkey");
    page.getByText("The passkey is removed.").waitFor();
    assertThat(passkeys.all(ana.id())).isEmpty();

    page.context().clearCookies();
    page.navigate(at("/login"));
    press(page, "Sign in with a passkey");
    page.getByText("This passkey did not work.").first().waitFor();
    keys.detach();
    page.context().close();
  }

  /** The browser's own list under the field: it offers the key before anything is typed. */
  @Test
  void theFieldForTheAddressOffersThePasskeyToo() {
    var luz = person(people.assistant("Luz"));
    var page = window("es-ES", ColorScheme.LIGHT);
    authenticator(page, true);
    signIn(page, luz);
    page.navigate(at("/settings/security/passkeys/new"));
    press(page, "Añadir esta llave");
    page.waitForURL(at("/settings/security/passkeys"));
    assertThat(page.locator(".way-text").innerText()).contains("Llave 1");
    page.context().clearCookies();
    page.navigate(at("/login"));
    page.waitForURL(at("/home"));
    page.context().close();
  }

  @Test
  void whoIsNotVerifiedGetsNoPasskey() {
    var ana = person(people.client("Ana"));
    var page = window("en-GB", ColorScheme.LIGHT);
    authenticator(page, false);
    signIn(page, ana);
    page.navigate(at("/settings/security/passkeys/new"));
    press(page, "Add this passkey");
    page.getByText("No passkey was made").waitFor();
    assertThat(passkeys.all(ana.id())).isEmpty();
    page.context().close();
  }

  @Test
  void withoutScriptsThereIsNoButtonAndAllElseWorks() {
    var luz = person(people.assistant("Luz"));
    var context = chromium.context(o -> o.setJavaScriptEnabled(false).setLocale("es-ES"));
    var page = context.newPage();
    signIn(page, luz);
    page.navigate(at("/settings/security/passkeys"));
    assertThat(page.getByText("Añadir una llave de acceso").isVisible()).isFalse();
    page.navigate(at("/settings/security/codes"));
    press(page, "Configurar los códigos");
    page.locator("#code").fill(code(luz));
    press(page, "Activar los códigos");
    assertThat(page.locator(".recovery li").count()).isEqualTo(10);
    var spare = page.locator(".recovery li").first().innerText();

    context.clearCookies();
    page.navigate(at("/login"));
    assertThat(page.locator("form[data-passkey]").isVisible()).isFalse();
    page.locator("#email").fill(luz.email());
    page.locator("#password").fill(Door.PASSWORD);
    page.locator("main form button.main").click();
    page.waitForURL(at("/login/code"));
    page.getByText("No tengo mi teléfono").click();
    page.locator("#code").fill(spare);
    press(page, "Entrar");
    page.waitForURL(at("/home"));
    assertThat(page.locator(".flash").innerText()).contains("Te quedan 9 códigos");
    context.close();
  }

  @Test
  void nobodyIsKeptOutInAnyLightOrWidth() {
    var ana = person(people.client("Ana"));
    for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      var page = window("en-GB", scheme);
      authenticator(page, true);
      lookAt(page, "/login");
      signIn(page, ana);
      page.navigate(at("/settings/security/codes"));
      if (codes.onSince(ana.id()).isEmpty()) {
        press(page, "Set up codes");
        page.waitForURL(at("/settings/security/codes/setup"));
      }
      for (var path :
          new String[] {
            "/settings/security",
            "/settings/security/password",
            "/settings/security/codes",
            "/settings/security/codes/setup",
            "/settings/security/passkeys",
            "/settings/security/passkeys/new",
            "/settings/security/proof?next=/settings/security"
          }) {
        lookAt(page, path);
      }
      page.context().close();
    }
  }

  private void lookAt(Page page, String path) {
    for (int width : new int[] {320, 1280}) {
      page.setViewportSize(width, 900);
      page.navigate(at(path));
      assertThat(Chromium.barriers(page)).as("%s at %d", path, width).isEmpty();
      assertThat(page.evaluate("document.documentElement.scrollWidth")).as(path).isEqualTo(width);
    }
  }

  private Page window(String locale, ColorScheme scheme) {
    BrowserContext context = chromium.context(o -> o.setLocale(locale).setColorScheme(scheme));
    var page = context.newPage();
    page.setDefaultTimeout(PATIENCE);
    return page;
  }

  /** Built in, keeps its keys findable, and says yes for its user, who may be verified or not. */
  private static CDPSession authenticator(Page page, boolean verified) {
    var session = page.context().newCDPSession(page);
    session.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", verified);
    options.addProperty("automaticPresenceSimulation", true);
    var args = new JsonObject();
    args.add("options", options);
    session.send("WebAuthn.addVirtualAuthenticator", args);
    return session;
  }

  private void signIn(Page page, Viewer viewer) {
    page.navigate(at("/login"));
    page.locator("#email").fill(viewer.email());
    page.locator("#password").fill(Door.PASSWORD);
    page.locator("main form button.main").click();
    page.waitForURL(at("/home"));
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private String code(Viewer viewer) {
    var kept = codes.find(viewer.id()).orElseThrow();
    return Totp.code(kept.secret(), Totp.step(clock.instant()));
  }

  private Viewer person(Viewer viewer) {
    KnownPasswords.set(passwords, viewer.id(), Door.PASSWORD);
    return viewer;
  }

  private String at(String path) {
    return "http://localhost:" + port + path;
  }
}

package org.diestra.hiring.assistants;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.diestra.Chromium;
import org.diestra.HouseTest;
import org.diestra.OpenSessions;
import org.diestra.hiring.talent.Assistants;
import org.diestra.hiring.talent.Talent;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Profiles and the list of them, as people use them. */
@Tag("browser")
@HouseTest
class AssistantsBrowserTests {
  private static Chromium chromium;
  @LocalServerPort private int port;
  @Autowired Assistants assistants;
  @Autowired Talent talent;
  @Autowired OpenSessions sessions;

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
  void thePublicPagesKeepNobodyOut() {
    var ana = full("Ana Torres");
    for (int width : new int[] {320, 1280}) {
      for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        for (var path : List.of("/assistants", "/assistants?q=carefully&area=bookkeeping", ana)) {
          var page = visit(path, null, o -> o.setViewportSize(width, 800).setColorScheme(scheme));
          assertThat(Chromium.barriers(page)).as("%s %d %s", path, width, scheme).isEmpty();
          assertThat(page.evaluate("document.documentElement.scrollWidth"))
              .as(path)
              .isEqualTo(width);
          page.context().close();
        }
      }
    }
  }

  @Test
  void theProfileIsFilledInWithoutScripts() {
    var nora = assistants.draft("Nora Díaz");
    var page = visit("/profile", nora, o -> o.setJavaScriptEnabled(false).setLocale("es-ES"));
    page.getByRole(AriaRole.LINK, named("Di en una línea qué haces")).click();
    page.getByLabel("En una línea, ¿qué haces?").fill("Agenda y viajes");
    save(page);
    page.getByRole(AriaRole.LINK, named("Elige al menos un área")).click();
    page.getByRole(AriaRole.LINK, named("Viajes")).click();
    page.getByLabel("¿Cuántos años").fill("4");
    save(page);
    page.navigate(at("/profile/languages"));
    page.getByLabel("Idioma 1").selectOption("es");
    page.getByLabel("Nivel 1").selectOption("NATIVE");
    save(page);
    page.getByRole(AriaRole.LINK, named("Marca tu horario habitual")).click();
    page.getByLabel("lunes: de").first().fill("8");
    page.getByLabel("lunes: a").first().fill("14");
    save(page);
    page.getByRole(AriaRole.BUTTON, button("Publicar mi perfil")).click();
    assertThat(page.locator(".flash").innerText()).contains("publicado");
    page.getByRole(AriaRole.LINK, named("Verlo como los clientes")).click();
    assertThat(page.locator("main").innerText()).contains("Agenda y viajes", "08:00–14:00");
    page.context().close();
  }

  @Test
  void theWeekIsPaintedByKeyboard() {
    var nora = assistants.draft("Nora");
    var page = visit("/profile/hours", nora, o -> o.setLocale("es-ES"));
    page.locator(".hour[tabindex='0']").focus();
    page.keyboard().press("Space");
    page.keyboard().press("Shift+ArrowRight");
    page.keyboard().press("Shift+ArrowDown");
    assertThat(page.locator(".hour[aria-pressed=true]").count()).isEqualTo(3);
    assertThat(page.getByText("3 horas a la semana").isVisible()).isTrue();
    assertThat(Chromium.barriers(page)).isEmpty();
    save(page);
    page.navigate(at("/profile/hours"));
    assertThat(page.locator(".hour[aria-pressed=true]").count()).isEqualTo(3);
    page.context().close();
  }

  private String full(String name) {
    var viewer = assistants.published(name + " " + UUID.randomUUID().toString().substring(0, 4));
    assistants.worked(viewer, YearMonth.of(2015, 2), YearMonth.of(2019, 8), true);
    assistants.serves(viewer, "A quarter of receipts", Money.of(14000, "EUR"));
    var card = talent.cards(List.of(viewer.id())).get(viewer.id());
    assertThat(card).isNotNull();
    return card.href();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.GetByRoleOptions button(String name) {
    return named(name).setExact(true);
  }

  private static void save(Page page) {
    page.getByRole(AriaRole.BUTTON, button("Guardar")).click();
  }

  private String at(String path) {
    return "http://localhost:" + port + path;
  }

  private Page visit(
      String path, @Nullable Viewer viewer, UnaryOperator<NewContextOptions> options) {
    var window = chromium.context(options);
    if (viewer != null) {
      sessions.signIn(window, viewer.id(), at("/"));
    }
    var page = window.newPage();
    page.navigate(at(path));
    return page;
  }
}

package org.diestra.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.diestra.HouseTest;
import org.diestra.platform.blobs.SampleFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From an empty profile to a public page on which nothing is missing. */
@Tag("browser")
@HouseTest
class ProfileStory extends Story {
  private static final String GUIDE = ".guide a[href='%s']";

  @ParameterizedTest
  @EnumSource
  void anAssistantShowsWhatTheyCanDo(Way way) {
    var nora = window(way, newcomer(way, "Nora Peña"));
    nora.open("/profile");
    assertThat(nora.count("form[action='/profile/publication']")).isZero();

    basics(nora);
    area(nora, "bookkeeping", "9", "Holded, Excel");
    area(nora, "travel", "3", "");
    languages(nora);
    hours(nora, way);
    history(nora);
    rate(nora);
    service(nora);
    samples(nora);
    photo(nora);
    var page = publish(nora);

    var visitor = guest(way);
    visitor.open(page);
    assertThat(visitor.text("main"))
        .contains("Cuentas claras", "Holded", "Notaría Ruiz", "Un trimestre al día", "Ordeno");
    assertThat(visitor.count(".evidence > li")).isEqualTo(2);
    visitor.shows("Facturas <b>sin</b> orden");
    sheetIsShown(visitor, way);
  }

  private void basics(Window nora) {
    nora.press(GUIDE.formatted("/profile/basics"));
    nora.fill("title", "");
    nora.fill("summary", "Ordeno **papeles** y números.");
    nora.page().locator("#title").evaluate("f => f.removeAttribute('required')");
    nora.forward();
    nora.refuses(422, "title");
    assertThat(nora.typed("summary")).contains("**papeles**");
    nora.fill("title", "Cuentas claras, plazos cumplidos");
    nora.forward();
    nora.says("talent.saved");
  }

  private void area(Window nora, String area, String years, String tools) {
    nora.open("/profile/areas");
    nora.press("a[href='/profile/areas/" + area + "']");
    nora.fill("years", years);
    nora.fill("tools", tools);
    if (tools.isEmpty()) {
      nora.fill("referenceName", "Juan Ruiz");
      nora.fill("referenceRelation", "Notario, tres años");
      nora.fill("referenceContact", "juan.ruiz@example.org");
    }
    nora.forward();
    nora.says("talent.saved");
  }

  private void languages(Window nora) {
    nora.open("/profile");
    nora.press(GUIDE.formatted("/profile/languages"));
    nora.select("language-0", "es");
    nora.select("level-0", "NATIVE");
    nora.select("language-1", "en");
    nora.select("level-1", "B2");
    nora.forward();
    nora.says("talent.saved");
  }

  /** Painted with the keyboard where scripts run, written in lines where they don't. */
  private void hours(Window nora, Way way) {
    nora.open("/profile");
    nora.press(GUIDE.formatted("/profile/hours"));
    if (way.scripts()) {
      nora.page().locator(".hour[tabindex='0']").focus();
      nora.page().keyboard().press("Space");
      nora.page().keyboard().press("Shift+ArrowRight");
      nora.page().keyboard().press("Shift+ArrowDown");
    } else {
      nora.fill("from-0", "9");
      nora.fill("to-0", "14");
    }
    nora.fill("freeHours", "20");
    nora.forward();
    nora.says("talent.saved");
  }

  private void history(Window nora) {
    nora.open("/profile/history/new");
    nora.fill("title", "Secretaria");
    nora.fill("employer", "Notaría Ruiz");
    nora.select("fromMonth", "2");
    nora.fill("fromYear", "2015");
    nora.select("toMonth", "8");
    nora.fill("toYear", "2019");
    nora.page().check("#office");
    nora.forward();
    nora.says("talent.saved");
  }

  private void rate(Window nora) {
    nora.open("/profile/rate");
    nora.fill("amount", "12,50");
    nora.forward();
    nora.says("talent.saved");
  }

  private void service(Window nora) {
    nora.open("/profile/services/new");
    nora.fill("title", "Un trimestre al día");
    nora.fill("included", "Facturas, banco e impuestos.");
    nora.fill("amount", "140");
    nora.fill("days", "10");
    nora.forward();
    nora.says("talent.saved");
  }

  /** A picture and a table; the name that was forgotten does not cost the file. */
  private void samples(Window nora) {
    nora.open("/profile/samples/new?area=bookkeeping");
    nora.bring("file", file("libro.png", SampleFiles.picture("png", 640, 480)));
    nora.page().locator("#title").evaluate("f => f.removeAttribute('required')");
    nora.choose("rights", "own");
    nora.forward();
    nora.refuses(422, "title");
    nora.shows("libro.png");
    nora.fill("title", "Libro de facturas");
    nora.forward();
    assertThat(nora.count(".sample-row")).isEqualTo(1);
    nora.press(".sample-row h2 a");
    assertThat(nora.drawn(".sample-pages img")).isTrue();

    nora.open("/profile/samples/new?area=bookkeeping");
    var table = "fecha,importe,para\n2026-01-07,\"1.250,00\"," + rareWord() + "\n";
    nora.bring("file", file("enero.csv", table.getBytes(StandardCharsets.UTF_8)));
    nora.fill("title", "Facturas <b>sin</b> orden, ordenadas");
    nora.fill("what", "Estaban en una caja.");
    nora.choose("rights", "anonymised");
    nora.forward();
    nora.says("samples.added");
  }

  private void photo(Window nora) {
    nora.open("/profile");
    nora.press(GUIDE.formatted("/settings"));
    nora.bring("photo", file("nora.png", SampleFiles.picture("png", 200, 200)));
    nora.press("form[action='/settings/photo'] button");
    nora.open("/profile");
    nora.says("talent.guide.whole");
  }

  private String publish(Window nora) {
    nora.press("form[action='/profile/publication'] button");
    nora.says("talent.published");
    nora.press("main a.button[href^='/assistants/']");
    nora.says("assistants.own");
    return nora.path();
  }

  /** In place where scripts run, on a page of its own where they don't. */
  private void sheetIsShown(Window visitor, Way way) {
    visitor.page().locator(".work summary").last().click();
    if (way.scripts()) {
      visitor.shows("1.250,00");
      visitor.look();
    } else {
      visitor.press(".work-place a");
      visitor.shows("1.250,00");
    }
  }
}

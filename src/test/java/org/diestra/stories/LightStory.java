package org.diestra.stories;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import org.diestra.HouseTest;
import org.diestra.hiring.samples.Portfolio;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Money;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.SampleFiles;
import org.diestra.platform.previews.Photos;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The first view of a public page weighs 60 kB at most, over the wire and with its headers,
 * whatever people have put there: portraits and samples are noise here, the heaviest that can come.
 */
@Tag("browser")
@HouseTest
class LightStory extends Story {
  private static final long MOST = 60_000; // bytes
  private static final int[][] SCREENS = {{360, 800}, {1280, 860}, {1920, 1080}};
  private static final int SAMPLES = 20;
  private static final int AT_ONCE = 6;
  private static final int PEOPLE = 20;

  @Autowired Portfolio portfolio;
  @Autowired Photos photos;
  @Autowired Accounts accounts;
  @Autowired Blobs blobs;
  @Autowired TransactionTemplate transactions;

  @Test
  void aProfileFullOfPhotographsIsLightAndShowsThemAll() throws IOException {
    var nora = photographed("Nora Peña");
    tellsALot(nora);
    for (int i = 0; i < SAMPLES; i++) {
      var area = i % 4 == 3 ? Area.TRAVEL : Area.BOOKKEEPING;
      portfolio.show(nora, area, i + ".png", "Feria " + i, SampleFiles.noise(320, 240, i));
    }
    var profile = "/assistants/" + handle(nora);

    light(profile);

    var visitor = guest(Way.SPANISH);
    visitor.open(profile);
    assertThat(visitor.drawn(".portrait img")).isTrue();
    assertThat(visitor.page().locator(".work-thumb:visible").count()).isEqualTo(AT_ONCE);
    for (var fold : visitor.page().locator(".works > summary").all()) {
      fold.click();
    }
    assertThat(visitor.page().locator(".work-thumb:visible").count()).isEqualTo(SAMPLES);
    for (int i = 0; i < SAMPLES; i++) {
      assertThat(visitor.drawn(".work:has-text('Feria " + i + "') .work-thumb")).isTrue();
    }
    visitor.look();
  }

  /** About as much as anybody has to tell. */
  private void tellsALot(Viewer nora) {
    var words = new Random(7).ints(250, 0, 900).mapToObj(i -> Integer.toString(i * 997, 36));
    assistants.tells(nora, "Cuentas claras, plazos cumplidos", words.collect(joining(" ")));
    for (int year = 2012; year < 2018; year++) {
      assistants.worked(nora, YearMonth.of(year, 1), YearMonth.of(year, 12), year % 2 == 0);
      assistants.serves(nora, "Un trimestre de " + year, Money.of(14_000 + year, "EUR"));
    }
  }

  @Test
  void aListOfPeopleWithTheirPhotosIsLight() throws IOException {
    for (int i = 0; i < PEOPLE; i++) {
      photographed("Olga " + rareWord());
    }
    var visitor = guest(Way.ENGLISH);
    await(
        "the newest are listed",
        () -> {
          visitor.page().navigate(visitor.at("/assistants?sort=newest"));
          return visitor.count(".person img.face") == PEOPLE;
        });

    light("/assistants?sort=newest");

    for (var way : List.of(Way.ENGLISH, Way.SPANISH_WITHOUT_SCRIPTS)) {
      var reader = guest(way);
      reader.open("/assistants?sort=newest");
      for (int i = 1; i <= PEOPLE; i += 6) {
        var row = ".person:nth-child(%d)".formatted(i);
        reader.seen(row).scrollIntoViewIfNeeded();
        assertThat(reader.drawn(row + " img.face")).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/jobs", "/ranking", "/signup", "/login", "/verify", "/nowhere"})
  void eachOtherPublicPageIsLight(String path) {
    light(path);
  }

  @Test
  void aJobIsLight() {
    light("/jobs/" + jobs.either(client(Way.ENGLISH, "Lucía")));
  }

  /** A photograph as a phone takes it, and its large picture only for whoever asks. */
  @Test
  void aSampleIsLightAndCanBeSeenLarge() throws IOException {
    var nora = bookkeeper(Way.ENGLISH, "Nora");
    var picture = SampleFiles.noise(1600, 1200, 11);
    var sample = "/samples/" + portfolio.show(nora, Area.TRAVEL, "feria.png", "Feria", picture);

    light(sample);

    var visitor = guest(Way.ENGLISH);
    visitor.open(sample);
    assertThat(visitor.drawn(".sample-pages img")).isTrue();
    visitor.page().click(".sample-all > summary");
    assertThat(visitor.drawn(".sample-all img")).isTrue();
    assertThat(visitor.page().locator(".sample-all img").evaluate("image => image.naturalWidth"))
        .isEqualTo(1280);
    visitor.look();
  }

  private void light(String path) {
    for (var screen : SCREENS) {
      var parts = firstView(path, screen[0], screen[1]);
      assertThat(parts.values().stream().mapToLong(size -> size).sum())
          .as("%s at %d × %d: %s", path, screen[0], screen[1], parts)
          .isBetween(MOST / 6, MOST);
    }
  }

  /** Everything that comes before anybody scrolls: bytes over the wire by their address. */
  private Map<String, Long> firstView(String path, int width, int height) {
    var parts = new ConcurrentSkipListMap<String, Long>();
    var page = guest(Way.ENGLISH).page();
    page.setViewportSize(width, height);
    page.onRequestFinished(request -> {
      var sizes = request.sizes();
      parts.put(request.url(), (long) sizes.responseBodySize + sizes.responseHeadersSize);
    });
    page.navigate("http://localhost:" + port + path);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.context().close();
    return parts;
  }

  private Viewer photographed(String name) throws IOException {
    var viewer = bookkeeper(Way.ENGLISH, name);
    var id = viewer.id();
    var noise = new ByteArrayInputStream(SampleFiles.noise(192, 192, id.value().hashCode()));
    var photo = photos.store(noise, "me.png", id.value()).orFail();
    transactions.executeWithoutResult(tx -> {
      blobs.hold(photo.id(), "accounts", id.value());
      accounts.choosePhoto(id, photo.id());
    });
    return viewer;
  }
}

package org.diestra.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.diestra.HouseTest;
import org.diestra.hiring.jobs.OpenJob;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Work and people are looked for and found; what is not there yet is told when it comes. */
@Tag("browser")
@HouseTest
class SearchStory extends Story {
  private static final String JOBS = ".job-card h2 a";
  private static final String PEOPLE = ".person h3 a";
  @Autowired OpenJob open;

  @ParameterizedTest
  @EnumSource
  void workIsFoundAndWhatComesLaterIsTold(Way way) {
    var word = rareWord();
    var lucia = client(way, "Lucía");
    open.post(lucia, "Books of " + word, Area.BOOKKEEPING, Money.of(1400, "EUR"));
    open.post(lucia, "Trips to " + word, Area.TRAVEL, Money.of(2000, "EUR"));
    var rosa = window(way, bookkeeper(way, "Rosa Gil"));
    found(rosa, "/jobs?q=" + word, JOBS, 2);

    rosa.open("/jobs?q=" + mistyped(word));
    assertThat(rosa.count(JOBS)).isEqualTo(2); // as it was meant
    assertThat(rosa.text("main")).contains(word);

    rosa.open("/jobs?q=" + word);
    narrow(rosa, way, () -> rosa.choose("area", "travel"));
    assertThat(rosa.text(JOBS)).startsWith("Trips");
    assertThat(rosa.page().locator("label[for='area-bookkeeping']").innerText()).contains("(1)");
    rosa.open("/jobs?q=" + word + "&to=15&currency=EUR");
    assertThat(rosa.page().locator(JOBS).allInnerTexts()).containsExactly("Books of " + word);
    rosa.open("/jobs?q=" + word + "&sort=rate");
    assertThat(rosa.text(JOBS)).startsWith("Trips");

    rosa.open("/jobs?q=" + word + "&area=bookkeeping");
    keep(rosa);
    open.post(lucia, "More books of " + word, Area.BOOKKEEPING, Money.of(1500, "EUR"));
    found(rosa, "/jobs?q=" + word + "&area=bookkeeping", JOBS, 2);
    told(rosa, word);
    assertThat(rosa.text(JOBS)).startsWith("More books"); // the newest first
  }

  @ParameterizedTest
  @EnumSource
  void peopleAreFoundAndWhoComesLaterIsTold(Way way) {
    var word = rareWord();
    calls(way, "Rosa Gil", word);
    var lucia = window(way, client(way, "Lucía"));
    found(lucia, "/assistants?q=" + word, PEOPLE, 1);
    lucia.open("/assistants?q=" + mistyped(word));
    assertThat(lucia.count(PEOPLE)).isEqualTo(1);

    lucia.page().locator("[id='area-travel']").check();
    lucia.fill("max", "12,50");
    lucia.forward();
    assertThat(lucia.count(PEOPLE)).isZero();
    lucia.press(".chip[href*='max']");
    lucia.open("/assistants?q=" + word + "&area=bookkeeping&max=11.99&currency=EUR");
    assertThat(lucia.count(PEOPLE)).isZero();
    lucia.open("/assistants?q=" + word + "&area=bookkeeping&max=12.00&currency=EUR&sort=rate");
    assertThat(lucia.count(PEOPLE)).isEqualTo(1);
    keep(lucia);
    calls(way, "Nora Peña", word);
    found(lucia, "/assistants?q=" + word, PEOPLE, 2);
    told(lucia, word);
  }

  /** Somebody's profile says that word from now on. */
  private void calls(Way way, String name, String word) {
    var author = window(way, bookkeeper(way, name));
    author.open("/profile/basics");
    author.fill("title", "Books and " + word);
    author.forward();
    author.page().context().close();
  }

  private static void found(Window window, String path, String selector, int count) {
    await(
        "found " + count,
        () -> {
          window.open(path);
          return window.count(selector) == count;
        });
  }

  /** The list follows each choice where scripts run, and the button where they don't. */
  private static void narrow(Window window, Way way, Runnable choice) {
    if (way.scripts()) {
      window.page().waitForResponse(r -> r.url().contains("area="), choice);
      window.page().waitForCondition(() -> window.count(JOBS) == 1);
      assertThat(window.path()).contains("area=travel");
      window.look();
    } else {
      choice.run();
      window.forward();
      assertThat(window.count(JOBS)).isEqualTo(1);
    }
  }

  private static void keep(Window window) {
    window.press("form[action='/searches'] button");
    window.says("watches.kept");
  }

  private void told(Window window, String word) {
    mover.moveTo(clock.instant().plus(Duration.ofMinutes(17)));
    window.open("/notifications");
    window.press(".notice.new a[href*='/notifications/']");
    assertThat(window.path()).contains(word, "sort=newest");
  }

  /** One letter too many, as it happens in haste. */
  private static String mistyped(String word) {
    return word.substring(0, 5) + "z" + word.substring(5);
  }
}

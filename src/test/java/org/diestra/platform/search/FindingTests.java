package org.diestra.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.platform.search.Shelf.NOW;
import static org.diestra.platform.search.Shelf.assistant;
import static org.diestra.platform.search.Shelf.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.Fluency.Level;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.WorkWeek;
import org.diestra.platform.search.Criteria.Sort;
import org.diestra.platform.search.Ranking.Signal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTests {
  @TempDir Path folder;
  private Shelf shelf;

  @BeforeEach
  void open() throws IOException {
    shelf = new Shelf(folder);
  }

  @AfterEach
  void close() throws IOException {
    shelf.close();
  }

  @Test
  void facetsNarrowToAnyOfTheirValuesAndToAllFacets() throws IOException {
    shelf.put(
        assistant("a").with(Facet.AREA, "blog").with(Facet.COUNTRY, "ES"),
        assistant("b").with(Facet.AREA, "social").with(Facet.COUNTRY, "ES"),
        assistant("c").with(Facet.AREA, "blog").with(Facet.COUNTRY, "MX"),
        assistant("d").with(Facet.AREA, "travel").with(Facet.COUNTRY, "ES"));

    var found =
        shelf.find(
            Criteria.of(Kind.ASSISTANT)
                .any(Facet.AREA, List.of("blog", "social"))
                .any(Facet.COUNTRY, List.of("ES")));

    assertThat(shelf.titles(found)).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aNarrowedFacetIsCountedAsIfItWereNot() throws IOException {
    shelf.put(
        assistant("a").with(Facet.AREA, "blog").with(Facet.COUNTRY, "ES"),
        assistant("b")
            .with(Facet.AREA, "blog")
            .with(Facet.AREA, "social")
            .with(Facet.COUNTRY, "MX"),
        assistant("c").with(Facet.AREA, "travel").with(Facet.COUNTRY, "ES"),
        job("d").with(Facet.AREA, "blog"));

    var found =
        shelf.find(
            Criteria.of(Kind.ASSISTANT)
                .any(Facet.AREA, List.of("blog"))
                .count(Facet.AREA, Facet.COUNTRY));

    assertThat(found.counts())
        .isEqualTo(
            Map.of(
                Facet.AREA, Map.of("blog", 2, "social", 1, "travel", 1),
                Facet.COUNTRY, Map.of("ES", 1, "MX", 1)));
  }

  @Test
  void jobsAndAssistantsMeetOnTheLanguageLevel() throws IOException {
    shelf.put(assistant("has B2").speaks(new Fluency("en", Level.B2)));
    shelf.put(job("asks B2").asks(new Fluency("en", Level.B2)));

    for (var level : List.of(Level.A1, Level.B2)) {
      var found = shelf.find(Criteria.of(Kind.ASSISTANT).fluent(new Fluency("en", level)));
      assertThat(found.total()).as("wanted " + level).isEqualTo(1);
    }
    assertThat(shelf.find(Criteria.of(Kind.ASSISTANT).fluent(new Fluency("en", Level.C1))).ids())
        .isEmpty();
    assertThat(shelf.find(Criteria.of(Kind.JOB).fluent(new Fluency("en", Level.NATIVE))).ids())
        .hasSize(1);
    assertThat(shelf.find(Criteria.of(Kind.JOB).fluent(new Fluency("en", Level.B1))).ids())
        .isEmpty();
  }

  @Test
  void rangesIncludeBothEndsAndLeaveOutWhatHasNoNumber() throws IOException {
    shelf.put(
        assistant("10").measure(Measure.HOURLY_RATE, 1000),
        assistant("12").measure(Measure.HOURLY_RATE, 1200),
        assistant("13").measure(Measure.HOURLY_RATE, 1201),
        assistant("none"));

    var found =
        shelf.find(
            Criteria.of(Kind.ASSISTANT)
                .atLeast(Measure.HOURLY_RATE, 1000)
                .atMost(Measure.HOURLY_RATE, 1200));

    assertThat(shelf.titles(found)).containsExactlyInAnyOrder("10", "12");
  }

  @Test
  void hoursAreSharedAcrossZonesToTheQuarter() throws IOException {
    var week = DayOfWeek.values();
    shelf.put(
        assistant("Bogotá").works(WorkWeek.daily(ZoneId.of("America/Bogota"), 8, 16, week)),
        assistant("Kathmandu").works(WorkWeek.daily(ZoneId.of("Asia/Kathmandu"), 9, 17, week)),
        assistant("no hours"));
    // 9–17 in Madrid in November is 8–16 UTC: 3 h a day with Bogotá (13–21 UTC), and with
    // Kathmandu (3:15–11:15 UTC) three hours and a quarter.
    var madrid = WorkWeek.daily(ZoneId.of("Europe/Madrid"), 9, 17, week);

    assertThat(shelf.titles(shelf.find(Criteria.of(Kind.ASSISTANT).shares(madrid, 21))))
        .containsExactlyInAnyOrder("Bogotá", "Kathmandu");
    assertThat(shelf.titles(shelf.find(Criteria.of(Kind.ASSISTANT).shares(madrid, 22))))
        .containsExactly("Kathmandu");
    assertThat(shelf.find(Criteria.of(Kind.ASSISTANT).shares(madrid, 23)).ids()).isEmpty();
  }

  @Test
  void sortsByRateOfTheUnitAskedForAndByAge() throws IOException {
    shelf.put(
        job("cheap").measure(Measure.HOURLY_RATE, 500).measure(Measure.TASK_RATE, 9000),
        job("dear").measure(Measure.HOURLY_RATE, 2500).measure(Measure.TASK_RATE, 100),
        job("unpriced"));

    assertThat(sorted(Sort.LOWEST_RATE)).containsExactly("cheap", "dear", "unpriced");
    assertThat(sorted(Sort.HIGHEST_RATE)).containsExactly("dear", "cheap", "unpriced");
    var byTask = Criteria.of(Kind.JOB).sort(Sort.LOWEST_RATE);
    assertThat(byTask.any(Facet.PAY_UNIT, List.of("task")).build().rate())
        .isEqualTo(Measure.TASK_RATE);
  }

  private List<String> sorted(Sort sort) throws IOException {
    return shelf.titles(shelf.find(Criteria.of(Kind.JOB).sort(sort)));
  }

  @Test
  void savedSearchesFindOnlyWhatCameLater() throws IOException {
    var old = Entry.of(Kind.JOB, Ids.fresh(), NOW.minus(Duration.ofDays(2))).title("old");
    shelf.put(old, job("new"));

    var saved = Criteria.of(Kind.JOB).build().newerThan(NOW.minus(Duration.ofDays(2)));

    assertThat(saved.since()).isNotNull();
    var found = shelf.find(Criteria.of(Kind.JOB).since(NOW.minus(Duration.ofDays(2))));
    assertThat(shelf.titles(found)).containsExactly("new");
  }

  @Test
  void whatIsPutAgainOrRemovedIsFoundOnlyAsItIsNow() throws IOException {
    var id = Ids.fresh();
    shelf.put(Entry.of(Kind.JOB, id, NOW).title("facturas"));
    shelf.put(Entry.of(Kind.JOB, id, NOW).title("viajes"));

    assertThat(shelf.find(Criteria.of(Kind.JOB)).total()).isEqualTo(1);
    assertThat(shelf.find(Criteria.of(Kind.JOB).words("facturas")).ids()).isEmpty();

    shelf.remove(Entry.of(Kind.JOB, id, NOW).build());
    assertThat(shelf.find(Criteria.of(Kind.JOB)).ids()).isEmpty();
  }

  @Test
  void bestFitWeighsWordsQualityAndNothingElse() throws IOException {
    shelf.put(
        assistant("Contable").body("Llevo libros").signal(Signal.REPUTATION, 0.2),
        assistant("Redactora").body("También algo contable, entre otras muchas cosas que hago"),
        assistant("Contable ").body("Llevo libros").signal(Signal.REPUTATION, 0.9));

    assertThat(shelf.assistants("contable")).containsExactly("Contable ", "Contable", "Redactora");
  }

  @ParameterizedTest
  @EnumSource(Sort.class)
  void pagingShowsEachOnceEvenWhenAllAreEqual(Sort sort) throws IOException {
    var ids = new ArrayList<UUID>();
    for (int i = 0; i < 95; i++) {
      var draft = job("igual").measure(Measure.HOURLY_RATE, 1000);
      shelf.put(draft);
      ids.add(draft.build().id());
    }

    assertThat(walk(Criteria.of(Kind.JOB).words("igual").sort(sort).limit(10)))
        .containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void pagingGoesOnThroughEveryWindowOfManyMatches() throws IOException {
    var drafts = new ArrayList<Entry.Draft>();
    for (int i = 0; i < 1500; i++) {
      drafts.add(assistant("asistente " + i).signal(Signal.REPUTATION, (i % 7) / 7.0));
    }
    shelf.put(drafts.subList(0, 700).toArray(Entry.Draft[]::new));
    shelf.put(drafts.subList(700, 1500).toArray(Entry.Draft[]::new));

    var first = shelf.find(Criteria.of(Kind.ASSISTANT).words("asistente"));
    assertThat(first.total()).isEqualTo(Found.EXACT);
    assertThat(first.more()).isTrue();
    assertThat(walk(Criteria.of(Kind.ASSISTANT).words("asistente").limit(33)))
        .doesNotHaveDuplicates()
        .hasSize(1500);
  }

  @Test
  void countsAreExactUpToAThousand() throws IOException {
    for (int i = 0; i < 10; i++) {
      var drafts = new ArrayList<Entry.Draft>();
      for (int j = 0; j < 100; j++) {
        drafts.add(job("encargo"));
      }
      shelf.put(drafts.toArray(Entry.Draft[]::new));
    }

    for (var sort : Sort.values()) {
      var found = shelf.find(Criteria.of(Kind.JOB).words("encargo").sort(sort));
      assertThat(found.total() + " " + found.more()).as(sort.name()).isEqualTo("1000 false");
    }
    shelf.put(job("encargo"));
    for (var sort : Sort.values()) {
      assertThat(shelf.find(Criteria.of(Kind.JOB).words("encargo").sort(sort)).more()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "f", "n1", "f1_2_3", "fz_z_z_z_z", "n99999999999999999999_1", "n_", "🙂"})
  void aBrokenCursorBeginsAnew(String cursor) throws IOException {
    shelf.put(job("a"), job("b"));

    for (var sort : Sort.values()) {
      assertThat(shelf.find(Criteria.of(Kind.JOB).sort(sort).after(cursor)).ids()).hasSize(2);
    }
  }

  @Test
  void senselessFiltersFindNothingAndBreakNothing() throws IOException {
    shelf.put(job("a").with(Facet.AREA, "blog").measure(Measure.HOURLY_RATE, 1000));

    for (var criteria :
        List.of(
            Criteria.of(Kind.JOB).atLeast(Measure.HOURLY_RATE, 10).atMost(Measure.HOURLY_RATE, 5),
            Criteria.of(Kind.JOB).atMost(Measure.HOURLY_RATE, -1),
            Criteria.of(Kind.JOB).any(Facet.AREA, List.of("x".repeat(100_000))),
            Criteria.of(Kind.JOB).any(Facet.AREA, List.of("x".repeat(100_000), "y=\u0000")))) {
      assertThat(shelf.find(criteria.count(Facet.values())).ids()).isEmpty();
    }
  }

  private List<UUID> walk(Criteria.Draft criteria) throws IOException {
    var out = new ArrayList<UUID>();
    var page = shelf.find(criteria);
    out.addAll(page.ids());
    while (page.next() != null) {
      page = shelf.find(criteria.after(page.next()));
      out.addAll(page.ids());
    }
    return out;
  }
}

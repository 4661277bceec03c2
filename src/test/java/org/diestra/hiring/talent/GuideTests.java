package org.diestra.hiring.talent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.diestra.hiring.talent.Guide.Step;
import org.diestra.hiring.talent.Guide.Told;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.Fluency.Level;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.WorkWeek;
import org.junit.jupiter.api.Test;

class GuideTests {
  private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
  private static final Told NOTHING = new Told(false, false, false);

  @Test
  void anEmptyProfileLacksFourThingsBeforeAnythingElse() {
    var guide = Guide.of(card("", List.of(), List.of(), WorkWeek.none(BOGOTA)), NOTHING);
    assertThat(guide.needed()).containsExactly(Step.TITLE, Step.AREA, Step.LANGUAGE, Step.WEEK);
    assertThat(guide.presentable()).isFalse();
    assertThat(guide.share()).isZero();
  }

  @Test
  void whatIsNeededSufficesToPublishAndTheRestIsAdvice() {
    var said = new Claim(Area.BOOKKEEPING, 6, List.of(), false);
    var guide = Guide.of(card("Bookkeeper", List.of(said), spanish(), mornings()), NOTHING);
    assertThat(guide.presentable()).isTrue();
    assertThat(guide.advised()).startsWith(Step.EVIDENCE, Step.SUMMARY);
    assertThat(guide.done()).isEqualTo(4);
  }

  @Test
  void oneAreaWithProofIsEvidence() {
    var shown = new Claim(Area.BOOKKEEPING, 6, List.of("Excel"), true);
    var said = new Claim(Area.ADMIN, 2, List.of(), false);
    var guide =
        Guide.of(
            card("Bookkeeper", List.of(said, shown), spanish(), mornings()),
            new Told(true, true, true));
    assertThat(guide.open()).containsExactly(Step.RATE, Step.FREE_HOURS, Step.PHOTO);
  }

  private static List<Fluency> spanish() {
    return List.of(new Fluency("es", Level.NATIVE));
  }

  private static WorkWeek mornings() {
    return WorkWeek.daily(BOGOTA, 8, 12, DayOfWeek.MONDAY);
  }

  private static AssistantCard card(
      String title, List<Claim> areas, List<Fluency> languages, WorkWeek week) {
    return new AssistantCard(
        new PersonId(new UUID(0, 1)),
        "lucia",
        "Lucía Gómez",
        Cards.shortName("Lucía Gómez"),
        null,
        title,
        areas,
        languages,
        week,
        0,
        null,
        (Money) null,
        0,
        Rating.NONE,
        Instant.EPOCH);
  }

  @Test
  void aShortNameIsTheFirstAndAnInitial() {
    assertThat(Cards.shortName("Lucía Gómez Rojas")).isEqualTo("Lucía G.");
    assertThat(Cards.shortName(" Amina ")).isEqualTo("Amina");
  }
}

package org.diestra.hiring.tryouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.proposals.BidId;
import org.diestra.hiring.tryouts.Tryout.Facts;
import org.diestra.hiring.tryouts.Tryout.Requested;
import org.diestra.hiring.tryouts.Tryout.State;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.junit.jupiter.api.Test;

class TryoutTests {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @Test
  void goesFromAskedToScored() {
    var submitted = requested().accept(NOW.plusSeconds(1)).submit(NOW.plusSeconds(2));
    var scored = submitted.score(new Scores(Map.of(Area.BLOG, 4), "Good"), NOW.plusSeconds(3));

    assertThat(scored.state()).isEqualTo(State.SCORED);
    assertThat(scored.submittedAt()).isEqualTo(NOW.plusSeconds(2));
    assertThat(scored.since()).isEqualTo(NOW.plusSeconds(3));
  }

  @Test
  void aScoreMayBePutRightAndKeepsWhenItWasHandedIn() {
    var scored =
        requested().accept(NOW).submit(NOW).score(new Scores(Map.of(Area.BLOG, 1), null), NOW);
    var again = scored.score(new Scores(Map.of(Area.BLOG, 5), null), NOW.plusSeconds(9));

    assertThat(again.submittedAt()).isEqualTo(NOW);
    assertThat(again.scores().mean()).isEqualTo(new BigDecimal("5.0"));
  }

  @Test
  void theMeanHasOneDecimalAndIsRoundedHalfUp() {
    var scores =
        new Scores(Map.of(Area.BLOG, 4, Area.SOCIAL, 3, Area.FILES, 4, Area.ADMIN, 4), null);

    assertThat(scores.mean()).isEqualTo(new BigDecimal("3.8"));
  }

  @Test
  void noPointsOutsideOfTheScaleAndNoneAtAllAreNoScore() {
    assertThatThrownBy(() -> new Scores(Map.of(), null)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> new Scores(Map.of(Area.BLOG, 6), null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Scores(Map.of(Area.BLOG, -1), null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theLastDayEndsOnTheLaterClockOfTheTwo() {
    var task = task(LocalDate.of(2026, 11, 25));

    assertThat(task.due(MADRID, BOGOTA))
        .isEqualTo(new Task.Due(Instant.parse("2026-11-26T04:59:59Z"), BOGOTA));
    assertThat(task.due(BOGOTA, MADRID).zone()).isEqualTo(BOGOTA);
    assertThat(task.due(MADRID, ZoneId.of("Asia/Manila")).at())
        .isEqualTo(Instant.parse("2026-11-25T22:59:59Z"));
  }

  private static Task task(LocalDate due) {
    return new Task(
        new TaskId(Ids.fresh()),
        new JobId(Ids.fresh()),
        new OrganisationId(Ids.fresh()),
        new PersonId(Ids.fresh()),
        "Sort these invented receipts.",
        15,
        null,
        null,
        due,
        NOW);
  }

  private static Requested requested() {
    return new Requested(
        new Facts(
            new TryoutId(Ids.fresh()),
            new TaskId(Ids.fresh()),
            new BidId(Ids.fresh()),
            new PersonId(Ids.fresh()),
            NOW.plusSeconds(3600),
            MADRID,
            1),
        NOW);
  }
}

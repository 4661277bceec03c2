package org.diestra.hiring.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.diestra.hiring.jobs.Job.Draft;
import org.diestra.hiring.jobs.Job.Open;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.junit.jupiter.api.Test;

class JobTests {
  private static final JobRules RULES =
      new JobRules(days(30), 2, days(7), days(12), days(14), days(14), 20);
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant END = NOW.plus(days(30));
  private final Draft draft =
      new Draft(
          new Post(
              new JobId(UUID.randomUUID()),
              new OrganisationId(UUID.randomUUID()),
              new PersonId(UUID.randomUUID()),
              0,
              1,
              NOW,
              null));

  @Test
  void aPublishedJobStaysOutUntilItsDay() {
    var open = draft.open(NOW, END);
    assertThat(open.post().edition()).isEqualTo(1);
    assertThat(open.run().expiresAt()).isEqualTo(END);
    assertThat(open.takesBids()).isTrue();
  }

  @Test
  void twoRenewalsMoveItsDayAndThereIsNoThird() {
    var twice = draft.open(NOW, END).renew(NOW, END.plus(days(30))).renew(NOW, END.plus(days(60)));
    assertThat(twice.run().expiresAt()).isEqualTo(NOW.plus(days(90)));
    assertThat(twice.run().canRenew(RULES)).isFalse();
  }

  @Test
  void silenceWarnsOnDaysSevenAndTwelveAndPausesOnDayFourteen() {
    var open = draft.open(NOW, END);
    assertThat(open.next(RULES)).contains(new Due(NOW.plus(days(7)), Due.Kind.FIRST_WARNING));
    assertThat(open.warned().next(RULES))
        .contains(new Due(NOW.plus(days(12)), Due.Kind.SECOND_WARNING));
    assertThat(open.warned().warned().next(RULES))
        .contains(new Due(NOW.plus(days(14)), Due.Kind.FALL_SILENT));
  }

  @Test
  void anyActionOfTheClientEndsTheSilence() {
    var acted = draft.open(NOW, END).warned().acted(NOW.plus(days(10)));
    assertThat(acted.next(RULES)).contains(new Due(NOW.plus(days(17)), Due.Kind.FIRST_WARNING));
  }

  @Test
  void fourteenDaysAfterFallingSilentItExpires() {
    var silent = draft.open(NOW, END).pause(NOW.plus(days(14)), Pauser.SILENCE);
    assertThat(silent.next(RULES)).contains(new Due(NOW.plus(days(28)), Due.Kind.EXPIRE));
  }

  @Test
  void aJobThatItsClientPausedExpiresWithItsTime() {
    var paused = draft.open(NOW, END).pause(NOW.plus(days(1)), Pauser.CLIENT);
    assertThat(paused.next(RULES)).contains(new Due(NOW.plus(days(30)), Due.Kind.EXPIRE));
    assertThat(paused.takesBids()).isFalse();
  }

  @Test
  void expiryComesBeforeSilence() {
    var late = new Run(NOW, NOW.plus(days(30)), 0, NOW.plus(days(25)), 0);
    assertThat(new Open(draft.open(NOW, END).post(), late).next(RULES))
        .contains(new Due(NOW.plus(days(30)), Due.Kind.EXPIRE));
  }

  @Test
  void aJobInReviewIsNobodysBusinessYet() {
    var held = draft.hold(NOW);
    assertThat(held.isPublic()).isFalse();
    assertThat(held.admit(NOW.plus(days(1)), END).run().openedAt()).isEqualTo(NOW.plus(days(1)));
    assertThat(held.takeBack().post().edition()).isZero();
  }

  @Test
  void hidingTakesAJobFromThePublicInEveryStage() {
    var open = draft.open(NOW, END);
    for (var job :
        new Job[] {open, open.pause(NOW, Pauser.CLIENT), open.close(NOW, Ending.NO_FIT)}) {
      assertThat(job.isPublic()).isTrue();
      assertThat(job.with(job.post().withHidden("fraud")).isPublic()).isFalse();
    }
    assertThat(open.with(open.post().withHidden("fraud")).takesBids()).isFalse();
  }

  @Test
  void nothingIsDueForWhatIsNotOut() {
    assertThat(draft.next(RULES)).isEmpty();
    assertThat(draft.hold(NOW).next(RULES)).isEmpty();
    assertThat(draft.open(NOW, END).close(NOW, Ending.CANCELLED).next(RULES)).isEmpty();
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }
}

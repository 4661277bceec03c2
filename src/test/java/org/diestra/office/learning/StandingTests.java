package org.diestra.office.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.manuals.Issue;
import org.diestra.office.manuals.ProcedureId;
import org.diestra.office.manuals.Version;
import org.diestra.office.procedures.Change;
import org.diestra.office.procedures.Instructions;
import org.diestra.office.procedures.VersionNumber;
import org.diestra.office.procedures.Written;
import org.diestra.platform.accounts.PersonId;
import org.junit.jupiter.api.Test;

class StandingTests {
  private static final Instant DAY = Instant.parse("2027-03-01T09:00:00Z");
  private final ProcedureId procedure = new ProcedureId(UUID.randomUUID());

  private Version version(int number, Change change, int day) {
    var written = Written.of(Instructions.blank("A"));
    return new Version(
        procedure,
        number,
        VersionNumber.FIRST,
        change,
        written,
        written.hash(),
        "",
        new PersonId(UUID.randomUUID()),
        DAY.plus(Duration.ofDays(day)));
  }

  private Issue issue(int number, int day) {
    return new Issue(procedure, number, DAY.plus(Duration.ofDays(day)));
  }

  @Test
  void whatWasNeverReadBeginsNoWork() {
    var standing = new Standing(version(1, Change.MAJOR, 0), issue(1, 0), null);
    assertThat(standing.confirmed()).isFalse();
    assertThat(standing.mayBegin(DAY)).isFalse();
  }

  @Test
  void anAdditionAsksForNothing() {
    var standing = new Standing(version(2, Change.MINOR, 1), issue(1, 0), 1);
    assertThat(standing.confirmed()).isTrue();
    assertThat(standing.upToDate()).isFalse();
    assertThat(standing.mayBegin(DAY.plus(Duration.ofDays(300)))).isTrue();
  }

  @Test
  void whatWasConfirmedSinceItsMeaningChangedIsConfirmed() {
    var asked = Map.of(procedure, issue(2, 1));
    var person = new PersonId(UUID.randomUUID());
    var old = new Reading(procedure, 1, person, null, DAY);
    var later = new Reading(procedure, 3, person, null, DAY);
    assertThat(Standing.confirmed(asked, List.of(old))).isEmpty();
    assertThat(Standing.confirmed(asked, List.of(old, later))).containsExactly(procedure);
  }

  @Test
  void aChangeOfMeaningLeavesThreeDays() {
    var standing = new Standing(version(2, Change.MAJOR, 1), issue(2, 1), 1);
    var published = DAY.plus(Duration.ofDays(1));
    assertThat(standing.confirmed()).isFalse();
    assertThat(standing.mayBegin(published.plus(Duration.ofHours(71)))).isTrue();
    assertThat(standing.mayBegin(published.plus(Duration.ofHours(72)))).isFalse();
  }
}

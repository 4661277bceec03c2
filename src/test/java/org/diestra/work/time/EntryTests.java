package org.diestra.work.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.diestra.work.time.Samples.NOTE;
import static org.diestra.work.time.Samples.line;
import static org.diestra.work.time.Samples.span;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.diestra.work.time.Entry.Said;
import org.diestra.work.time.Entry.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTests {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  /** Section 7's machine, written down once more by hand. */
  private static final Map<State, Set<State>> MACHINE =
      Map.of(
          State.OPEN, Set.of(State.SUBMITTED),
          State.SUBMITTED, Set.of(State.QUERIED, State.ACCEPTED),
          State.QUERIED, Set.of(State.ANSWERED, State.DISPUTED),
          State.ANSWERED, Set.of(State.ACCEPTED, State.DISPUTED),
          State.ACCEPTED, Set.of(State.INVOICED),
          State.DISPUTED, Set.of(),
          State.INVOICED, Set.of(State.PAID),
          State.PAID, Set.of());

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 42, 2026, 1128, 31337})
  void noSequenceOfEventsBringsALineOutsideItsMachine(long seed) {
    var random = new Random(seed);
    for (int run = 0; run < 500; run++) {
      Entry entry = line("2026-11-24T09:00:00Z", 1 + random.nextInt(600));
      for (int step = 0; step < 12; step++) {
        var moves = moves(entry);
        if (moves.isEmpty()) {
          break;
        }
        var after = moves.get(random.nextInt(moves.size()));
        if (after.state() != entry.state()) {
          assertThat(MACHINE.get(entry.state())).contains(after.state());
        }
        assertThat(after.facts().version()).isEqualTo(entry.facts().version() + 1);
        assertThat(after.facts().id()).isEqualTo(entry.facts().id());
        entry = after;
      }
    }
  }

  /** Whatever the types let anybody do. */
  private static List<Entry> moves(Entry entry) {
    var out = new ArrayList<Entry>();
    switch (entry) {
      case Entry.Open open -> out.add(open.submit(NOW));
      case Entry.Submitted submitted -> {
        out.add(submitted.query(NOW));
        out.add(submitted.accept(NOW));
      }
      case Entry.Queried queried -> {
        out.add(queried.answer(NOW));
        out.add(queried.withhold(NOW));
      }
      case Entry.Answered answered -> {
        out.add(answered.accept(NOW));
        out.add(answered.dispute(NOW));
      }
      case Entry.Accepted accepted -> out.add(accepted.invoice(NOW));
      case Entry.Invoiced invoiced -> out.add(invoiced.pay(NOW));
      case Entry.Disputed disputed -> {}
      case Entry.Paid paid -> {}
    }
    if (entry instanceof Entry.Written written) {
      out.add(written.write(new Said(span("2026-11-24T10:00:00Z", 30), null, NOTE)));
    }
    return out;
  }

  @Test
  void silenceAcceptsAndAQuestionWithoutAnswerWithholds() {
    var submitted = line("2026-11-24T09:00:00Z", 60).submit(NOW);
    assertThat(submitted.close(NOW).state()).isEqualTo(State.ACCEPTED);
    assertThat(submitted.query(NOW).close(NOW).state()).isEqualTo(State.DISPUTED);
    assertThat(submitted.query(NOW).answer(NOW).close(NOW).state()).isEqualTo(State.ACCEPTED);
    assertThat(submitted.accept(NOW).close(NOW)).isEqualTo(submitted.accept(NOW));
  }

  @Test
  void aLineStaysInItsWeek() {
    var line = line("2026-11-24T09:00:00Z", 60);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> line.write(new Said(span("2026-11-30T09:00:00Z", 60), null, NOTE)));
  }

  @Test
  void aNoteHasTenToFiveHundredCharacters() {
    var span = span("2026-11-24T09:00:00Z", 60);
    assertThatIllegalArgumentException().isThrownBy(() -> new Said(span, null, "too short"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Said(span, null, "x".repeat(501)));
    assertThat(new Said(span, null, "x".repeat(500)).note()).hasSize(500);
  }

  @Test
  void whatATimerCountedIsNeverRoundedUp() {
    var started = Instant.parse("2026-11-24T09:00:50Z");
    assertThat(Span.counted(started, Instant.parse("2026-11-24T09:01:49Z"))).isEmpty();
    assertThat(Span.counted(started, Instant.parse("2026-11-24T09:10:10Z")))
        .contains(span("2026-11-24T09:00:00Z", 9));
    assertThat(Span.counted(started, Instant.parse("2026-11-25T09:10:10Z")).orElseThrow().minutes())
        .isEqualTo(16 * 60);
  }

  @Test
  void theBillingWeekIsThatOfUtc() {
    var week = Week.of(Instant.parse("2026-11-29T23:59:59Z"));
    assertThat(week).hasToString("2026-11-23");
    assertThat(week.submitsAt()).isEqualTo("2026-11-30T12:00:00Z");
    assertThat(week.closesAt()).isEqualTo("2026-12-05T00:00:00Z");
    assertThat(span("2026-11-29T23:30:00Z", 60).byWeek())
        .containsExactly(span("2026-11-29T23:30:00Z", 30), span("2026-11-30T00:00:00Z", 30));
  }
}

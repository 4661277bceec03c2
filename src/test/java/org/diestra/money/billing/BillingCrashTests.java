package org.diestra.money.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.diestra.HouseTest;
import org.diestra.money.ledger.Crashes;
import org.diestra.money.ledger.Examination;
import org.diestra.money.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** A run that is broken off again and again, wherever it is just then. */
@HouseTest
class BillingCrashTests {
  private static final int CRASHES = 25;
  private static final int WEEKS = 600;
  private static final int SET = 40;
  private static final int LONGEST = 60; // milliseconds from its beginning to a crash
  @Autowired private ManyWeeks weeks;
  @Autowired private Crashes crashes;
  @Autowired private Ledger ledger;
  @Autowired private Examination examination;

  @Test
  void eachWeekIsPaidOnceHoweverOftenARunIsBrokenOff() throws Exception {
    var random = new Random(20261129);
    var season = weeks.due(WEEKS);
    weeks.deposits(season).forEach(weeks::post);
    int crashed = 0;
    boolean more = true;
    while (more) {
      if (crashed < CRASHES) {
        var crash = crashes.in(Duration.ofMillis(random.nextInt(LONGEST)));
        more = run();
        crashed += crash.get() > 0 ? 1 : 0;
      } else {
        more = run();
      }
    }
    assertThat(crashed).isPositive();
    assertThat(weeks.billed(season)).isEqualTo(List.of((long) WEEKS, (long) WEEKS, (long) WEEKS));
    assertThat(weeks.sum(season, "ESCROW", "")).isZero();
    assertThat(weeks.sum(season, "PAYABLE_HELD", ":Held")).isEqualTo(WEEKS * 10_800L);
    assertThat(weeks.sum(season, "FEES", "")).isEqualTo(WEEKS * 1_800L);
    ledger.chain();
    assertThat(examination.examine()).noneMatch(f -> f.book().startsWith(season.rail()));
  }

  /** Whether there may be more; broken off, there is. */
  private boolean run() {
    try {
      return weeks.billSet(SET);
    } catch (DataAccessException | TransactionException brokenOff) {
      return true;
    }
  }
}

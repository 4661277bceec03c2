package org.diestra.money.treasury;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diestra.money.ledger.Examination;
import org.diestra.money.ledger.Finding;
import org.diestra.money.ledger.Ledger;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Looks the books through, each night and whenever an operator asks, and keeps what was found. */
@Service
class Examinations {
  private static final Logger LOG = LoggerFactory.getLogger(Examinations.class);
  private static final int KEPT = 100;
  private final Examination examination;
  private final Ledger ledger;
  private final ExaminationStore store;
  private final Clock clock;

  Examinations(Examination examination, Ledger ledger, ExaminationStore store, Clock clock) {
    this.examination = examination;
    this.ledger = ledger;
    this.store = store;
    this.clock = clock;
  }

  /**
   * What was found at one time.
   *
   * @param faults how many there were; {@code found} has at most a hundred of them
   */
  record Report(Instant at, int faults, List<Finding> found) {}

  Report examine(@Nullable PersonId by) {
    ledger.chain();
    var all = examination.examine();
    all.forEach(finding -> LOG.error("the books are not as they must be: {}", finding));
    var report = new Report(clock.instant(), all.size(), all.stream().limit(KEPT).toList());
    store.add(report, by);
    return report;
  }

  Optional<Report> last() {
    return store.last();
  }
}

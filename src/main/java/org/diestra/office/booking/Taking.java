package org.diestra.office.booking;

import static org.springframework.transaction.TransactionDefinition.ISOLATION_SERIALIZABLE;

import java.util.Objects;
import java.util.function.Supplier;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.HouseRights;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes somebody's time so that nobody else has it: in a serialisable transaction, which is begun
 * anew when another came in between, and under a constraint that no two spans of one person pass.
 */
@Component
class Taking {
  static final Refusal TAKEN = Refusal.conflict("booking.taken");
  private static final int TRIES = 8;
  private static final String CONSTRAINT = "nobody_twice";
  private final TransactionTemplate serialisable;
  private final HouseRights house;

  Taking(PlatformTransactionManager transactions, HouseRights house) {
    this.serialisable = new TransactionTemplate(transactions);
    this.serialisable.setIsolationLevel(ISOLATION_SERIALIZABLE);
    this.house = house;
  }

  /**
   * Does it with the house's rights; refused as taken where somebody else was first.
   *
   * @param action looks and writes, and may be done several times
   */
  <T> Outcome<T> call(Supplier<Outcome<T>> action) {
    for (int tries = 1; ; tries++) {
      try {
        return Objects.requireNonNull(serialisable.execute(tx -> house.call(action)));
      } catch (DataIntegrityViolationException e) {
        if (!String.valueOf(e.getMessage()).contains(CONSTRAINT)) {
          throw e;
        }
        return Outcome.refused(TAKEN);
      } catch (ConcurrencyFailureException e) {
        if (tries == TRIES) {
          return Outcome.refused(TAKEN);
        }
      }
    }
  }
}

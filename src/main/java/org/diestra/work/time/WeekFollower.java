package org.diestra.work.time;

import java.time.LocalDate;
import org.diestra.work.contracts.ContractId;

/**
 * What must happen together with a week's course: a bean of the module that has money. Each is
 * called within the transaction of the move, for weeks that are paid by the hour.
 */
public interface WeekFollower {
  /** Hours were written, changed or taken out. */
  void recorded(ContractId contract);

  /**
   * It stands before the client.
   *
   * @param week its Monday in UTC
   */
  void submitted(ContractId contract, LocalDate week);

  /** Nothing in it changes any more. */
  void closed(WorkedWeek week);
}

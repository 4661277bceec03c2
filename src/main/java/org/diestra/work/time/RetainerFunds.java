package org.diestra.work.time;

import java.util.Optional;
import org.diestra.work.contracts.ContractId;

/** How far a month of a retainer is paid in: implemented by the module that has money. */
public interface RetainerFunds {
  /**
   * Empty where no money is held for that contract.
   *
   * @param number of the month
   */
  Optional<Level> of(ContractId contract, int number);

  /**
   * Whether what is unused of a month that is over is the client's to keep: it was paid in, or is
   * owed because it was used. One that nobody paid for, and one that was given back whole, rolls
   * nothing on.
   *
   * @param number of the month
   * @param used whether any of its hours were
   */
  boolean bought(ContractId contract, int number, boolean used);

  enum Level {
    HELD,
    /** Not paid in, or not all of it: it is paid once it has come in. */
    AWAITED,
    /** Nothing is held for it: the client pays directly. */
    PROMISED
  }
}

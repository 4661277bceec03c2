package org.diestra.work.tasks;

import java.util.Currency;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.ContractId;

/**
 * Where the price of a task is held: implemented by the module that has money. Each is called
 * within the transaction of the move that asks for it. Where no money is held for a contract, its
 * tasks run unfunded.
 */
public interface TaskFunding {
  /** Whether a task of that contract that has a price may begin only once it is held. */
  boolean keeps(ContractId contract);

  /** Whether money can be held for what these two sign next in that currency. */
  boolean serves(OrganisationId client, PersonId assistant, Currency currency);

  /** Whether a payment for that task is on its way. */
  boolean coming(TaskId task);

  /**
   * Whether what is kept for that contract is a promise of the client alone, and no money: it is
   * paid directly once it is approved.
   */
  default boolean promises(ContractId contract) {
    return false;
  }

  /**
   * What of a task's price is still to come in.
   *
   * @param price of all of it, above zero
   */
  Money missing(TaskId task, Money price);

  /** That part is the assistant's from now on. */
  void release(TaskId task, Money part);

  /** Whatever is still held is the client's again. */
  void giveBack(TaskId task);
}

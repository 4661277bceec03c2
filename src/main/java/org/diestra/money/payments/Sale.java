package org.diestra.money.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.tasks.TaskId;

/**
 * Work that was accepted and paid out of escrow.
 *
 * @param entry of the ledger that released it; there is one sale of each
 * @param share of its price, above zero
 * @param tax by which its taxes were reckoned
 */
public record Sale(
    UUID entry,
    ContractId contract,
    OrganisationId client,
    PersonId assistant,
    String rail,
    Work work,
    Share share,
    Tax tax,
    Instant at) {

  /** What that entry released of a contract. */
  public static Sale of(Plan plan, UUID entry, Work work, Share share, Instant at) {
    return new Sale(
        entry,
        plan.contract(),
        plan.client(),
        plan.assistant(),
        plan.rail(),
        work,
        share,
        plan.tax(),
        at);
  }

  /** Of the work, before taxes and fees. */
  public Money price() {
    return share.part();
  }

  /** On top of it, VAT on the fee included. */
  public Money clientFee() {
    return share.fee();
  }

  /** What was worked. */
  public sealed interface Work {
    record OfTask(TaskId task, String title) implements Work {}

    /**
     * @param week its Monday in UTC
     * @param minutes that were accepted in it
     * @param rate of an hour
     */
    record OfWeek(LocalDate week, int minutes, Money rate) implements Work {}

    /**
     * Beside the work that was agreed.
     *
     * @param title what it is called on an invoice, 1–300 characters
     */
    record OfExtra(UUID extra, String title) implements Work {}

    /**
     * A month of a retainer.
     *
     * @param title what it is called on an invoice, 1–300 characters
     * @param from its first day
     * @param to its last day
     * @param whole whether all of its price is sold at once
     */
    record OfPeriod(UUID period, String title, LocalDate from, LocalDate to, boolean whole)
        implements Work {}
  }

  /** What reaches the assistant's side. */
  public Money net() {
    return share.net();
  }
}

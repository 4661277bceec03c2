package org.diestra.money.payments;

import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.diestra.hiring.fees.Rates;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Book;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.tasks.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * How the money of a contract runs, as it was when both signed.
 *
 * @param rail over which the client pays
 * @param rates what the house takes of either side
 * @param tax how its invoices are taxed today
 * @param holdDays calendar days between what was earned and when it may be called for, or, where it
 *     is only promised, is to be paid; 0–90
 */
public record Plan(
    ContractId contract,
    OrganisationId client,
    PersonId assistant,
    String rail,
    Currency currency,
    Rates rates,
    Tax tax,
    int holdDays) {

  /** What a price comes to with its taxes and fees. */
  public Charges charges() {
    return new Charges(rates, tax);
  }

  /** As long as nobody knows how its invoices are taxed. */
  public Plan untaxed() {
    return new Plan(contract, client, assistant, rail, currency, rates, Tax.NONE, holdDays);
  }

  public Book book() {
    return new Book(rail, currency);
  }

  /** Whether the client pays the assistant directly, and the house holds promises alone. */
  public boolean promised() {
    return book().ofPromises();
  }

  Account escrow(TaskId task) {
    return Account.escrow(client.value(), contract.value(), task.value());
  }

  /** The client's fee waits apart, and is earned with the work. */
  Account feeEscrow(TaskId task) {
    return Account.feeEscrow(client.value(), contract.value(), task.value());
  }

  /** What is kept apart while a dispute is open, the client's fee included. */
  Account disputed(UUID dispute) {
    return Account.disputed(client.value(), dispute);
  }

  /** For hours: the deposit that each week is paid from. */
  public Account deposit() {
    return Account.hours(client.value(), contract.value());
  }

  public Account depositFee() {
    return Account.hoursFee(client.value(), contract.value());
  }

  /** For what is paid beside the work; there is no fee on it. */
  public Account extra(UUID extra) {
    return Account.escrow(client.value(), contract.value(), extra);
  }

  /** For a month of a retainer. */
  public Account period(UUID period) {
    return Account.escrow(client.value(), contract.value(), period);
  }

  /** For the client's fee on that month. */
  public Account periodFee(UUID period) {
    return Account.feeEscrow(client.value(), contract.value(), period);
  }

  /**
   * Where what is not wanted for its work goes: it is the client's credit. A promise leaves no
   * credit behind, it is taken back.
   */
  public Account credit() {
    return promised() ? Account.promised() : Account.refundable(client.value());
  }

  public Money money(long minor) {
    return new Money(minor, currency);
  }

  /** What a price comes to for the client, taxes and its fee included. */
  public Money total(Money price) {
    return charges().gross(price).plus(charges().clientFee(price));
  }

  /** What of a price reaches the assistant, with VAT and less what is kept back. */
  public Money net(Money price) {
    return charges().gross(price).minus(charges().assistantFee(price));
  }

  static String page(ContractId contract, TaskId task) {
    return "/contracts/" + contract + "/tasks/" + task;
  }

  /** Where a week's hours are shown. */
  public static String page(ContractId contract, @Nullable LocalDate week) {
    return "/contracts/" + contract + "/time?week=" + week;
  }
}

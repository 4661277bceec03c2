package org.diestra.office.statements;

import java.time.LocalDate;
import java.util.Currency;
import org.diestra.office.books.AccountId;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.banking.CsvColumns;
import org.diestra.platform.banking.OwnAccount;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * An account at a bank.
 *
 * @param ledger the account of the chart that shows it, and no other bank account
 * @param number IBAN or number, letters and digits alone; empty where nobody has said it
 * @param columns what its bank's CSV has where, or null until somebody has said so
 * @param begins the first day of its statements, or null while none says so
 * @param opening what there was as that day began, with {@code begins}
 * @param reconciledUntil the last day up to which bank and books were found the same, or null
 * @param version counts its changes
 */
record BankAccount(
    BankAccountId id,
    WorkspaceId workspace,
    AccountId ledger,
    String name,
    String number,
    Currency currency,
    @Nullable CsvColumns columns,
    @Nullable LocalDate begins,
    @Nullable Money opening,
    @Nullable LocalDate reconciledUntil,
    int version) {

  /** The same from a first day on, with what there was as it began. */
  BankAccount begun(LocalDate from, @Nullable Money with) {
    return new BankAccount(
        id,
        workspace,
        ledger,
        name,
        number,
        currency,
        columns,
        from,
        with,
        reconciledUntil,
        version);
  }

  OwnAccount own() {
    return new OwnAccount(number, currency);
  }

  /** As people read it: in fours where it is an IBAN. */
  String shown() {
    return number.matches("[A-Z]{2}[0-9]{2}.*") ? number.replaceAll("(.{4})(?=.)", "$1 ") : number;
  }

  String href() {
    return "/w/" + workspace + "/books/banks/" + id;
  }
}

package org.diestra.money.transfers;

import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.diestra.money.ledger.Book;
import org.diestra.platform.banking.CsvColumns;
import org.diestra.platform.banking.OwnAccount;
import org.diestra.platform.base.Ids;
import org.jspecify.annotations.Nullable;

/**
 * An account of the house on which clients pay.
 *
 * @param iban or null, where it has a number of its own country
 * @param bank its name; may be empty beside an IBAN
 * @param bic may be empty
 * @param offered to contracts that are signed from now on
 * @param columns what its bank's CSV has where, or null until somebody has said so
 */
record CollectingAccount(
    UUID id,
    Currency currency,
    String holder,
    @Nullable String iban,
    @Nullable String number,
    String bank,
    String bic,
    boolean offered,
    @Nullable CsvColumns columns,
    Instant madeAt) {

  Book book() {
    return new Book(TransferRail.ID, currency);
  }

  /** As a bank's statement names it. */
  String plain() {
    return iban != null ? iban : number == null ? "" : number;
  }

  /** As it is printed. */
  String shown() {
    return iban == null ? plain() : iban.replaceAll("(.{4})(?=.)", "$1 ");
  }

  /** As readers of statements expect it. */
  OwnAccount own() {
    return new OwnAccount(plain(), currency);
  }

  String href() {
    return "/operator/transfers/accounts/" + Ids.text(id);
  }
}

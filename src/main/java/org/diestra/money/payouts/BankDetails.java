package org.diestra.money.payouts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.diestra.platform.base.Iban;

/**
 * To whom a bank is to pay: one line each, so that they can be sealed as lines.
 *
 * @param holder as the bank knows them, at most 70 characters
 */
record BankDetails(String holder, Address address, BankAccount account) {

  /**
   * In parts, as banks want it from November 2026 on.
   *
   * @param building may be empty
   * @param postcode may be empty, where a country has none
   */
  record Address(String street, String building, String postcode, String town, String country) {}

  BankDetails {
    if (holder.isBlank() || holder.contains("\n")) {
      throw new IllegalArgumentException("nobody's account");
    }
  }

  byte[] bytes() {
    var number =
        switch (account) {
          case BankAccount.ByIban(var iban) -> List.of(iban.text(), "", "", "");
          case BankAccount.ByNumber(var text, var bic, var routing, var country) ->
              List.of(text, bic, routing, country);
        };
    return String.join(
            "\n",
            holder,
            address.street(),
            address.building(),
            address.postcode(),
            address.town(),
            address.country(),
            String.join("\n", number))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Reads what {@link #bytes} wrote. */
  static BankDetails read(byte[] bytes) {
    var line = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
    var account =
        line[7].isEmpty()
            ? new BankAccount.ByIban(new Iban(line[6]))
            : new BankAccount.ByNumber(line[6], line[7], line[8], line[9]);
    return new BankDetails(
        line[0], new Address(line[1], line[2], line[3], line[4], line[5]), account);
  }

  /** Never the account itself, wherever it may be logged. */
  @Override
  public String toString() {
    return "BankDetails[" + account.masked() + "]";
  }
}

package org.diestra.work.contracts;

import java.util.Currency;
import java.util.Optional;

/** What a module that has money wants both to know, and to sign, of how they will be paid. */
public interface OfferNote {
  /** The message that says it, for a contract in that currency; empty where there is nothing. */
  Optional<String> key(Currency currency);

  /**
   * Where the client pays the assistant directly, within how many calendar days of the approval,
   * 0–90; empty where the house holds the money. It stands in the text that is signed, and who
   * signed one thing is not held to another.
   */
  Optional<Integer> directDays(Currency currency);
}

package org.diestra.work.contracts;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.diestra.hiring.fees.Rates;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;

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

  /**
   * What taxes make of that pay today, line by line, for both to see before they sign; none where
   * there is nothing to say.
   */
  default TermLines.Later taxes(OrganisationId client, PersonId assistant, Pay pay, Rates rates) {
    return List::of;
  }
}

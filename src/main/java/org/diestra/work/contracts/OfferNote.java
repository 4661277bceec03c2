package org.diestra.work.contracts;

import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/** What both are told before they sign: a bean of the module above that knows it. */
public interface OfferNote {
  /** The message that says it, for a contract in that currency; empty where there is nothing. */
  Optional<String> key(Currency currency);

  /**
   * Whether it is not any more what it was then: who signed knew something else, and is not held to
   * what nobody told.
   */
  boolean changed(Currency currency, Instant since);
}

package org.diestra.money.cards;

import java.util.Currency;
import java.util.List;
import java.util.Set;

/**
 * How the house reaches Stripe. Neither the key nor the secrets are ever written anywhere.
 *
 * @param key the secret or restricted key; empty where the house has no account there
 * @param secrets of the webhook endpoints; several while one is replaced, or beside Connect's own
 * @param api where Stripe is: an address without a slash at its end
 * @param currencies in which the account settles, so that nothing is converted on its way
 */
record StripeSettings(String key, List<String> secrets, String api, Set<Currency> currencies) {
  static final String STRIPE = "https://api.stripe.com";

  StripeSettings {
    secrets = List.copyOf(secrets);
    currencies = Set.copyOf(currencies);
  }

  boolean known() {
    return !key.isEmpty();
  }

  /** Whether its money is money. */
  boolean live() {
    return key.contains("_live_");
  }

  boolean takes(Currency currency) {
    return known() && currencies.contains(currency) && StripeAmounts.fits(currency);
  }

  @Override
  public String toString() {
    return "StripeSettings[" + (known() ? live() ? "live" : "test" : "none") + ", " + api + "]";
  }
}

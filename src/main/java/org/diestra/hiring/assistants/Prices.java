package org.diestra.hiring.assistants;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.diestra.platform.base.Money;
import org.diestra.platform.exchange.Exchange;
import org.diestra.platform.exchange.Rate;

/**
 * Amounts for one reader.
 *
 * @param own the reader's currency, for information beside the amount itself
 */
record Prices(Exchange exchange, Currency own) {

  /** About how much it is in the reader's currency; empty where it is in that already. */
  Optional<Money> about(Money money) {
    return money.currency().equals(own) ? Optional.empty() : exchange.convert(money, own);
  }

  /** Currencies to name a maximum in: those that compare. One statement. */
  Map<String, String> currencies() {
    var all = new LinkedHashMap<String, String>();
    add(all, Exchange.REFERENCE);
    exchange.all().stream().map(Rate::currency).forEach(currency -> add(all, currency));
    return all;
  }

  private static void add(Map<String, String> all, Currency currency) {
    all.put(currency.getCurrencyCode(), currency.getCurrencyCode());
  }
}

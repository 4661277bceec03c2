package org.diestra.operator.disputes;

import java.math.BigDecimal;
import org.diestra.platform.base.Money;
import org.diestra.platform.exchange.Exchange;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's rules for disputes.
 *
 * @param secondFrom from how much on, in whole euros or as much in another currency, a decision
 *     takes two operators; 0–1,000,000
 */
@ConfigurationProperties("diestra.disputes")
record DisputeRules(@DefaultValue("500") int secondFrom) {
  DisputeRules {
    if (secondFrom < 0 || secondFrom > 1_000_000) {
      throw new IllegalArgumentException("diestra.disputes: second-from from 0 to 1000000");
    }
  }

  /** Also where nobody knows what it is worth. */
  boolean second(Money stake, Exchange exchange) {
    var from = Money.of(BigDecimal.valueOf(secondFrom), Exchange.REFERENCE);
    return exchange.convert(stake, Exchange.REFERENCE).filter(from::isMoreThan).isEmpty();
  }
}

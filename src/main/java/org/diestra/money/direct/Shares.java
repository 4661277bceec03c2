package org.diestra.money.direct;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.diestra.platform.base.Money;

/** One transfer over what it is for: the oldest first, none more than it wants. */
final class Shares {
  private Shares() {}

  /**
   * @param wants what of each is to be covered at most
   * @return by entry, in that order; what gets nothing is left out, and what is left of the amount
   *     is for nothing here
   */
  static Map<UUID, Money> of(Money amount, List<Due> oldestFirst, Function<Due, Money> wants) {
    var shares = new LinkedHashMap<UUID, Money>();
    var left = amount;
    for (var due : oldestFirst) {
      var most = wants.apply(due);
      var share = left.isMoreThan(most) ? most : left;
      if (share.isPositive()) {
        shares.put(due.entry(), share);
        left = left.minus(share);
      }
    }
    return shares;
  }

  static Money sum(Money zero, Map<UUID, Money> shares) {
    return shares.values().stream().reduce(zero, Money::plus);
  }
}

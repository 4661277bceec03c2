package org.diestra.money.taxes;

import java.util.UUID;

/** Who has to know that somebody's tax details are there or others: a bean of a module above. */
public interface TaxFollower {
  /** Called in the transaction that keeps them. */
  void told(UUID owner);

  /** There is another rule; called in the transaction that keeps it. */
  default void ruled() {}
}

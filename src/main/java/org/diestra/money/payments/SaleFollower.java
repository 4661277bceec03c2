package org.diestra.money.payments;

import java.util.List;
import java.util.UUID;

/** What must happen together with a sale: a bean of a module above. */
public interface SaleFollower {
  /** Called within the transaction that releases their money, with up to some hundreds at once. */
  void sold(List<Sale> sales);

  /** All that was released of these weeks is the assistants' to call for. */
  default void matured(List<SoldWeek> weeks) {}

  /** All that was released of that month of a retainer is the assistant's to call for. */
  default void monthMatured(UUID period) {}
}

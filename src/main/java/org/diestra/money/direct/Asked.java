package org.diestra.money.direct;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.platform.base.Money;

/**
 * What is to be transferred for what is due. Where there is an invoice it is what that asks for:
 * VAT comes on top, and what the client keeps back for a tax office is not in it.
 *
 * @param invoiced what the invoices of these entries ask for, each as a whole
 */
record Asked(Map<UUID, Money> invoiced) {
  /** Where nobody has an invoice. */
  static final Asked AS_AGREED = new Asked(Map.of());

  /** Whether an invoice asks for another amount than was agreed. */
  boolean otherwise(Due due) {
    return !whole(due).equals(due.amount());
  }

  /** For all of it. */
  Money whole(Due due) {
    var asked = invoiced.get(due.entry());
    return asked == null || !asked.isPositive() ? due.amount() : asked;
  }

  /** For so much of it, in proportion, HALF_UP. */
  Money of(Due due, Money part) {
    return scaled(part, whole(due), due.amount());
  }

  /**
   * One transfer, or what arrived of one.
   *
   * @param part of what is due that is covered by it, above zero
   * @param transfer what of the transfer stands for that, taxes included
   */
  record Share(Money part, Money transfer) {}

  /** What of a due a transfer may cover, and what it takes to cover all of that. */
  record Want(UUID entry, Money part, Money transfer) {}

  /** For what nobody has paid yet. */
  Want open(Due due) {
    return new Want(due.entry(), due.open(), of(due, due.open()));
  }

  /**
   * One transfer over what it is for: the oldest first, none more than it wants.
   *
   * @return by entry, in that order; what gets nothing is left out, and what is left of the amount
   *     is for nothing here
   */
  static Map<UUID, Share> shares(Money amount, List<Want> oldestFirst) {
    var shares = new LinkedHashMap<UUID, Share>();
    var left = amount;
    for (var want : oldestFirst) {
      boolean whole = !want.transfer().isMoreThan(left);
      var transfer = whole ? want.transfer() : left;
      var part = whole ? want.part() : scaled(transfer, want.part(), want.transfer());
      if (part.isPositive()) {
        shares.put(want.entry(), new Share(part, transfer));
        left = left.minus(transfer);
      }
    }
    return shares;
  }

  /** Amount × to ÷ from, HALF_UP. */
  static Money scaled(Money amount, Money to, Money from) {
    if (to.equals(from)) {
      return amount;
    }
    var minor =
        BigDecimal.valueOf(amount.minor())
            .multiply(BigDecimal.valueOf(to.minor()))
            .divide(BigDecimal.valueOf(from.minor()), 0, RoundingMode.HALF_UP);
    return new Money(minor.longValueExact(), amount.currency());
  }
}

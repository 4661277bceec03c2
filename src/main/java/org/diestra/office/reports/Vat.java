package org.diestra.office.reports;

import java.util.Map;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountKind;
import org.diestra.office.books.AccountList;
import org.diestra.office.books.AccountUse;
import org.diestra.office.reports.Statement.Line;
import org.diestra.office.reports.Statement.Part;
import org.diestra.platform.base.Money;

/**
 * The VAT of a period: what was charged on sales, what was paid on purchases, and what of it was
 * settled. An entry settles where it moves VAT of either sort to an account for VAT settled; what
 * such entries move is no VAT of any sale or purchase, so they are left out of both.
 *
 * @param moved on each account for VAT, without entries that settle; debits above zero, minor units
 * @param settled what entries that settle brought to accounts for VAT settled; minor units, credits
 *     (what is owed) above zero
 * @param settlements how many such entries there are
 */
record Vat(
    Period period, AccountList chart, Map<AccountId, Long> moved, long settled, int settlements) {
  Vat {
    moved = Map.copyOf(moved);
  }

  Part charged() {
    return part(AccountUse.VAT_CHARGED, AccountKind.LIABILITY);
  }

  Part paid() {
    return part(AccountUse.VAT_PAID, AccountKind.ASSET);
  }

  /** What is owed to the tax office; below zero where the office owes. */
  Money due() {
    return charged().total().minus(paid().total());
  }

  Money settledAmount() {
    return money(settled);
  }

  /** Whether all of the period has been settled. */
  boolean done() {
    return settlements > 0 && settledAmount().equals(due());
  }

  /** By its use, whatever side of the balance sheet a chart has it on. */
  private Part part(AccountUse use, AccountKind side) {
    int sign = side.debits() ? 1 : -1;
    var lines =
        chart.all().stream()
            .filter(account -> account.use() == use && moved.containsKey(account.id()))
            .map(
                account -> new Line(account, 0, money(sign * moved.getOrDefault(account.id(), 0L))))
            .toList();
    return new Part(side, lines, lines.stream().map(Line::amount).reduce(money(0), Money::plus));
  }

  private Money money(long minor) {
    return new Money(minor, period.book().currency());
  }
}

package org.diestra.money.payouts;

import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.ledger.Book;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * How much of which book.
 *
 * @param id of the payout to be, so that sending the form twice is as once
 */
record RequestForm(
    @Nullable String id,
    @Nullable String rail,
    @Nullable String currency,
    @Nullable String amount) {

  static RequestForm of(Book book, Money all) {
    return new RequestForm(
        Ids.text(Ids.fresh()),
        book.rail(),
        book.currency().getCurrencyCode(),
        all.amount().toPlainString());
  }

  UUID payout() {
    return Ids.require(Typed.line(id));
  }

  /**
   * @throws NotFound if there can't be such a book
   */
  Book book() {
    try {
      return new Book(Typed.line(rail), Currency.getInstance(Typed.line(currency)));
    } catch (IllegalArgumentException unknown) {
      throw new NotFound();
    }
  }

  Optional<Money> read(Problems problems) {
    var read =
        Money.read(Typed.line(amount), book().currency()).filter(money -> money.isPositive());
    if (read.isEmpty()) {
      problems.add("amount", "payouts.amount.wrong");
    }
    return read;
  }
}

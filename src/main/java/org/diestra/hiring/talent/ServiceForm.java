package org.diestra.hiring.talent;

import java.util.Currency;
import org.diestra.hiring.talent.Profile.ItemId;
import org.diestra.hiring.talent.Profile.Service;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/** A service for a fixed price, as typed. */
record ServiceForm(
    @Nullable String title,
    @Nullable String included,
    @Nullable String amount,
    @Nullable String currency,
    @Nullable String days) {
  private static final int TITLE = 100;
  private static final int INCLUDED = 1000;
  private static final int MOST_DAYS = 90;

  static ServiceForm empty(Currency currency) {
    return new ServiceForm(null, null, null, currency.getCurrencyCode(), null);
  }

  static ServiceForm of(Service service) {
    var price = PriceForm.of(service.price(), service.price().currency());
    return new ServiceForm(
        service.title(),
        service.included(),
        price.amount(),
        price.currency(),
        Integer.toString(service.days()));
  }

  /** Only to be used where there are no problems. */
  Service read(ItemId id, Problems problems) {
    var typed = new Typed(problems);
    var called = typed.line("title", title, TITLE, "talent.service.title.needed");
    var covers = typed.text("included", included, INCLUDED, "talent.service.included.needed");
    var price = new PriceForm(amount, currency).read(problems);
    if (price == null) {
      problems.add("amount", "talent.amount.needed");
    }
    var until = typed.number("days", days, 1, MOST_DAYS, "talent.days.wrong");
    if (until == null) {
      problems.add("days", "talent.days.wrong", 1, MOST_DAYS);
    }
    return new Service(
        id, called, covers, price == null ? Money.of(0, "EUR") : price, until == null ? 0 : until);
  }
}

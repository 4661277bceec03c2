package org.diestra.work.contracts;

import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.Terms.Manual;
import org.diestra.work.contracts.Terms.Property;
import org.jspecify.annotations.Nullable;

/** Terms for tests: twelve euros an hour, eight hours a week, for a bookshop. */
final class SampleTerms {
  static final Currency EUR = Currency.getInstance("EUR");

  private SampleTerms() {}

  static Terms hourly(String rate) {
    return with("Contabilidad semanal de una librería", rate, null);
  }

  /** By the hour, and twenty-five euros for a task. */
  static Terms mixed() {
    var hour = new Pay.Hourly(Money.of(1200, "EUR"), 8);
    return with("Redes y contabilidad", new Pay(EUR, Money.of(2500, "EUR"), hour, null));
  }

  /** Twenty hours a month for 220 €, of which five roll over; beyond them by the hour, or not. */
  static Terms retainer(boolean hourly) {
    var retainer = new Pay.Retainer(20, Money.of(22_000, "EUR"), 5);
    return hourly
        ? with("Redes y contabilidad", "12.00", retainer)
        : with("Redes y contabilidad", new Pay(EUR, null, null, retainer));
  }

  static Terms with(String title, String rate, Pay.@Nullable Retainer retainer) {
    var hour = new Pay.Hourly(Money.of(new java.math.BigDecimal(rate), EUR), 8);
    return with(title, new Pay(EUR, null, hour, retainer));
  }

  private static Terms with(String title, Pay pay) {
    return new Terms(
        title,
        "Registrar las **facturas** de proveedores y conciliar el banco cada lunes.",
        EnumSet.of(Area.BOOKKEEPING, Area.DATA_ENTRY),
        pay,
        LocalDate.of(2026, 12, 1),
        14,
        2,
        7,
        24,
        Property.ON_PAYMENT,
        true,
        true,
        Manual.ACKNOWLEDGED,
        "es",
        "España");
  }
}

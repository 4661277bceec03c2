package org.diestra.platform.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * Rates as an operator pastes them.
 *
 * @param rates one a line: {@code USD 1.17}
 */
record RatesForm(@Nullable String rates, @Nullable String day) {
  private static final Pattern LINE =
      Pattern.compile("([A-Z]{3})[\\s:=]+(\\d{1,9}(?:[.,]\\d{1,6})?)");
  private static final int LONGEST = 10_000;

  static RatesForm of(List<Rate> rates, LocalDate today) {
    var text = new StringBuilder();
    rates.forEach(rate ->
        text.append(rate.currency().getCurrencyCode())
            .append(' ')
            .append(rate.perEuro().stripTrailingZeros().toPlainString())
            .append('\n'));
    return new RatesForm(text.toString().strip(), today.toString());
  }

  List<Rate> read(LocalDate today, Problems problems) {
    var on = day(today, problems);
    var found = new ArrayList<Rate>();
    var text = new Typed(problems).text("rates", rates, LONGEST, "exchange.rates.missing");
    for (var line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      var rate = rate(line, on);
      if (rate.isEmpty()) {
        problems.add(
            "rates", "exchange.rates.wrong", line.substring(0, Math.min(40, line.length())));
      }
      rate.ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Rate> rate(String line, LocalDate day) {
    var parts = LINE.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var perEuro = new BigDecimal(String.valueOf(parts.group(2)).replace(',', '.'));
    var code = String.valueOf(parts.group(1));
    boolean euro = code.equals("EUR") && perEuro.compareTo(BigDecimal.ONE) != 0;
    boolean known =
        Currency.getAvailableCurrencies().stream().anyMatch(c -> c.getCurrencyCode().equals(code));
    return !known || euro || perEuro.signum() <= 0
        ? Optional.empty()
        : Optional.of(new Rate(Currency.getInstance(code), perEuro, day));
  }

  private LocalDate day(LocalDate today, Problems problems) {
    try {
      var on = LocalDate.parse(Typed.line(day));
      if (!on.isAfter(today)) {
        return on;
      }
    } catch (java.time.format.DateTimeParseException malformed) {
      // said below
    }
    problems.add("day", "exchange.day.wrong");
    return today;
  }
}

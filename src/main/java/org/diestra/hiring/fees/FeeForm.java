package org.diestra.hiring.fees;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.diestra.platform.base.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What the operator's page may send.
 *
 * @param client percent, such as 2.5 or 2,5
 * @param assistant percent
 * @param from the day on which it begins, at midnight in the operator's zone
 */
record FeeForm(@Nullable String client, @Nullable String assistant, @Nullable String from) {
  private static final Pattern PERCENT = Pattern.compile("\\d{1,2}([.,]\\d{1,2})?");

  static FeeForm of(Rates rates, LocalDate from) {
    return new FeeForm(
        rates.clientPercent().toPlainString(),
        rates.assistantPercent().toPlainString(),
        from.toString());
  }

  /** The rates that were meant; only to be used where there are no problems. */
  Rates rates(Problems problems) {
    return new Rates(
        basisPoints("client", client, problems), basisPoints("assistant", assistant, problems));
  }

  Instant begins(ZoneId zone, Problems problems) {
    try {
      return LocalDate.parse(from == null ? "" : from.strip()).atStartOfDay(zone).toInstant();
    } catch (DateTimeException notADay) {
      problems.add("from", "fees.from.wrong");
      return Instant.EPOCH;
    }
  }

  private static int basisPoints(String field, @Nullable String typed, Problems problems) {
    var text = typed == null ? "" : typed.replace("%", "").strip();
    if (PERCENT.matcher(text).matches()) {
      int found =
          new BigDecimal(text.replace(',', '.'))
              .movePointRight(2)
              .setScale(0, RoundingMode.UNNECESSARY)
              .intValueExact();
      if (found <= Rates.MOST) {
        return found;
      }
    }
    problems.add(field, "fees.percent.wrong", Rates.MOST / 100);
    return 0;
  }
}

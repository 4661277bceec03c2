package org.diestra.office.dues;

import java.math.BigDecimal;
import java.util.List;
import org.diestra.office.books.Chart;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/** Rates of taxes, in thousandths: 210 are 21 %. */
public final class Rates {
  private Rates() {}

  /** Of a percentage with one decimal at most, 0–99.9; null where it is none. */
  public static @Nullable Integer read(@Nullable String typed) {
    var text = Typed.line(typed).replace(',', '.').replace("%", "").strip();
    return text.matches("[0-9]{1,2}([.][0-9])?")
        ? new BigDecimal(text).movePointRight(1).intValueExact()
        : null;
  }

  /** As it is typed: 21, 5.2. */
  public static String text(int rate) {
    return percent(rate).toPlainString();
  }

  /** For people, with a sign beside it. */
  public static BigDecimal percent(int rate) {
    var plain = BigDecimal.valueOf(rate, 1).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  /** Those of VAT that are usual where such a chart is, the commonest first; some have none. */
  public static List<String> usual(Chart chart) {
    return switch (chart) {
      case SPAIN -> List.of("21", "10", "4", "0");
      case MEXICO -> List.of("16", "8", "0");
      case COLOMBIA -> List.of("19", "5", "0");
      case GENERIC -> List.of("20", "0");
    };
  }
}

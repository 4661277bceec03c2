package org.diestra.office.dataentry;

import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diestra.office.dataentry.Batch.Hand;
import org.diestra.office.dataentry.ValueStore.Flaws;
import org.diestra.office.dataentry.ValueStore.Pace;
import org.diestra.office.fields.Field;
import org.diestra.platform.page.Bar;

/**
 * How well a batch was keyed in: values that were found to be wrong, against those of which it is
 * known by now; what nobody has compared is neither right nor wrong.
 *
 * @param paces records of each hand, and milliseconds for one
 * @param looked records of the sample that were looked through
 */
record Report(List<Field> fields, List<Flaws> flaws, Map<Hand, Pace> paces, int looked) {
  Report {
    fields = List.copyOf(fields);
    flaws = List.copyOf(flaws);
    paces = new EnumMap<>(paces.isEmpty() ? Map.of(Hand.A, new Pace(0, 0, 0)) : paces);
  }

  int wrong(Field field, Hand hand) {
    return flaws.stream()
        .filter(f -> f.field() == field.number() && f.hand().equals(hand.name()))
        .mapToInt(Flaws::count)
        .sum();
  }

  /** Values of a field that were compared, of both hands. */
  int compared() {
    return paces.values().stream().mapToInt(Pace::compared).sum();
  }

  /** Per cent of a field's values that were wrong, of both hands; NaN where none was compared. */
  double rate(Field field) {
    int wrong = 0;
    for (var hand : Hand.values()) {
      wrong += wrong(field, hand);
    }
    return rate(wrong, compared());
  }

  /** Per cent of a person's values that were wrong, over all fields; NaN for none compared. */
  double rate(Hand hand) {
    int compared = paces.getOrDefault(hand, new Pace(0, 0, 0)).compared();
    int wrong = fields.stream().mapToInt(f -> wrong(f, hand)).sum();
    return rate(wrong, (long) compared * fields.size());
  }

  /** Per cent of the sample's values that were wrong; NaN before any was looked through. */
  double sample() {
    int wrong = flaws.stream().filter(f -> f.hand().equals("SAMPLE")).mapToInt(Flaws::count).sum();
    return rate(wrong, (long) looked * fields.size());
  }

  private static double rate(int wrong, long of) {
    return of == 0 ? Double.NaN : wrong * 100.0 / of;
  }

  List<Bar> bars(Locale locale) {
    return fields.stream().map(f -> new Bar(f.name(), rate(f), text(rate(f), locale))).toList();
  }

  static String text(double percent, Locale locale) {
    if (Double.isNaN(percent)) {
      return "–";
    }
    var format = NumberFormat.getPercentInstance(locale);
    format.setMinimumFractionDigits(2);
    format.setMaximumFractionDigits(2);
    return format.format(percent / 100);
  }
}

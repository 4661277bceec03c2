package org.diestra.office.dataentry;

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
 * How well a batch was keyed in: values that were found to be wrong, against those keyed in.
 *
 * @param paces records of each hand, and milliseconds for one
 */
record Report(List<Field> fields, List<Flaws> flaws, Map<Hand, Pace> paces) {
  Report {
    fields = List.copyOf(fields);
    flaws = List.copyOf(flaws);
    paces = new EnumMap<>(paces.isEmpty() ? Map.of(Hand.A, new Pace(0, 0)) : paces);
  }

  int wrong(Field field, Hand hand) {
    return flaws.stream()
        .filter(f -> f.field() == field.number() && f.hand().equals(hand.name()))
        .mapToInt(Flaws::count)
        .sum();
  }

  /** Per cent of a field's values that were wrong, of both hands. */
  double rate(Field field) {
    int keyed = paces.values().stream().mapToInt(Pace::records).sum();
    int wrong = 0;
    for (var hand : Hand.values()) {
      wrong += wrong(field, hand);
    }
    return keyed == 0 ? 0 : wrong * 100.0 / keyed;
  }

  /** Per cent of a person's values that were wrong, over all fields. */
  double rate(Hand hand) {
    int keyed = paces.getOrDefault(hand, new Pace(0, 0)).records() * fields.size();
    int wrong = fields.stream().mapToInt(f -> wrong(f, hand)).sum();
    return keyed == 0 ? 0 : wrong * 100.0 / keyed;
  }

  List<Bar> bars(Locale locale) {
    return fields.stream().map(f -> new Bar(f.name(), rate(f), text(rate(f), locale))).toList();
  }

  static String text(double percent, Locale locale) {
    return String.format(locale, "%.2f %%", percent);
  }
}

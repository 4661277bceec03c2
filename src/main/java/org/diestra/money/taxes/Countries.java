package org.diestra.money.taxes;

import java.text.Collator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.diestra.platform.page.Ui;

/** All countries of ISO 3166-1, by their names in the reader's language. */
final class Countries {
  private static final Set<String> ALL = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

  private Countries() {}

  static boolean is(String code) {
    return ALL.contains(code);
  }

  static String name(String code, Locale reader) {
    return Locale.of("", code).getDisplayCountry(reader);
  }

  /** For a field, after a first entry that names none. */
  static Map<String, String> choices(String none) {
    var reader = Ui.locale();
    var all = new LinkedHashMap<String, String>();
    all.put("", none);
    ALL.stream()
        .map(code -> Map.entry(code, name(code, reader)))
        .sorted(Map.Entry.comparingByValue(Collator.getInstance(reader)))
        .forEach(e -> all.put(e.getKey(), e.getValue()));
    return all;
  }
}

package org.diestra.work.contracts;

import static org.diestra.platform.page.Ui.words;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.diestra.platform.base.Area;

/** What can be chosen in a form of terms, in the reader's words. */
final class TermChoices {
  private TermChoices() {}

  static Map<String, String> areas() {
    var all = new LinkedHashMap<String, String>();
    for (var area : Area.values()) {
      all.put(area.slug(), words(area.key()));
    }
    return all;
  }

  static Map<String, String> properties() {
    return named("contracts.property.", Terms.Property.values());
  }

  static Map<String, String> manuals() {
    return named("contracts.manual.", Terms.Manual.values());
  }

  static Map<String, String> signs() {
    return named("contracts.status.", StatusCheck.Sign.values());
  }

  static Map<String, String> languages() {
    var all = new LinkedHashMap<String, String>();
    all.put("es", "Español");
    all.put("en", "English");
    return all;
  }

  private static Map<String, String> named(String prefix, Enum<?>[] values) {
    var all = new LinkedHashMap<String, String>();
    for (var value : values) {
      var slug = value.name().toLowerCase(Locale.ROOT).replace('_', '-');
      all.put(value.name(), words(prefix + slug));
    }
    return all;
  }
}

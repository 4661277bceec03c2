package org.diestra.hiring.board;

import static org.diestra.platform.page.Ui.locale;
import static org.diestra.platform.page.Ui.words;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.PayUnit;
import org.diestra.platform.page.Options;
import org.diestra.platform.search.Facet;

/** What the filters offer, each with how many there are. Only while a page is being rendered. */
final class Choices {
  private Choices() {}

  static Map<String, String> areas(Board.Shown found) {
    var all = new LinkedHashMap<String, String>();
    for (var area : Area.values()) {
      all.put(area.slug(), counted(words(area.key()), found, Facet.AREA, area.slug()));
    }
    return all;
  }

  static Map<String, String> units(Board.Shown found) {
    var all = new LinkedHashMap<String, String>();
    for (var unit : new PayUnit[] {PayUnit.HOUR, PayUnit.TASK}) {
      all.put(unit.slug(), counted(words(unit.key()), found, Facet.PAY_UNIT, unit.slug()));
    }
    return all;
  }

  /** Those that jobs ask for, the most frequent first, and the one that was chosen. */
  static Map<String, String> languages(Board.Shown found, String chosen) {
    var all = new LinkedHashMap<String, String>();
    all.put("", words("board.any"));
    found
        .counts()
        .getOrDefault(Facet.LANGUAGE, Map.of())
        .keySet()
        .forEach(code -> all.put(code, counted(name(code), found, Facet.LANGUAGE, code)));
    if (!found.indexed()) {
      Options.languages().forEach(all::putIfAbsent);
    }
    if (Options.languages().containsKey(chosen)) {
      all.computeIfAbsent(chosen, Choices::name);
    }
    return all;
  }

  static Map<String, String> orders() {
    var all = new LinkedHashMap<String, String>();
    for (var order : Order.values()) {
      all.put(order.slug(), words("board.sort." + order.slug()));
    }
    return all;
  }

  private static String name(String code) {
    return Locale.of(code).getDisplayLanguage(locale());
  }

  private static String counted(String name, Board.Shown found, Facet facet, String value) {
    return found.indexed() ? words("board.counted", name, found.count(facet, value)) : name;
  }
}

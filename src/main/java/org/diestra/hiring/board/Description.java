package org.diestra.hiring.board;

import java.util.ArrayList;
import java.util.Locale;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Money;
import org.diestra.platform.page.Formats;

/** Says in words what {@link Filters} look for: "contasol · Bookkeeping · from €12.00". */
final class Description {
  private static final int LONGEST = 300;

  private Description() {}

  static String of(Filters filters, Formats words) {
    var parts = new ArrayList<String>();
    if (!filters.q().isEmpty()) {
      parts.add("“" + filters.q() + "”");
    }
    for (var area : Area.values()) {
      if (filters.area().contains(area.slug())) {
        parts.add(words.words(area.key()));
      }
    }
    filters.unit().forEach(unit -> parts.add(words.words("page.per." + unit)));
    amount(filters, filters.from(), "board.said.from", words, parts);
    amount(filters, filters.to(), "board.said.to", words, parts);
    if (!filters.language().isEmpty()) {
      parts.add(Locale.of(filters.language()).getDisplayLanguage(words.locale()));
    }
    filters.sharedHours().ifPresent(hours -> parts.add(words.words("board.said.hours", hours)));
    if (filters.verified()) {
      parts.add(words.words("board.verified"));
    }
    var all = parts.isEmpty() ? words.words("board.said.all") : String.join(" · ", parts);
    return all.length() <= LONGEST ? all : all.substring(0, LONGEST - 1) + "…";
  }

  private static void amount(
      Filters filters, String typed, String key, Formats words, ArrayList<String> parts) {
    Money.read(typed, Looking.currency(filters))
        .ifPresent(amount -> parts.add(words.words(key, amount)));
  }
}

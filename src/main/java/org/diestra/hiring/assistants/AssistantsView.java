package org.diestra.hiring.assistants;

import static org.diestra.platform.page.Ui.locale;
import static org.diestra.platform.page.Ui.words;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.diestra.hiring.talent.AssistantCard;
import org.diestra.hiring.talent.Claim;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Fluency.Level;
import org.diestra.platform.exchange.Exchange;
import org.diestra.platform.page.DayBar;
import org.diestra.platform.page.Formats;
import org.diestra.platform.page.Options;
import org.diestra.platform.search.Facet;

/**
 * The list of assistants with its filters.
 *
 * @param today for daylight saving in the hours shown
 * @param turned whether this is not the first page
 * @param address the whole address of the list
 * @param currencies those that compare, code to words
 */
record AssistantsView(
    Wanted wanted,
    Lookup.Page page,
    LocalDate today,
    boolean turned,
    String address,
    Formats formats,
    Prices prices,
    Map<String, String> currencies) {

  /** A filter that is set, and where to go without it. */
  record Chip(String text, String href) {}

  List<Chip> chips() {
    return Said.of(wanted, formats).stream()
        .map(said -> new Chip(said.text(), wanted.without(said.filter()).href()))
        .toList();
  }

  /** How many there would be with that area; empty where nobody counted. */
  String count(Area area) {
    var counts = page.counts().get(Facet.AREA);
    return counts == null ? "" : Integer.toString(counts.getOrDefault(area.slug(), 0));
  }

  /** Languages to choose from: those that somebody speaks, with how many, or else all. */
  Map<String, String> languages() {
    var counts = page.counts().get(Facet.LANGUAGE);
    var fluency = wanted.fluency();
    if (counts == null) {
      return Options.languages();
    }
    var all = new LinkedHashMap<String, String>();
    all.put("", words("assistants.any"));
    counts.forEach((code, n) -> all.put(code, words("assistants.counted", name(code), n)));
    if (fluency != null) {
      all.putIfAbsent(fluency.language(), words("assistants.counted", name(fluency.language()), 0));
    }
    return all;
  }

  private static String name(String language) {
    return Locale.of(language).getDisplayLanguage(locale());
  }

  /** What a maximum is named in: as asked, or else the reader's own. */
  String currency() {
    var most = wanted.most();
    var code = (most == null ? prices.own() : most.currency()).getCurrencyCode();
    return currencies.containsKey(code) ? code : Exchange.REFERENCE.getCurrencyCode();
  }

  Map<String, String> levels() {
    var all = new LinkedHashMap<String, String>();
    all.put("", words("assistants.any"));
    Options.levels()
        .forEach((code, text) -> {
          if (!code.isEmpty()) {
            all.put(code, text);
          }
        });
    return all;
  }

  /** The level asked for; empty where any will do. */
  String level() {
    var fluency = wanted.fluency();
    return fluency == null || fluency.level() == Level.A1 ? "" : fluency.level().name();
  }

  Map<String, String> sorts() {
    var all = new LinkedHashMap<String, String>();
    for (var sort : List.of("fit", "newest", "rate")) {
      all.put(sort, words("assistants.sort." + sort));
    }
    return all;
  }

  Map<String, String> zones() {
    return Options.clocks(wanted.zone());
  }

  /** Their hours beside those asked for, on the client's clock. */
  DayBar bar(AssistantCard card) {
    return wanted.shared() > 0
        ? DayBar.of(card.week(), wanted.week(), today)
        : DayBar.of(card.week(), wanted.zone(), today);
  }

  /** Hours a week within those asked for. */
  int shared(AssistantCard card) {
    return card.week().sharedHours(wanted.week(), today);
  }

  /** Away today or later. */
  boolean away(AssistantCard card) {
    var until = card.awayUntil();
    return until != null && until.isAfter(today);
  }

  /** The areas asked for first. */
  List<Claim> areas(AssistantCard card) {
    var order = new TreeSet<Area>(wanted.areas());
    return card.areas().stream()
        .sorted(java.util.Comparator.comparing((Claim c) -> !order.contains(c.area())))
        .toList();
  }

  String nextHref() {
    var next = page.next();
    var query = wanted.query();
    return next == null
        ? ""
        : "/assistants?"
            + (query.isEmpty() ? "" : query + "&")
            + "after="
            + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8);
  }
}

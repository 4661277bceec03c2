package org.diestra.platform.accounts;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diestra.platform.accounts.Accounts.Choices;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Ui;
import org.jspecify.annotations.Nullable;

/** What the settings page may send. */
record SettingsForm(
    @Nullable String name,
    @Nullable String language,
    @Nullable String zone,
    @Nullable String currency) {
  private static final List<String> COMMON =
      List.of("EUR", "USD", "GBP", "MXN", "COP", "ARS", "CLP", "PEN", "BRL", "MAD", "NGN", "PHP");

  static SettingsForm of(Viewer viewer) {
    return new SettingsForm(
        viewer.name(),
        viewer.locale().getLanguage(),
        viewer.zone().getId(),
        viewer.currency().getCurrencyCode());
  }

  Choices read(Problems problems) {
    var called = name == null ? "" : name.strip();
    if (called.isEmpty() || called.length() > 120) {
      problems.add("name", "accounts.settings.name.wrong", 120);
    }
    boolean known = "es".equals(language) || "en".equals(language);
    if (!known) {
      problems.add("language", "accounts.settings.language.wrong");
    }
    return new Choices(
        called,
        Locale.of(known ? String.valueOf(language) : "en"),
        zone(zone, problems),
        currency(currency, problems));
  }

  static ZoneId zone(@Nullable String typed, Problems problems) {
    if (typed != null && ZoneId.getAvailableZoneIds().contains(typed)) {
      return ZoneId.of(typed);
    }
    problems.add("zone", "accounts.settings.zone.wrong");
    return ZoneId.of("UTC");
  }

  static Currency currency(@Nullable String typed, Problems problems) {
    try {
      return Currency.getInstance(String.valueOf(typed));
    } catch (IllegalArgumentException unknown) {
      problems.add("currency", "accounts.settings.currency.wrong");
      return Currency.getInstance("EUR");
    }
  }

  static Map<String, String> languages() {
    var all = new LinkedHashMap<String, String>();
    all.put("es", "Español");
    all.put("en", "English");
    return all;
  }

  /** Zones that name a place, as their ids: the browser finds one by typing its city. */
  static Map<String, String> zones() {
    var all = new LinkedHashMap<String, String>();
    ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
        .sorted()
        .forEach(id -> all.put(id, id.replace('_', ' ').replace("/", " / ")));
    return all;
  }

  /** The currencies this house meets most first, then every other by name. */
  static Map<String, String> currencies() {
    var all = new LinkedHashMap<String, String>();
    COMMON.forEach(code -> all.put(code, named(Currency.getInstance(code))));
    Currency.getAvailableCurrencies().stream()
        .filter(c -> c.getDefaultFractionDigits() >= 0)
        .sorted(Comparator.comparing(Currency::getCurrencyCode))
        .forEach(c -> all.putIfAbsent(c.getCurrencyCode(), named(c)));
    return all;
  }

  private static String named(Currency currency) {
    return currency.getCurrencyCode() + " · " + currency.getDisplayName(Ui.locale());
  }
}

package org.diestra.platform.page;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Fluency;

/** What the house's own lists hold, as a field's {@code options}: value to words, in order. */
public final class Options {
  private static final List<String> CURRENCIES =
      List.of("EUR", "USD", "GBP", "MXN", "COP", "ARS", "CLP", "PEN", "BRL", "MAD", "NGN", "PHP");
  private static final List<String> LANGUAGES =
      List.of(
          "es", "en", "fr", "pt", "de", "it", "ca", "gl", "eu", "ar", "tl", "nl", "pl", "ro", "ru",
          "uk", "tr", "zh", "ja", "ko", "hi", "ur", "bn", "id", "ms", "vi", "th", "sw", "yo", "ig",
          "ha", "am", "zu", "af", "el", "he", "fa", "hu", "cs", "sk", "bg", "sr", "hr", "sv", "da",
          "no", "fi", "qu", "gn", "ay");
  private static final List<String> ZONES =
      List.of(
          "Europe/Madrid",
          "Atlantic/Canary",
          "Europe/London",
          "Europe/Berlin",
          "Africa/Casablanca",
          "Africa/Lagos",
          "Africa/Nairobi",
          "Asia/Dubai",
          "Asia/Kolkata",
          "Asia/Manila",
          "Asia/Tokyo",
          "Australia/Sydney",
          "America/New_York",
          "America/Chicago",
          "America/Los_Angeles",
          "America/Mexico_City",
          "America/Bogota",
          "America/Lima",
          "America/Caracas",
          "America/Santiago",
          "America/Argentina/Buenos_Aires",
          "America/Sao_Paulo",
          "UTC");

  private Options() {}

  /** Slug to name. */
  public static Map<String, String> areas() {
    var all = new LinkedHashMap<String, String>();
    for (var area : Area.values()) {
      all.put(area.slug(), Ui.words(area.key()));
    }
    return all;
  }

  /** ISO 4217 codes: the ones this house meets most, then every other. */
  public static Map<String, String> currencies() {
    var all = new LinkedHashMap<String, String>();
    CURRENCIES.forEach(code -> all.put(code, named(Currency.getInstance(code))));
    Currency.getAvailableCurrencies().stream()
        .filter(c -> c.getDefaultFractionDigits() >= 0)
        .sorted(Comparator.comparing(Currency::getCurrencyCode))
        .forEach(c -> all.putIfAbsent(c.getCurrencyCode(), named(c)));
    return all;
  }

  /** The ones this house meets most, after that one: for filters, where every byte is read. */
  public static Map<String, String> usualCurrencies(String first) {
    var all = new LinkedHashMap<String, String>();
    Currency.getAvailableCurrencies().stream()
        .filter(c -> c.getCurrencyCode().equals(first))
        .forEach(c -> all.put(first, named(c)));
    CURRENCIES.forEach(code -> all.putIfAbsent(code, named(Currency.getInstance(code))));
    return all;
  }

  private static String named(Currency currency) {
    return currency.getCurrencyCode() + " · " + currency.getDisplayName(Ui.locale());
  }

  /** ISO 639-1 codes, the likeliest first, after an empty choice. */
  public static Map<String, String> languages() {
    var all = new LinkedHashMap<String, String>();
    all.put("", Ui.words("page.choose"));
    LANGUAGES.forEach(code -> all.put(code, Locale.of(code).getDisplayLanguage(Ui.locale())));
    return all;
  }

  /** CEFR levels from the first words to a mother tongue, after an empty choice. */
  public static Map<String, String> levels() {
    var all = new LinkedHashMap<String, String>();
    all.put("", Ui.words("page.choose"));
    for (var level : Fluency.Level.values()) {
      all.put(level.name(), level(level));
    }
    return all;
  }

  /** A city for every clock in the world's offices, after that one. */
  public static Map<String, String> clocks(ZoneId first) {
    var all = new LinkedHashMap<String, String>();
    all.put(first.getId(), Ui.city(first));
    ZONES.forEach(id -> all.putIfAbsent(id, Ui.city(ZoneId.of(id))));
    return all;
  }

  /** Zones that name a place, as their ids: the browser finds one by typing its city. */
  public static Map<String, String> zones() {
    var all = new LinkedHashMap<String, String>();
    ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
        .sorted()
        .forEach(id -> all.put(id, id.replace('_', ' ').replace("/", " / ")));
    return all;
  }

  /** "C1 · advanced". */
  public static String level(Fluency.Level level) {
    return Ui.words("page.level." + level.name());
  }
}

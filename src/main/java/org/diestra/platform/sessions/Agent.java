package org.diestra.platform.sessions;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A browser and its system, by the names that people know them by. Only these names are kept: the
 * header that they are read from says more about somebody than we need.
 *
 * @param browser a name, or empty where it is none we know
 * @param system the same for the system
 */
record Agent(String browser, String system) implements Serializable {
  static final Agent UNKNOWN = new Agent("", "");
  private static final int READ = 1000;

  /** What a header contains, and whose sign it is. The first that fits counts. */
  private record Sign(String mark, String name) {}

  // Most browsers also name those that they descend from, so the youngest stand first.
  private static final List<Sign> BROWSERS =
      List.of(
          new Sign("Edg", "Edge"),
          new Sign("OPR/", "Opera"),
          new Sign("Vivaldi/", "Vivaldi"),
          new Sign("SamsungBrowser/", "Samsung Internet"),
          new Sign("YaBrowser/", "Yandex"),
          new Sign("DuckDuckGo/", "DuckDuckGo"),
          new Sign("FxiOS/", "Firefox"),
          new Sign("Firefox/", "Firefox"),
          new Sign("CriOS/", "Chrome"),
          new Sign("HeadlessChrome/", "Chrome"),
          new Sign("Chrome/", "Chrome"),
          new Sign("Safari/", "Safari"));

  private static final List<Sign> SYSTEMS =
      List.of(
          new Sign("iPhone", "iPhone"),
          new Sign("iPad", "iPad"),
          new Sign("Android", "Android"),
          new Sign("CrOS", "ChromeOS"),
          new Sign("Windows", "Windows"),
          new Sign("Macintosh", "macOS"),
          new Sign("Linux", "Linux"));

  /** Reads a {@code User-Agent} header, of which the first 1000 characters count. */
  static Agent of(@Nullable String header) {
    if (header == null) {
      return UNKNOWN;
    }
    var text = header.length() > READ ? header.substring(0, READ) : header;
    return new Agent(first(BROWSERS, text), first(SYSTEMS, text));
  }

  /** The message that names both, either or none. */
  String key() {
    if (browser.isEmpty()) {
      return system.isEmpty() ? "sessions.agent.unknown" : "sessions.agent.system";
    }
    return system.isEmpty() ? "sessions.agent.browser" : "sessions.agent.both";
  }

  /** A picture of the device. */
  String picture() {
    return switch (system) {
      case "iPhone", "Android" -> "smartphone";
      case "iPad" -> "tablet";
      default -> "monitor";
    };
  }

  private static String first(List<Sign> signs, String text) {
    return signs.stream()
        .filter(s -> text.contains(s.mark()))
        .map(Sign::name)
        .findFirst()
        .orElse("");
  }
}

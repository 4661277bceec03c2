package org.diestra.platform.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.WebUtils;

/**
 * Which language, zone and theme an answer is written in: the person's own, else what the address
 * says ({@code ?lang=es}, so that each language can be linked to and found), else what the cookie
 * remembers, else what the browser asks for. Every page exists in English and Spanish.
 */
public final class Locales {
  public static final Locale ENGLISH = Locale.ENGLISH;
  public static final Locale SPANISH = Locale.of("es");

  /** The languages that every message exists in; the first is the default. */
  public static final List<Locale> ALL = List.of(ENGLISH, SPANISH);

  static final String LANGUAGE_COOKIE = "lang";
  static final String LANGUAGE_PARAMETER = "lang";
  private static final Pattern ADDRESSED =
      Pattern.compile("(?:^|&)" + LANGUAGE_PARAMETER + "=([a-z]{2})(?:&|$)");
  static final String THEME_COOKIE = "theme";
  static final String ZONE_COOKIE = "zone";
  static final List<String> THEMES = List.of("light", "dark", "auto");

  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private Locales() {}

  /** The language of that name, if the house speaks it. */
  public static Optional<Locale> named(String language) {
    return ALL.stream().filter(l -> l.getLanguage().equals(language)).findFirst();
  }

  /** A guest's locale; keeps the region that the browser names, for dates and numbers. */
  static Locale of(HttpServletRequest request) {
    var asked =
        request.getHeader("Accept-Language") == null
            ? List.<Locale>of()
            : Collections.list(request.getLocales());
    var chosen =
        addressed(request).or(() -> cookie(request, LANGUAGE_COOKIE)).flatMap(Locales::named);
    return asked.stream()
        .filter(l -> chosen.isPresent() ? same(chosen.get(), l) : spoken(l))
        .findFirst()
        .map(Locales::plain)
        .or(() -> chosen)
        .orElse(ENGLISH);
  }

  /**
   * From the query alone: asking for a parameter would read a form's body, and an error page, which
   * is a GET whatever failed (since Servlet 6.1), would then wait for a stranger's gigabyte.
   */
  private static Optional<String> addressed(HttpServletRequest request) {
    return Optional.ofNullable(request.getQueryString())
        .map(ADDRESSED::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }

  static ZoneId zone(HttpServletRequest request) {
    return cookie(request, ZONE_COOKIE).flatMap(Locales::zoneNamed).orElse(ZoneOffset.UTC);
  }

  static String theme(HttpServletRequest request) {
    return cookie(request, THEME_COOKIE).filter(THEMES::contains).orElse("auto");
  }

  static boolean spoken(Locale locale) {
    return named(locale.getLanguage()).isPresent();
  }

  /** Language and region alone: extensions such as another calendar would change our dates. */
  private static Locale plain(Locale locale) {
    return Locale.of(locale.getLanguage(), locale.getCountry());
  }

  private static boolean same(Locale one, Locale other) {
    return one.getLanguage().equals(other.getLanguage());
  }

  private static Optional<ZoneId> zoneNamed(String name) {
    return Optional.of(name).filter(ZONES::contains).map(ZoneId::of);
  }

  private static Optional<String> cookie(HttpServletRequest request, String name) {
    return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
  }
}

package org.diestra.platform.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.diestra.platform.base.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A visitor's choice of language and theme, remembered by a cookie. A plain link suffices: it
 * changes nothing but how this browser is served.
 */
@Guests
@Controller
class ChoicesController {
  private final ObjectProvider<LanguageChosen> languageListeners;
  private final ObjectProvider<ThemeChosen> themeListeners;

  ChoicesController(
      ObjectProvider<LanguageChosen> languageListeners,
      ObjectProvider<ThemeChosen> themeListeners) {
    this.languageListeners = languageListeners;
    this.themeListeners = themeListeners;
  }

  @GetMapping("/language/{language}")
  String language(
      @PathVariable String language,
      @RequestParam(defaultValue = "/") String to,
      HttpServletRequest request,
      HttpServletResponse response) {
    var locale = Locales.named(language).orElseThrow(NotFound::new);
    remember(Locales.LANGUAGE_COOKIE, locale.getLanguage(), request, response);
    languageListeners.orderedStream().forEach(l -> l.chosen(request, locale));
    return "redirect:" + LocalPath.orHome(to);
  }

  @GetMapping("/theme/{theme}")
  String theme(
      @PathVariable String theme,
      @RequestParam(defaultValue = "/") String to,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!Locales.THEMES.contains(theme)) {
      throw new NotFound();
    }
    remember(Locales.THEME_COOKIE, theme, request, response);
    themeListeners.orderedStream().forEach(l -> l.chosen(request, theme));
    return "redirect:" + LocalPath.orHome(to);
  }

  private static void remember(
      String name, String value, HttpServletRequest request, HttpServletResponse response) {
    var cookie =
        ResponseCookie.from(name, value)
            .path("/")
            .maxAge(Duration.ofDays(365))
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}

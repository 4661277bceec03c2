package org.diestra.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class LocalesTests {
  private final MockHttpServletRequest request = new MockHttpServletRequest();

  @Test
  void aBrowserThatAsksForNothingGetsEnglish() {
    assertThat(Locales.of(request)).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void theFirstLanguageThatTheHouseSpeaksIsTaken() {
    asks("fr-CA,fr;q=0.9,es-MX;q=0.8,en;q=0.7");
    assertThat(Locales.of(request)).isEqualTo(Locale.of("es", "MX"));
  }

  @Test
  void aChoiceIsStrongerThanTheBrowserAndKeepsItsRegion() {
    asks("en-GB,es-CO;q=0.5");
    request.setCookies(new Cookie("lang", "es"));
    assertThat(Locales.of(request)).isEqualTo(Locale.of("es", "CO"));
  }

  @Test
  void nonsenseInACookieIsPassedOver() {
    asks("es");
    request.setCookies(
        new Cookie("lang", "xx"), new Cookie("theme", "pink"), new Cookie("zone", "Mars/Base"));
    assertThat(Locales.of(request)).isEqualTo(Locales.SPANISH);
    assertThat(Locales.theme(request)).isEqualTo("auto");
    assertThat(Locales.zone(request)).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void aGuestsZoneIsRemembered() {
    request.setCookies(new Cookie("zone", "America/Bogota"));
    assertThat(Locales.zone(request)).isEqualTo(ZoneId.of("America/Bogota"));
  }

  @Test
  void anAddressThatNamesALanguageIsInThatLanguage() {
    request.setQueryString("page=2&lang=es");
    request.setCookies(new Cookie("lang", "en"));
    assertThat(Locales.of(request)).isEqualTo(Locales.SPANISH);
  }

  /** A parameter could stand in a form, which must not be read just to find a language. */
  @Test
  void aFormNamesNoLanguage() {
    request.setParameter("lang", "es");
    assertThat(Locales.of(request)).isEqualTo(Locale.ENGLISH);
  }

  private void asks(String languages) {
    request.addHeader("Accept-Language", languages);
    request.setPreferredLocales(
        Locale.LanguageRange.parse(languages).stream()
            .map(range -> Locale.forLanguageTag(range.getRange()))
            .toList());
  }
}

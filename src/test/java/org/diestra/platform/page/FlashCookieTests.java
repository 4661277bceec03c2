package org.diestra.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Objects;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;
import tools.jackson.databind.json.JsonMapper;

class FlashCookieTests {
  private static final String HERE = "/jobs/1";
  private final FlashCookie flashes = new FlashCookie(new FlashText(new JsonMapper()));

  @Test
  void aMessageCrossesTheRedirectInACookieAndIsSaidOnce() {
    var money = Money.of(1250, "EUR");
    var date = LocalDate.of(2026, 3, 1);
    var at = Instant.parse("2026-03-01T10:00:00Z");
    var redirect = new RedirectAttributesModelMap();
    Flash.undoable(redirect, "/jobs/1/undo?a=b", "page.undo", "Señora <b>", money, 3, date, at);
    var asked = new MockHttpServletRequest();
    var cookie = sent(redirect, asked);
    assertThat(asked.getSession(false)).isNull();
    assertThat(cookie.isHttpOnly()).isTrue();

    var answer = new MockHttpServletResponse();
    var flash = Objects.requireNonNull(received(cookie, HERE, answer));
    assertThat(flash.values()).containsExactly("Señora <b>", money, 3L, date, at);
    assertThat(flash.undoHref()).isEqualTo("/jobs/1/undo?a=b");
    assertThat(flash.tone()).isEqualTo("ok");
    var left = Objects.requireNonNull(answer.getCookie("flash"));
    assertThat(left.getValue()).isEmpty();
    assertThat(left.getMaxAge()).isZero();
  }

  @Test
  void anotherPageLeavesItWaiting() {
    var redirect = new RedirectAttributesModelMap();
    Flash.ok(redirect, "page.undo");
    var cookie = sent(redirect, new MockHttpServletRequest());
    var answer = new MockHttpServletResponse();
    assertThat(received(cookie, "/elsewhere", answer)).isNull();
    assertThat(answer.getCookie("flash")).isNull();
  }

  @Test
  void whatACookieCannotCarryWaitsInTheSession() {
    for (var heavy : new Object[] {"x".repeat(5000), DayOfWeek.MONDAY}) {
      var redirect = new RedirectAttributesModelMap();
      Flash.ok(redirect, "page.undo", heavy);
      var asked = new MockHttpServletRequest();
      var answer = new MockHttpServletResponse();
      flashes.saveOutputFlashMap(map(redirect), asked, answer);
      assertThat(answer.getCookie("flash")).isNull();
      var next = new MockHttpServletRequest("GET", HERE);
      next.setSession(Objects.requireNonNull(asked.getSession(false)));
      assertThat(said(flashes.retrieveAndUpdate(next, new MockHttpServletResponse())).values())
          .containsExactly(heavy);
    }
  }

  @Test
  void overHttpsNoOtherHostCanPlantOne() {
    var redirect = new RedirectAttributesModelMap();
    Flash.ok(redirect, "page.undo");
    var asked = new MockHttpServletRequest();
    asked.setSecure(true);
    var answer = new MockHttpServletResponse();
    flashes.saveOutputFlashMap(map(redirect), asked, answer);
    var cookie = Objects.requireNonNull(answer.getCookie("__Host-flash"));
    assertThat(cookie.getSecure()).isTrue();
    assertThat(cookie.getPath()).isEqualTo("/");
    assertThat(cookie.getDomain()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%%%",
        "null",
        "[null]",
        "{}",
        "[{}]",
        "[1,2]",
        "[[[[[[[[[[",
        "[{'path':'/jobs/1','parameters':{},'until':9e15,'kind':'OK','key':'page.undo',"
            + "'args':[{'number':1,'currency':'nope'}],'undo':null}]",
        "[{'path':'/jobs/1','parameters':{},'until':9e15,'kind':'OK','key':'page.undo',"
            + "'args':[{}],'undo':null}]",
        "[{'path':'/jobs/1','parameters':{},'until':9000000000000000,'kind':'OK',"
            + "'key':'page.undo','args':[],'undo':'https://evil.example/'}]",
        "[{'path':'/jobs/1','parameters':{'a':null},'until':9000000000000000,'kind':'OK',"
            + "'key':'page.undo','args':[],'undo':null}]"
      })
  void whatWeDidNotWriteIsNothing(String json) {
    var bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    var cookie = new Cookie("flash", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    assertThat(received(cookie, HERE, new MockHttpServletResponse())).isNull();
  }

  private Cookie sent(RedirectAttributesModelMap redirect, MockHttpServletRequest asked) {
    var answer = new MockHttpServletResponse();
    flashes.saveOutputFlashMap(map(redirect), asked, answer);
    return Objects.requireNonNull(answer.getCookie("flash"));
  }

  private static FlashMap map(RedirectAttributesModelMap redirect) {
    var map = new FlashMap();
    map.putAll(redirect.getFlashAttributes());
    map.setTargetRequestPath(HERE);
    return map;
  }

  private @Nullable Flash received(Cookie cookie, String path, MockHttpServletResponse answer) {
    var next = new MockHttpServletRequest("GET", path);
    next.setCookies(cookie);
    var map = flashes.retrieveAndUpdate(next, answer);
    return map == null ? null : said(map);
  }

  private static Flash said(@Nullable FlashMap map) {
    return (Flash) Objects.requireNonNull(Objects.requireNonNull(map).get("flash"));
  }
}

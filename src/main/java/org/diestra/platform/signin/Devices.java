package org.diestra.platform.signin;

import static org.diestra.platform.data.Row.at;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Token;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Browsers in which a person has signed in before. Such a browser keeps a bucket of its own in the
 * throttle, so that a stranger who guesses wrong on purpose locks nobody out.
 */
@Component
class Devices {
  private static final String COOKIE = "known";
  private static final Duration KEPT = Duration.ofDays(365);
  private final JdbcClient jdbc;
  private final Clock clock;

  Devices(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The hash of this browser's token, where that person has signed in from it. */
  Optional<String> known(HttpServletRequest request, @Nullable PersonId person) {
    var cookie = WebUtils.getCookie(request, COOKIE);
    if (cookie == null || person == null) {
      return Optional.empty();
    }
    var hash = Token.of(cookie.getValue()).hash();
    return jdbc.sql(
            "select token_hash from signin.device where token_hash = :hash and person = :person")
        .param("hash", hash)
        .param("person", person.value())
        .query(String.class)
        .optional();
  }

  /** Remembers this browser for that person, under a new token. */
  void remember(HttpServletRequest request, HttpServletResponse response, PersonId person) {
    var old = WebUtils.getCookie(request, COOKIE);
    var token = Token.fresh();
    forget(old, person);
    jdbc.sql("insert into signin.device (token_hash, person, seen_at) values (:hash, :person, :at)")
        .param("hash", token.hash())
        .param("person", person.value())
        .param("at", at(clock.instant()))
        .update();
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, token.text())
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .path("/")
            .maxAge(KEPT)
            .build()
            .toString());
  }

  private void forget(@Nullable Cookie old, PersonId person) {
    if (old != null) {
      jdbc.sql("delete from signin.device where token_hash = :hash and person = :person")
          .param("hash", Token.of(old.getValue()).hash())
          .param("person", person.value())
          .update();
    }
  }
}

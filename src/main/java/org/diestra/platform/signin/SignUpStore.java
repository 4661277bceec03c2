package org.diestra.platform.signin;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.accounts.NewPerson;
import org.diestra.platform.base.Token;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SignUpStore {
  private final JdbcClient jdbc;

  SignUpStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Token token, NewPerson person, String hash, @Nullable String next, Instant expires) {
    jdbc.sql(
            """
            insert into signin.sign_up (token_hash, email, name, locale, zone, currency, assistant,
              organisation, password_hash, next, expires_at)
            values (:token, :email, :name, :locale, :zone, :currency, :assistant,
              :organisation, :hash, :next, :expires)
            """)
        .param("token", token.hash())
        .param("email", person.email().text())
        .param("name", person.name())
        .param("locale", person.locale().getLanguage())
        .param("zone", person.zone().getId())
        .param("currency", person.currency().getCurrencyCode())
        .param("assistant", person.assistant())
        .param("organisation", person.organisation())
        .param("hash", hash)
        .param("next", next)
        .param("expires", at(expires))
        .update();
  }

  Optional<Asked> find(Token token, Instant now) {
    return jdbc.sql("select * from signin.sign_up where token_hash = :token and expires_at > :now")
        .param("token", token.hash())
        .param("now", at(now))
        .query((r, n) -> asked(r))
        .optional();
  }

  /** Takes the row away, so that of two at once only one gets it. */
  Optional<Asked> take(Token token, Instant now) {
    return jdbc.sql(
            """
            delete from signin.sign_up where token_hash = :token and expires_at > :now returning *
            """)
        .param("token", token.hash())
        .param("now", at(now))
        .query((r, n) -> asked(r))
        .optional();
  }

  private static Asked asked(ResultSet r) throws SQLException {
    return new Asked(
        new NewPerson(
            new EmailAddress(text(r, "email")),
            text(r, "name"),
            Locale.of(text(r, "locale")),
            ZoneId.of(text(r, "zone")),
            Currency.getInstance(text(r, "currency")),
            bool(r, "assistant"),
            textOrNull(r, "organisation")),
        text(r, "password_hash"),
        textOrNull(r, "next"));
  }

  record Asked(NewPerson person, String passwordHash, @Nullable String next) {}
}

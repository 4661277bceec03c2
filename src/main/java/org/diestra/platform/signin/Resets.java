package org.diestra.platform.signin;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Token;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.sessions.Sessions;
import org.diestra.platform.signin.Throttle.Allowance;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A new password for somebody who can read the account's mail. It ends every session. */
@Service
class Resets {
  static final Duration LINK_LIVES = Duration.ofHours(1);
  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final Passwords passwords;
  private final SignInLetters letters;
  private final Sessions sessions;
  private final Throttle throttle;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;

  Resets(
      JdbcClient jdbc,
      Accounts accounts,
      Passwords passwords,
      SignInLetters letters,
      Sessions sessions,
      Throttle throttle,
      ApplicationEventPublisher events,
      Audit audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.passwords = passwords;
    this.letters = letters;
    this.sessions = sessions;
    this.throttle = throttle;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** Sends the link where there is an account; where not, nothing, and the page says the same. */
  @Transactional
  public void ask(EmailAddress email) {
    if (!throttle.allows(email.key(), Allowance.LETTER)) {
      return;
    }
    accounts
        .byEmail(email)
        .flatMap(accounts::contact)
        .ifPresent(contact -> {
          var token = Token.fresh();
          jdbc.sql(
                  """
                  insert into signin.reset (token_hash, person, expires_at)
                  values (:token, :person, :expires)
                  """)
              .param("token", token.hash())
              .param("person", contact.id().value())
              .param("expires", at(clock.instant().plus(LINK_LIVES)))
              .update();
          letters.reset(contact, token);
        });
  }

  /** Whose link it is; empty for one that is used, too old or made up. */
  Optional<Accounts.Contact> holder(Token token) {
    return jdbc.sql(
            "select person from signin.reset where token_hash = :token and expires_at > :now")
        .param("token", token.hash())
        .param("now", at(clock.instant()))
        .query((r, n) -> new PersonId(id(r, "person")))
        .optional()
        .flatMap(accounts::contact);
  }

  /**
   * Sets the password, uses up every open link and ends every session; false if the link is gone.
   */
  @Transactional
  public boolean finish(Token token, String password) {
    var holder = holder(token);
    if (holder.isEmpty()) {
      return false;
    }
    var person = holder.get().id();
    if (useUp(person) == 0) {
      return false;
    }
    passwords.set(person, passwords.hash(password));
    sessions.endAll(person);
    events.publishEvent(new PasswordReset(person));
    letters.passwordChanged(holder.get());
    audit.record(Deed.of("signin", "reset").by(person.value()).on("person", person.value()));
    return true;
  }

  /** Takes back every open link of that person; says how many there were. */
  int useUp(PersonId person) {
    return jdbc.sql("delete from signin.reset where person = :person")
        .param("person", person.value())
        .update();
  }
}

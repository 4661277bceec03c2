package org.diestra.platform.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.NewPerson;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Token;
import org.diestra.platform.signin.Throttle.Allowance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opening an account. Nothing exists before the address is confirmed, so nobody can take another's;
 * and asking answers the same for a new address and a known one, in the page and in the time it
 * takes. Only the mail differs.
 */
@Service
public class SignUps {
  static final Duration LINK_LIVES = Duration.ofHours(48);
  private final SignUpStore store;
  private final Accounts accounts;
  private final Passwords passwords;
  private final SignInLetters letters;
  private final Throttle throttle;
  private final Clock clock;

  SignUps(
      SignUpStore store,
      Accounts accounts,
      Passwords passwords,
      SignInLetters letters,
      Throttle throttle,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.passwords = passwords;
    this.letters = letters;
    this.throttle = throttle;
    this.clock = clock;
  }

  /** Sends the mail that goes on from here; past the allowance of letters it silently does not. */
  @Transactional
  public void ask(NewPerson person, String password, @Nullable String next) {
    var hash = passwords.hash(password);
    if (!throttle.allows(person.email().key(), Allowance.LETTER)) {
      return;
    }
    var known = accounts.byEmail(person.email());
    if (known.isPresent()) {
      accounts.contact(known.get()).ifPresent(letters::alreadyHere);
      return;
    }
    var token = Token.fresh();
    store.add(token, person, hash, next, clock.instant().plus(LINK_LIVES));
    letters.confirm(person, token);
  }

  /** Whether the link can still be confirmed. */
  public boolean open(Token token) {
    return store.find(token, clock.instant()).isPresent();
  }

  /**
   * Opens the account; empty for a link that is used, too old or made up. Also for one whose
   * account was opened meanwhile: mail alone signs nobody in, as there may be a second factor.
   */
  @Transactional
  public Optional<Confirmed> confirm(Token token) {
    return store
        .take(token, clock.instant())
        .filter(asked -> accounts.byEmail(asked.person().email()).isEmpty())
        .map(asked -> {
          var person = accounts.open(asked.person());
          passwords.set(person, asked.passwordHash());
          return new Confirmed(person, asked.next());
        });
  }

  /** Opens an account whose address needs no letter: for the set-up and the demo. */
  @Transactional
  public PersonId openConfirmed(NewPerson person, String password) {
    var id = accounts.open(person);
    if (!passwords.has(id)) {
      passwords.set(id, passwords.hash(password));
    }
    return id;
  }

  /** A new account, and where its person wanted to go. */
  record Confirmed(PersonId person, @Nullable String next) {}
}

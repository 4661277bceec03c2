package org.diestra.platform.signin;

import java.util.Optional;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.signin.Throttle.Allowance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Signing in with a password. A wrong address and a wrong password answer alike, as slowly. */
@Service
class SignIns {
  private static final Refusal WRONG = Refusal.invalid("password", "signin.login.wrong");
  private static final Refusal TOO_OFTEN = Refusal.limit("signin.login.too-often");
  private final Accounts accounts;
  private final Passwords passwords;
  private final Throttle throttle;

  SignIns(Accounts accounts, Passwords passwords, Throttle throttle) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.throttle = throttle;
  }

  /** Finds the account before the throttle is asked, so that a known browser has its own bucket. */
  Optional<PersonId> candidate(String email) {
    return EmailAddress.read(email).flatMap(accounts::byEmail);
  }

  /**
   * @param address the network address the request came from
   * @param device the hash of a browser token known for this person, or null
   */
  Outcome<PersonId> withPassword(
      @Nullable PersonId person,
      String email,
      String password,
      String address,
      @Nullable String device) {
    var account = EmailAddress.read(email).map(EmailAddress::key).orElse("");
    boolean allowed =
        throttle.allows(address, Allowance.ADDRESS)
            && (device == null
                ? throttle.allows(account, Allowance.STRANGER)
                : throttle.allows(device, Allowance.KNOWN_DEVICE));
    if (!allowed) {
      return Outcome.refused(TOO_OFTEN);
    }
    boolean right = passwords.matches(person, password);
    return right && person != null ? Outcome.done(person) : Outcome.refused(WRONG);
  }
}

package org.diestra.platform.factors;

import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.signin.Passwords;
import org.diestra.platform.signin.Throttle;
import org.diestra.platform.signin.Throttle.Allowance;
import org.springframework.stereotype.Service;

/** Somebody who is signed in proves again who they are, with all that their account asks for. */
@Service
class Proving {
  private static final Refusal WRONG = Refusal.invalid("password", "factors.password.wrong");
  private static final Refusal TOO_OFTEN = Refusal.limit("factors.code.too-often");
  private final Passwords passwords;
  private final Codes codes;
  private final CodeCheck check;
  private final Throttle throttle;

  Proving(Passwords passwords, Codes codes, CodeCheck check, Throttle throttle) {
    this.passwords = passwords;
    this.codes = codes;
    this.check = check;
    this.throttle = throttle;
  }

  /**
   * @param code is read where codes are on
   */
  Outcome<PersonId> withPassword(PersonId person, String password, String code) {
    if (!throttle.allows(person.toString(), Allowance.PROOF)) {
      return Outcome.refused(TOO_OFTEN);
    }
    if (!passwords.matches(person, password)) {
      return Outcome.refused(WRONG);
    }
    return codes.asks(person)
        ? check.check(person, code).fold(kind -> Outcome.done(person), Outcome::refused)
        : Outcome.done(person);
  }
}

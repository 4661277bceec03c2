package org.diestra.platform.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.sessions.Proofs;
import org.diestra.platform.sessions.Sessions;
import org.diestra.platform.sessions.Trail;
import org.diestra.platform.sessions.WayIn;
import org.diestra.platform.signin.Throttle.Allowance;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A new password for somebody who is signed in and knows the old one. */
@Service
public class PasswordChange implements WayIn {
  private static final Refusal WRONG = Refusal.invalid("current", "signin.change.wrong");
  private static final Refusal TOO_OFTEN = Refusal.limit("signin.change.too-often");
  private final Accounts accounts;
  private final Passwords passwords;
  private final Resets resets;
  private final Sessions sessions;
  private final Proofs proofs;
  private final SignInLetters letters;
  private final Throttle throttle;
  private final Audit audit;

  PasswordChange(
      Accounts accounts,
      Passwords passwords,
      Resets resets,
      Sessions sessions,
      Proofs proofs,
      SignInLetters letters,
      Throttle throttle,
      Audit audit) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.resets = resets;
    this.sessions = sessions;
    this.proofs = proofs;
    this.letters = letters;
    this.throttle = throttle;
    this.audit = audit;
  }

  /** Whether it is the person's password; at most ten tries in a quarter of an hour. */
  Outcome<PersonId> confirm(Viewer viewer, String current) {
    if (!throttle.allows(viewer.id().toString(), Allowance.PROOF)) {
      return Outcome.refused(TOO_OFTEN);
    }
    return passwords.matches(viewer.id(), current)
        ? Outcome.done(viewer.id())
        : Outcome.refused(WRONG);
  }

  /**
   * Sets it, ends every other session and every open link to a new one, and tells the owner.
   *
   * @param fresh has passed the rules
   */
  @Transactional
  public void to(HttpServletRequest request, PersonId person, String fresh) {
    passwords.set(person, passwords.hash(fresh));
    resets.useUp(person);
    sessions.endOthers(request, person);
    proofs.renew(request, person, "password");
    accounts.contact(person).ifPresent(letters::passwordChangedInside);
    audit.record(
        Deed.of("signin", "change-password").by(person.value()).on("person", person.value()));
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public State of(PersonId person) {
    var since = passwords.changedAt(person);
    return new State(
        "key-round",
        "signin.password",
        since.isPresent() ? "signin.change.since" : "signin.change.none",
        since.isPresent() ? since.get() : "",
        since.isPresent(),
        "/settings/security/password",
        "signin.change.open");
  }

  @Bean
  static Trail passwordTrail() {
    return new Trail("signin", "signin.activity.", List.of("reset", "change-password"));
  }
}

package org.diestra.platform.factors;

import java.time.Clock;
import java.util.regex.Pattern;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.signin.Throttle;
import org.diestra.platform.signin.Throttle.Allowance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether a code is right: one of the phone's, or one for recovery. Either counts once. What is
 * wrong is recorded, since whoever gets here knew the password.
 */
@Service
public class CodeCheck {
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}]+");
  private static final Pattern PHONES = Pattern.compile("\\d{" + Totp.DIGITS + "}");
  private static final Refusal WRONG = Refusal.invalid("code", "factors.code.wrong");
  private static final Refusal TOO_OFTEN = Refusal.limit("factors.code.too-often");
  private final CodeStore store;
  private final Throttle throttle;
  private final FactorLetters letters;
  private final Audit audit;
  private final Clock clock;

  CodeCheck(CodeStore store, Throttle throttle, FactorLetters letters, Audit audit, Clock clock) {
    this.store = store;
    this.throttle = throttle;
    this.letters = letters;
    this.audit = audit;
    this.clock = clock;
  }

  /** Which of them it was, in the word that the record has for it. */
  enum Kind {
    PHONE("code"),
    RECOVERY("recovery");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /**
   * At the sign-in, where wrong guesses of a stranger lock nobody out of a browser that is known.
   *
   * @param device the hash of a browser token known for this person, or null
   */
  @Transactional
  public Outcome<Kind> atSignIn(PersonId person, String typed, @Nullable String device) {
    boolean allowed =
        device == null
            ? throttle.allows(person.toString(), Allowance.CODE)
            : throttle.allows(device, Allowance.KNOWN_DEVICE_CODE);
    return allowed ? check(person, typed) : Outcome.refused(TOO_OFTEN);
  }

  /** Somewhere that has a bound of its own. */
  @Transactional
  public Outcome<Kind> check(PersonId person, String typed) {
    var code = digits(typed);
    var kind = PHONES.matcher(code).matches() ? Kind.PHONE : Kind.RECOVERY;
    boolean right = kind == Kind.PHONE ? fromPhone(person, code) : fromList(person, typed);
    if (!right) {
      record("wrong-code", person);
      return Outcome.refused(WRONG);
    }
    return Outcome.done(kind);
  }

  /** As phones show it, 123 456, and as people type it. */
  static String digits(String typed) {
    return BETWEEN.matcher(typed).replaceAll("");
  }

  private boolean fromPhone(PersonId person, String code) {
    var kept = store.find(person).filter(one -> one.onSince() != null);
    if (kept.isEmpty()) {
      return false;
    }
    var step = Totp.matching(kept.get().secret(), code, clock.instant(), kept.get().lastStep());
    return step.isPresent() && store.take(person, step.getAsLong());
  }

  private boolean fromList(PersonId person, String typed) {
    if (!store.useRecovery(person, RecoveryCode.read(typed), clock.instant())) {
      return false;
    }
    letters.tell(person, "recovery-used", store.recoveryLeft(person));
    record("recovery-used", person);
    return true;
  }

  private void record(String action, PersonId person) {
    audit.record(Deed.of("factors", action).by(person.value()).on("person", person.value()));
  }
}

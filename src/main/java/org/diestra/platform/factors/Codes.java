package org.diestra.platform.factors;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.sessions.WayIn;
import org.diestra.platform.signin.SecondStep;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One-time codes beside the password: setting them up, switching them off, recovery. */
@Service
public class Codes implements SecondStep, WayIn {
  private static final int SECRET_BYTES = 20; // as long as the hash (RFC 4226, section 4)
  private static final Duration STALE = Duration.ofHours(1);
  private static final Refusal WRONG = Refusal.invalid("code", "factors.code.wrong");
  private final SecureRandom random = new SecureRandom();
  private final CodeStore store;
  private final FactorLetters letters;
  private final Audit audit;
  private final Clock clock;

  Codes(CodeStore store, FactorLetters letters, Audit audit, Clock clock) {
    this.store = store;
    this.letters = letters;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public boolean asks(PersonId person) {
    return store.onSince(person).isPresent();
  }

  @Override
  public String page() {
    return "/login/code";
  }

  Optional<Instant> onSince(PersonId person) {
    return store.onSince(person);
  }

  int recoveryLeft(PersonId person) {
    return store.recoveryLeft(person);
  }

  /** Makes a secret to set up; the one of the last hour stays, as a phone may have learnt it. */
  @Transactional
  public void begin(PersonId person) {
    var secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    var now = clock.instant();
    store.begin(person, secret, now, now.minus(STALE));
  }

  /** What is being set up; empty where nothing is, and where codes are on. */
  Optional<Setup> setup(Viewer viewer) {
    return store
        .find(viewer.id())
        .filter(kept -> kept.onSince() == null)
        .map(kept -> new Setup(kept.secret(), viewer.email()));
  }

  /** Switches codes on, once the phone has shown that it makes the right ones. */
  @Transactional
  public Outcome<List<RecoveryCode>> switchOn(PersonId person, String typed) {
    var kept = store.find(person).filter(one -> one.onSince() == null).orElse(null);
    if (kept == null) {
      return Outcome.refused(Refusal.conflict("factors.codes.setup.gone"));
    }
    var now = clock.instant();
    var step = Totp.matching(kept.secret(), CodeCheck.digits(typed), now, 0);
    if (step.isEmpty()) {
      return Outcome.refused(WRONG);
    }
    if (!store.switchOn(person, kept.begunAt(), step.getAsLong(), now)) {
      return Outcome.refused(Refusal.conflict("factors.codes.setup.gone"));
    }
    var codes = freshRecovery(person);
    letters.tell(person, "codes-on");
    record("codes-on", person);
    return Outcome.done(codes);
  }

  /** New codes for recovery, in the place of all before. */
  @Transactional
  public Outcome<List<RecoveryCode>> renewRecovery(PersonId person) {
    if (!asks(person)) {
      return Outcome.refused(Refusal.conflict("factors.codes.off"));
    }
    var codes = freshRecovery(person);
    letters.tell(person, "recovery-renewed");
    record("recovery-renewed", person);
    return Outcome.done(codes);
  }

  /** Switches them off for somebody who has proved all of it again; twice is as good as once. */
  @Transactional
  public void switchOff(PersonId person) {
    if (store.remove(person)) {
      letters.tell(person, "codes-off");
      record("codes-off", person);
    }
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public State of(PersonId person) {
    var since = store.onSince(person);
    return new State(
        "smartphone",
        "factors.codes.title",
        since.isPresent() ? "factors.codes.since" : "factors.codes.none",
        since.isPresent() ? since.get() : "",
        since.isPresent(),
        "/settings/security/codes",
        since.isPresent() ? "factors.way.change" : "factors.way.setup");
  }

  private List<RecoveryCode> freshRecovery(PersonId person) {
    var codes = RecoveryCode.fresh();
    store.keepRecovery(person, RecoveryCode.tokens(codes));
    return codes;
  }

  private void record(String action, PersonId person) {
    audit.record(Deed.of("factors", action).by(person.value()).on("person", person.value()));
  }
}

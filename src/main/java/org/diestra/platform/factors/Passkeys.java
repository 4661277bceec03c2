package org.diestra.platform.factors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.factors.Challenges.Purpose;
import org.diestra.platform.sessions.WayIn;
import org.diestra.platform.signin.SignInOffer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passkeys: a key that somebody's device or password manager holds, and that it uses only after it
 * has verified them. So one stands for both factors.
 */
@Service
public class Passkeys implements SignInOffer, WayIn {
  static final int MOST = 20;
  private static final Refusal FAILED = Refusal.invalid("passkey", "factors.passkeys.failed");
  private final PasskeyStore store;
  private final RelyingParty house;
  private final Challenges challenges;
  private final FactorLetters letters;
  private final Audit audit;

  Passkeys(
      PasskeyStore store,
      RelyingParty house,
      Challenges challenges,
      FactorLetters letters,
      Audit audit) {
    this.store = store;
    this.house = house;
    this.challenges = challenges;
    this.letters = letters;
    this.audit = audit;
  }

  @Override
  public String action() {
    return "/login/passkey";
  }

  @Override
  public String script() {
    return "platform/factors/passkeys.js";
  }

  @Override
  public String question(HttpServletRequest request) {
    return house.askForAny(challenges.ask(request, Purpose.SIGN_IN));
  }

  List<Passkey> all(PersonId person) {
    return store.of(person);
  }

  /** What the browser is asked when that person wants another passkey. */
  String questionForNew(HttpServletRequest request, PersonId person) {
    return house.askForNew(person, challenges.ask(request, Purpose.REGISTER));
  }

  /**
   * Whose passkey answered what this browser was asked; nothing tells why one is refused.
   *
   * @param answer JSON of a browser, or anything
   */
  @Transactional
  public Optional<PersonId> signedBy(HttpServletRequest request, String answer) {
    return house
        .readSigned(answer)
        .filter(read -> challenges.take(request, Purpose.SIGN_IN, read.challenge()))
        .flatMap(house::verify);
  }

  /**
   * @param name 1–60 characters
   * @param answer JSON of a browser, or anything
   */
  @Transactional
  public Outcome<String> add(
      HttpServletRequest request, PersonId person, String name, String answer) {
    if (store.count(person) >= MOST) {
      return Outcome.refused(Refusal.limit("factors.passkeys.many", MOST));
    }
    boolean added =
        house
            .readNew(answer)
            .filter(read -> challenges.take(request, Purpose.REGISTER, read.challenge()))
            .filter(read -> house.register(person, name, read))
            .isPresent();
    if (!added) {
      return Outcome.refused(FAILED);
    }
    letters.tell(person, "passkey-added", name);
    record("passkey-added", person);
    return Outcome.done(name);
  }

  /**
   * @throws NotFound if it is none of that person's
   */
  @Transactional
  public void rename(PersonId person, PasskeyId passkey, String name) {
    if (!store.rename(person, passkey, name)) {
      throw new NotFound();
    }
    record("passkey-renamed", person);
  }

  /**
   * @throws NotFound if it is none of that person's
   */
  @Transactional
  public void remove(PersonId person, PasskeyId passkey) {
    var name =
        store.of(person).stream()
            .filter(one -> one.id().equals(passkey))
            .map(Passkey::name)
            .findFirst()
            .orElseThrow(NotFound::new);
    if (!store.remove(person, passkey)) {
      throw new NotFound();
    }
    letters.tell(person, "passkey-removed", name);
    record("passkey-removed", person);
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public State of(PersonId person) {
    int count = store.count(person);
    return new State(
        "fingerprint",
        "factors.passkeys.title",
        "factors.passkeys.count",
        count,
        count > 0,
        "/settings/security/passkeys",
        count > 0 ? "factors.way.change" : "factors.way.setup");
  }

  private void record(String action, PersonId person) {
    audit.record(Deed.of("factors", action).by(person.value()).on("person", person.value()));
  }
}

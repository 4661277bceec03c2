package org.diestra.platform.programs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.signin.PasswordReset;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for programs: who a password lets in, and to what. Wrong ones need no throttle, for
 * there is nothing to be guessed and nothing slow to be asked for.
 */
@Service
public class Programs {
  static final int MOST = 50;
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

  private final ProgramStore store;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Programs(ProgramStore store, HouseRights house, Audit audit, Clock clock) {
    this.store = store;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /** What a new one is called and what it sends: this once, and never again. */
  record Made(Program program, AppPassword password) {}

  /** Whom a program comes in for, and where to. */
  public record Admitted(PersonId person, Set<Part> parts) {}

  /**
   * Whose program it is that sends these; empty for a wrong or ended password. Whether the person
   * is kept out is for whoever asks to look at.
   *
   * @param user the person's mail address
   */
  public Optional<Admitted> admit(String user, String password) {
    var email = EmailAddress.read(user);
    if (email.isEmpty()) {
      return Optional.empty();
    }
    var sent = AppPassword.of(password);
    var known = house.call(() -> store.candidates(email.get()));
    var found = known.stream().filter(one -> matches(one, sent)).findFirst();
    found.ifPresent(one -> note(one.program()));
    return found.map(one -> new Admitted(one.person(), one.program().parts()));
  }

  private static boolean matches(ProgramStore.Candidate one, AppPassword sent) {
    return MessageDigest.isEqual(
        one.hash().getBytes(StandardCharsets.US_ASCII),
        sent.hash(one.program().id().value()).getBytes(StandardCharsets.US_ASCII));
  }

  /** Written every few minutes only: a program may ask a hundred times a second. */
  private void note(Program program) {
    Instant now = clock.instant();
    if (program.usedAt() == null || program.usedAt().plus(LOOK_AGAIN).isBefore(now)) {
      house.call(() -> {
        store.used(program.id(), now);
        return true;
      });
    }
  }

  /** Whoever got into the account may have made one to come back by. */
  @EventListener
  public void reset(PasswordReset event) {
    int ended = house.call(() -> store.endAll(event.person(), clock.instant()));
    if (ended > 0) {
      audit.record(
          Deed.of("programs", "end-all")
              .by(event.person().value())
              .on("person", event.person().value()));
    }
  }

  @Transactional(readOnly = true)
  List<Program> of(PersonId person) {
    return store.of(person);
  }

  @Transactional
  Outcome<Made> make(PersonId person, String name, Set<Part> parts) {
    if (store.of(person).size() >= MOST) {
      return Outcome.refused(Refusal.limit("programs.most", MOST));
    }
    var made = new Made(program(name, parts), AppPassword.fresh());
    keep(person, made);
    return Outcome.done(made);
  }

  /** For the demo, whose passwords everybody knows. */
  @Transactional
  void makeKnown(PersonId person, String name, Set<Part> parts, AppPassword password) {
    keep(person, new Made(program(name, parts), password));
  }

  private Program program(String name, Set<Part> parts) {
    return new Program(new ProgramId(Ids.fresh()), name, parts, clock.instant(), null);
  }

  private void keep(PersonId person, Made made) {
    store.add(made.program(), person, made.password().hash(made.program().id().value()));
    audit.record(deed("make", person));
  }

  /**
   * Ends one: what it opened is closed to it at its next request.
   *
   * @throws NotFound if the person has no such program
   */
  @Transactional
  void end(PersonId person, ProgramId program) {
    if (!store.end(person, program, clock.instant())) {
      throw new NotFound();
    }
    audit.record(deed("end", person));
  }

  private static Deed deed(String action, PersonId person) {
    return Deed.of("programs", action).by(person.value()).on("person", person.value());
  }
}

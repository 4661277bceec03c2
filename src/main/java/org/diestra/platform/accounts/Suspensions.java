package org.diestra.platform.accounts;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeping somebody out and letting them in again. It holds from the next request on, in every
 * session: a suspended person is a guest there, and the sessions themselves end too.
 */
@Service
public class Suspensions {
  private final SuspensionStore store;
  private final Accounts accounts;
  private final AccountLetters letters;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Suspensions(
      SuspensionStore store,
      Accounts accounts,
      AccountLetters letters,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.letters = letters;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @param why the operator's words to the person, 1–500 characters
   */
  public record Suspension(String why, PersonId by, Instant at) {}

  public Optional<Suspension> of(PersonId person) {
    return store.find(person);
  }

  /**
   * Keeps the person out, and tells why by mail.
   *
   * @throws NotFound if there is no such person
   */
  @Transactional
  public Outcome<PersonId> suspend(PersonId person, String why, PersonId by) {
    var contact = accounts.contact(person).orElseThrow(NotFound::new);
    if (person.equals(by)) {
      return Outcome.refused(Refusal.conflict("accounts.suspension.oneself"));
    }
    if (!accounts.anotherKeeps(person)) {
      return Outcome.refused(Refusal.conflict("accounts.operators.last"));
    }
    if (!store.add(person, new Suspension(why, by, clock.instant()))) {
      return Outcome.refused(Refusal.conflict("accounts.suspension.already"));
    }
    store.endSessions(person);
    letters.suspended(contact, why);
    audit.record(
        Deed.of("accounts", "suspend")
            .by(by.value())
            .on("person", person.value())
            .moved("ACTIVE", "SUSPENDED"));
    events.publishEvent(new PersonSuspended(person, by, why));
    return Outcome.done(person);
  }

  /**
   * Lets the person in again.
   *
   * @throws NotFound if there is no such person
   */
  @Transactional
  public Outcome<PersonId> restore(PersonId person, PersonId by) {
    var contact = accounts.contact(person).orElseThrow(NotFound::new);
    var why = store.find(person).map(Suspension::why).orElse("");
    if (!store.remove(person)) {
      return Outcome.refused(Refusal.conflict("accounts.suspension.none"));
    }
    letters.restored(contact);
    audit.record(
        Deed.of("accounts", "restore")
            .by(by.value())
            .on("person", person.value())
            .moved("SUSPENDED", "ACTIVE"));
    events.publishEvent(new PersonRestored(person, by, why));
    return Outcome.done(person);
  }
}

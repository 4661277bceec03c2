package org.diestra.money.payouts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Token;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * "That was not me": whoever reads the mail of an account can make its payouts stand still, with
 * its password or without. Only an operator, who has spoken with them, lets them go on.
 */
@Service
class Freezes {
  private final FreezeStore store;
  private final Revocations revocations;
  private final PayoutLock lock;
  private final PayoutNotices notices;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Freezes(
      FreezeStore store,
      Revocations revocations,
      PayoutLock lock,
      PayoutNotices notices,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.revocations = revocations;
    this.lock = lock;
    this.notices = notices;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Optional<Instant> since(PersonId person) {
    return house.call(() -> Optional.ofNullable(store.among(List.of(person)).get(person)));
  }

  /**
   * @throws NotFound if the link is none, or too old
   */
  @Transactional(readOnly = true)
  public PersonId of(Token token) {
    return house.call(() -> store.person(token, clock.instant())).orElseThrow(NotFound::new);
  }

  /** Asking twice changes nothing. */
  @Transactional
  public PersonId freeze(PersonId person) {
    return house.call(() -> {
      lock.of(person);
      if (store.freeze(person, clock.instant())) {
        revocations.revoke(person, clock.instant());
        notices.frozen(person, clock.instant());
        audit.record(Deed.of("payouts", "freeze").by(person.value()).on("person", person.value()));
      }
      return person;
    });
  }

  @Transactional
  public Outcome<PersonId> end(Viewer operator, PersonId person) {
    if (operator.id().equals(person)) {
      return Outcome.refused(Refusal.conflict("payouts.conflict.own"));
    }
    return house.call(() -> {
      lock.of(person);
      if (!store.end(person, operator.id(), clock.instant())) {
        return Outcome.refused(Refusal.conflict("payouts.conflict.moved"));
      }
      store.forget(person);
      notices.thawed(person, clock.instant());
      audit.record(
          Deed.of("payouts", "thaw").by(operator.id().value()).on("person", person.value()));
      return Outcome.done(person);
    });
  }
}

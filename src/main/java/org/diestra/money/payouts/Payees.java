package org.diestra.money.payouts;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to bank details. A change waits before money follows it, voids what was approved for the
 * account before, and is told to the address of then and to that of now.
 */
@Service
class Payees {
  private final PayeeStore store;
  private final FreezeStore freezes;
  private final Revocations revocations;
  private final PayoutLock lock;
  private final PayeeLetters letters;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;
  private final Duration coolingOff;

  Payees(
      PayeeStore store,
      FreezeStore freezes,
      Revocations revocations,
      PayoutLock lock,
      PayeeLetters letters,
      HouseRights house,
      Audit audit,
      Clock clock,
      @Value("${diestra.payouts.cooling-off-days:3}") int days) {
    this.store = store;
    this.freezes = freezes;
    this.revocations = revocations;
    this.lock = lock;
    this.letters = letters;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
    this.coolingOff = Duration.ofDays(days);
  }

  /** Where that person's money goes, from the payee's own time on. */
  @Transactional(readOnly = true)
  public Optional<Payee> of(PersonId person) {
    return house.call(() -> store.last(person));
  }

  /** All versions, the latest first. */
  @Transactional(readOnly = true)
  public List<Payee> all(PersonId person) {
    return house.call(() -> store.all(person));
  }

  /** How long a change waits. */
  Duration coolingOff() {
    return coolingOff;
  }

  /** The same details once more change nothing. */
  @Transactional
  public Outcome<Payee> change(Viewer viewer, BankDetails details) {
    return house.call(() -> {
      var person = viewer.id();
      lock.of(person);
      if (freezes.among(List.of(person)).containsKey(person)) {
        return refused(Refusal.conflict("payouts.conflict.frozen"));
      }
      var before = store.last(person).orElse(null);
      if (before != null && !before.voided() && store.open(before).equals(details)) {
        return done(before);
      }
      var now = clock.instant();
      var after = store.add(person, details, viewer.email(), now, now.plus(coolingOff));
      revocations.revoke(person, now);
      letters.changed(viewer, before, after);
      audit.record(
          Deed.of("payouts", "details")
              .by(person.value())
              .on("person", person.value())
              .with("version", after.number()));
      return done(after);
    });
  }
}

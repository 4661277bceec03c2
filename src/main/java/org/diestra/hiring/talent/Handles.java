package org.diestra.hiring.talent;

import java.time.Clock;
import java.util.ArrayList;
import java.util.concurrent.ThreadLocalRandom;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.springframework.stereotype.Component;

/** Who may have which handle. To be called inside the transaction of what it is for. */
@Component
class Handles {
  /** So that nobody can hoard good names. */
  static final int MOST = 5;

  private final HandleStore store;
  private final Clock clock;

  Handles(HandleStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** One for somebody of that name who has none yet. */
  Handle first(PersonId person, String name) {
    var wish = Handle.from(name);
    var candidates = new ArrayList<Handle>();
    candidates.add(wish);
    for (int n = 2; n < 10; n++) {
      candidates.add(wish.numbered(n));
    }
    var taken = store.taken(candidates);
    for (var candidate : candidates) {
      if (!taken.contains(candidate.text()) && store.take(candidate, person, clock.instant())) {
        return candidate;
      }
    }
    return somehow(person, wish);
  }

  private Handle somehow(PersonId person, Handle wish) {
    while (true) {
      var candidate = wish.numbered(ThreadLocalRandom.current().nextInt(10, 10_000));
      if (store.take(candidate, person, clock.instant())) {
        return candidate;
      }
    }
  }

  /** A handle that one had before can be taken back; the one given up leads on to the new one. */
  Outcome<Handle> change(PersonId person, Handle wish) {
    var holder = store.holder(wish);
    if (holder.isPresent() && !holder.get().person().equals(person)) {
      return Outcome.refused(Refusal.invalid("handle", "talent.handle.taken", wish.text()));
    }
    if (holder.isEmpty() && store.count(person) >= MOST) {
      return Outcome.refused(Refusal.invalid("handle", "talent.handle.too-many", MOST));
    }
    if (!store.take(wish, person, clock.instant())) {
      return Outcome.refused(Refusal.invalid("handle", "talent.handle.taken", wish.text()));
    }
    store.use(person, wish);
    return Outcome.done(wish);
  }
}

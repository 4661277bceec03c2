package org.diestra.hiring.screening;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.page.OperatorEntry.Waiting;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to what operators should look at: texts that went out and that a rule found odd. */
@Service
public class Flags {
  private final FlagStore store;
  private final Audit audit;
  private final Clock clock;

  Flags(FlagStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Keeps what the rules want looked at, in the transaction that lets the text out. The same rule
   * flags the same text once until an operator has settled it.
   *
   * @param subject whose text it is: a bid's or a profile's id
   * @param href where an operator reads it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void raise(UUID subject, String href, Screened text) {
    var now = clock.instant();
    text.reviews().forEach(finding -> store.add(text.place(), subject, href, finding, now));
  }

  List<Flag> open() {
    return store.open();
  }

  /** How many an operator has still to read, and since when. */
  Waiting waiting() {
    return store.waiting();
  }

  /** Nothing is left to do about it. Settling twice changes nothing. */
  @Transactional
  public void settle(UUID flag, PersonId operator) {
    if (!store.exists(flag)) {
      throw new NotFound();
    }
    if (store.settle(flag, operator, clock.instant())) {
      audit.record(Deed.of("screening", "settle").by(operator.value()).on("flag", flag));
    }
  }
}

package org.diestra.platform.mail;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The door: hand a letter over, and go on. */
@Service
public class Mail {
  private final LetterStore store;
  private final Layout layout;
  private final Allowance allowance;
  private final Outlet outlet;
  private final Postman postman;
  private final Clock clock;

  Mail(
      LetterStore store,
      Layout layout,
      Allowance allowance,
      Outlet outlet,
      Postman postman,
      Clock clock) {
    this.store = store;
    this.layout = layout;
    this.allowance = allowance;
    this.outlet = outlet;
    this.postman = postman;
    this.clock = clock;
  }

  /** Whom all letters are from: people can write to it, and a calendar program answers it. */
  public String address() {
    return outlet.address();
  }

  /**
   * Sends the letter once the surrounding transaction has committed, and not at all when it has
   * not. What an address gets in an hour and in a day is bounded: past the first bound a letter
   * waits, past the second it is held for an operator to see.
   */
  @Transactional
  public void send(Letter letter) {
    var now = clock.instant();
    var to = Address.of(letter.to());
    var plan = allowance.plan(to.key(), now);
    var state = plan.held() ? Queued.State.HELD : outlet.firstState();
    if (!store.add(layout.lay(letter, to, state, now, plan.at()))) {
      return; // sent already, or on its way
    }
    if (state == Queued.State.WAITING && !plan.at().isAfter(now)) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              postman.wake();
            }
          });
    }
  }
}

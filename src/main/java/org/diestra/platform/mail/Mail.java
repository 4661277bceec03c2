package org.diestra.platform.mail;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
    send(List.of(letter));
  }

  /** The same for many, in as many statements as for one; some hundreds at once. */
  @Transactional
  public void send(Collection<Letter> letters) {
    if (letters.isEmpty()) {
      return;
    }
    var now = clock.instant();
    var rounds = allowance.plans(letters.stream().map(l -> Address.of(l.to()).key()).toList(), now);
    var queued = new ArrayList<Queued>();
    for (var letter : letters) {
      var to = Address.of(letter.to());
      var plan = rounds.next(to.key());
      var state = plan.held() ? Queued.State.HELD : outlet.firstState();
      queued.add(layout.lay(letter, to, state, now, plan.at()));
    }
    var added = store.add(queued); // the others were sent already, or are on their way
    if (queued.stream().anyMatch(q -> added.contains(q.id()) && q.due(now))) {
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

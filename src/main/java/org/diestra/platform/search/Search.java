package org.diestra.platform.search;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The door. Owners put what the public may find and remove what it no longer may; anybody finds.
 * What is put is found about a tenth of a second after the commit, at most a second.
 */
@Component
public class Search {
  private final ChangeStore changes;
  private final Indexing indexing;
  private final Finder finder;

  Search(ChangeStore changes, Indexing indexing, Clock clock) {
    this.changes = changes;
    this.indexing = indexing;
    this.finder = new Finder(clock);
  }

  /**
   * Makes this entry be found as it is now. Called within the transaction that changes the thing,
   * after its row was written: the row's lock makes the last change the last one here.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void put(Entry entry) {
    changes.put(entry);
    ringAfterCommit();
  }

  /** Makes it not be found any more; whether it ever was does not matter. As {@link #put}. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(Kind kind, UUID id) {
    changes.remove(kind, id);
    ringAfterCommit();
  }

  private void ringAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            indexing.ring();
          }
        });
  }

  /**
   * One page of what fits. Empty while there is no index: answer from PostgreSQL then, with a plan
   * whose cost is bounded.
   */
  public Optional<Found> find(Criteria criteria) {
    return indexing.read(searcher -> finder.find(searcher, criteria));
  }

  /**
   * What was typed, with its last word finished in the likeliest ways.
   *
   * @param most so many, 1–20
   */
  public List<String> complete(Kind kind, String typed, int most) {
    return indexing
        .read(searcher -> finder.complete(searcher, kind, typed, Math.clamp(most, 1, 20)))
        .orElse(List.of());
  }

  /** Whether there is an index now. */
  public boolean ready() {
    return indexing.state().ready();
  }

  /** Has a new index made from all sources, beside the one that serves until it takes over. */
  public void rebuild() {
    indexing.renew();
  }
}

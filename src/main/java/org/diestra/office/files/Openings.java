package org.diestra.office.files;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who opened what, for those who keep the workspace. A program that fetches one file in a thousand
 * pieces opens it once: what the same person opened in the same way minutes ago isn't asked again.
 */
@Service
class Openings {
  /** So long it is kept. */
  static final Duration KEPT = Duration.ofDays(180);

  static final int SHOWN = 50;
  private static final Duration ONCE = Duration.ofMinutes(10);
  private static final int REMEMBERED = 10_000;
  private final OpeningStore store;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final Map<Seen, Instant> seen = new Latest();

  Openings(OpeningStore store, PlatformTransactionManager transactions, Clock clock) {
    this.store = store;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  private record Seen(UUID entry, PersonId person, Opening.Way way) {}

  /** The oldest is forgotten where there are many. */
  private static final class Latest extends LinkedHashMap<Seen, Instant> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Seen, Instant> eldest) {
      return size() > REMEMBERED;
    }
  }

  void note(Pass pass, Entry file, Opening.Way way) {
    note(pass.workspace().id(), pass.viewer().id(), List.of(file.id()), way);
  }

  /** In a transaction of its own, and only where something is new. */
  void note(WorkspaceId workspace, PersonId by, Collection<UUID> files, Opening.Way way) {
    var fresh = files.stream().filter(file -> isFresh(new Seen(file, by, way))).toList();
    if (!fresh.isEmpty()) {
      var who = OpeningStore.Who.person(by);
      transaction.executeWithoutResult(
          tx -> store.add(workspace, fresh, who, way, clock.instant()));
    }
  }

  private boolean isFresh(Seen one) {
    var now = clock.instant();
    synchronized (seen) {
      var last = seen.get(one);
      if (last != null && last.plus(ONCE).isAfter(now)) {
        return false;
      }
      seen.remove(one);
      seen.put(one, now);
      return true;
    }
  }

  /** The last first; for those alone who keep the workspace. */
  @Transactional(readOnly = true)
  List<Opening> of(Pass pass, EntryId file) {
    pass.requireKeeps();
    return store.of(pass.workspace().id(), file, SHOWN);
  }
}

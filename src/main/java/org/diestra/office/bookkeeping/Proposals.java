package org.diestra.office.bookkeeping;

import java.util.UUID;
import org.diestra.office.bookkeeping.Entry.Draft;
import org.diestra.office.bookkeeping.Entry.Proposed;
import org.diestra.office.books.Desk;
import org.diestra.platform.base.Outcome;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for what writes entries in somebody's name: they are proposed, never posted. */
@Service
public class Proposals {
  private final Entries entries;

  Proposals(Entries entries) {
    this.entries = entries;
  }

  /**
   * Proposes what that person wrote.
   *
   * @param key the same key makes no second entry
   */
  @Transactional
  public Outcome<EntryId> propose(Desk desk, UUID key, Written written) {
    return entries.write(desk, key, written, true);
  }

  /**
   * Takes back what that person proposed, or drafted, and throws it away.
   *
   * @return false where it is not that person's to take back any more
   */
  @Transactional
  public boolean takeBack(Desk desk, EntryId id) {
    var me = desk.pass().viewer().id();
    var entry = entries.get(desk, id);
    int seen = entry.facts().version();
    if (entry instanceof Proposed proposed && proposed.by(me)) {
      return entries.withdraw(desk, id, seen) instanceof Outcome.Done
          && entries.remove(desk, id, seen + 1) instanceof Outcome.Done;
    }
    return entry instanceof Draft draft
        && draft.facts().writtenBy().equals(me)
        && entries.remove(desk, id, seen) instanceof Outcome.Done;
  }
}

package org.diestra.platform.dav;

import java.util.List;
import org.diestra.platform.accounts.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to locks, for those who decide who may be somewhere at all. */
@Service
public class HeldLocks {
  private final LockStore store;

  HeldLocks(LockStore store) {
    this.store = store;
  }

  /**
   * That person holds nothing there any more, in the transaction of whoever says so; once more
   * changes nothing.
   *
   * @param place names from that of a branch on
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void release(PersonId person, List<String> place) {
    store.removeOf(person, new DavPath(place));
  }
}

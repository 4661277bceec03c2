package org.diestra.work.time;

import java.time.Instant;
import java.util.List;
import org.diestra.work.contracts.ContractId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads lines page by page, each in a transaction of its own: a slow line holds none up. */
@Component
class Exports {
  private final EntryStore store;

  Exports(EntryStore store) {
    this.store = store;
  }

  @Transactional(readOnly = true)
  public List<Entry> page(ContractId contract, Instant after, Instant until, int limit) {
    return store.page(contract, after, until, limit);
  }
}

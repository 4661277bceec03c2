package org.diestra.office.bookkeeping;

import java.util.Optional;
import org.diestra.office.bookkeeping.EntryOrigin.Origin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** For which paper of another module an entry was written, if for any. */
@Component
class Origins {
  private final ObjectProvider<EntryOrigin> all; // of modules above, which ask here

  Origins(ObjectProvider<EntryOrigin> all) {
    this.all = all;
  }

  @Transactional(readOnly = true)
  public Optional<Origin> of(Entry entry) {
    var facts = entry.facts();
    return all.stream().flatMap(one -> one.of(facts.workspace(), facts.id()).stream()).findFirst();
  }
}

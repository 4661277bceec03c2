package org.diestra.money.payments;

import java.util.Optional;
import java.util.UUID;

/** What was written about an entry outside of the books: a bean of a module above. */
public interface EntryPapers {
  /**
   * Its invoice, where there is one. That whoever asks has a part in the entry is the caller's
   * duty.
   */
  Optional<Paper> of(UUID entry);

  /**
   * @param number as it stands on it
   * @param href where it is shown
   */
  record Paper(String number, String href) {}
}

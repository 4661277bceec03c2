package org.diestra.platform.taps;

import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;

/**
 * Something that may be decided by a link in a mail: a bean of the module that decides it. Both are
 * asked in a transaction of that person's, with that person's rights and no others. What needs a
 * session, as docs/adr/0065 says, is never shown here.
 */
public interface Tap {
  /** Begins with the module's id: {@code publishing:approve}. */
  String kind();

  /**
   * What is to be decided; empty where it is decided already, another than was seen, not (or no
   * longer) that person's to decide, or can't be shown whole in a mail.
   */
  Optional<Shown> shown(Viewer viewer, UUID subject, String seen);

  /**
   * Decides it, by the same verb as the page's button.
   *
   * @param choice the value of one of the choices that were shown
   * @throws org.diestra.platform.base.NotFound if it is not that person's
   */
  Outcome<?> decide(Viewer viewer, UUID subject, String seen, String choice);
}

package org.diestra.office.bookkeeping;

import java.util.Optional;
import org.diestra.office.workspaces.WorkspaceId;

/**
 * Who writes entries for a paper of its own: a bean of that module. What an entry says is changed
 * where its paper is, so that both say the same.
 */
public interface EntryOrigin {
  /**
   * What that entry was written for.
   *
   * @return empty where it is none of this module's
   */
  Optional<Origin> of(WorkspaceId workspace, EntryId entry);

  /**
   * @param key the message that says what it is, which names {@code what}: a bill, an invoice
   * @param href its page
   */
  record Origin(String key, String what, String href) {}
}

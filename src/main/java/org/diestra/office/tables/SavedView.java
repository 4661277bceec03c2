package org.diestra.office.tables;

import java.util.UUID;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.accounts.PersonId;

/**
 * A way to look at a table that somebody keeps.
 *
 * @param name 1–60 characters
 * @param query what the address of the list says of it, without a question mark
 * @param own whether it is before whoever made it alone
 */
record SavedView(UUID id, String name, String query, boolean own, PersonId madeBy) {
  /** Views of a table before one person. */
  static final int MOST = 50;

  static final int NAME = 60;
  static final int QUERY = 8_000;

  /** Whoever made it, or keeps the workspace. */
  boolean throwable(Pass pass) {
    return pass.keeps() || madeBy.equals(pass.viewer().id());
  }
}

package org.diestra.office.journals;

import org.diestra.office.books.Account;
import org.diestra.office.books.AccountKind;
import org.jspecify.annotations.Nullable;

/**
 * An account of a journal, and what it is in the books.
 *
 * @param name its full name in the journal
 * @param there the account of the chart that it is, or null
 * @param fresh the account that is made for it, or null
 * @param kind of what is made; null where nobody can tell yet, and then there is neither
 */
record Match(
    String name, @Nullable Account there, @Nullable Account fresh, @Nullable AccountKind kind) {

  /** Null while somebody has to say what it is. */
  @Nullable Account account() {
    return there == null ? fresh : there;
  }
}

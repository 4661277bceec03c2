package org.diestra.office.statements;

import java.time.Instant;
import java.util.Locale;
import org.diestra.office.books.AccountId;
import org.diestra.office.workspaces.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * A line whose text contains that, and went that way, is for that account.
 *
 * @param contains folded, 2–80 characters
 * @param vat thousandths of VAT that the amount includes, 1–999, or null for none: 210 are 21 %
 * @param text what the entry is called; empty for what the bank says
 * @param priority the smaller is asked first, 1–999
 * @param rights how often what it said was taken, and {@code wrongs} how often something else was
 */
record Rule(
    RuleId id,
    WorkspaceId workspace,
    String contains,
    Way way,
    AccountId account,
    @Nullable Integer vat,
    String text,
    int priority,
    int rights,
    int wrongs,
    @Nullable Instant lastUsed,
    int version) {
  static final int USUAL = 500;

  /** Which way money went. */
  enum Way {
    IN,
    OUT;

    static Way of(Movement movement) {
      return movement.amount().isPositive() ? IN : OUT;
    }

    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    String key() {
      return "statements.way." + slug();
    }
  }

  boolean fits(Movement movement) {
    return Way.of(movement) == way && movement.folded().contains(contains);
  }

  String href() {
    return "/w/" + workspace + "/books/banks/rules/" + id;
  }
}

package org.diestra.money.transfers;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * A refund that an operator is to carry out at the bank: {@code WAITING → PAID | REFUSED}.
 *
 * @param collecting the account it is to go from
 * @param endToEnd by which the bank's statement names it
 * @param party to whom, or null until somebody knows
 * @param account theirs, likewise
 * @param toldBy the operator who said so, or null where a statement did
 * @param checkedBy the other operator who looked at it, or null
 * @param since when it came to its state
 */
record SendBack(
    UUID refund,
    UUID collecting,
    OrganisationId client,
    Money amount,
    String endToEnd,
    @Nullable String party,
    @Nullable String account,
    @Nullable PersonId toldBy,
    @Nullable PersonId checkedBy,
    State state,
    @Nullable String evidence,
    Instant since) {

  enum State {
    WAITING,
    PAID,
    REFUSED;

    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean waits() {
    return state == State.WAITING;
  }

  /** An account that came from a statement needs nobody's word; one that was typed in needs two. */
  boolean ready() {
    return account != null && (toldBy == null || checkedBy != null);
  }

  boolean checkableBy(PersonId operator) {
    return account != null && toldBy != null && checkedBy == null && !toldBy.equals(operator);
  }

  /** What an operator who looks at the account has seen: another account is another text. */
  String seen() {
    return Hash.of(
        "%s\n%s\n%s\n%s".formatted(refund, party, account, toldBy == null ? "" : toldBy.value()));
  }

  /** In groups of four where it is an IBAN. */
  String shown() {
    return account == null ? "" : account.replaceAll("(.{4})(?=.)", "$1 ");
  }

  String href() {
    return "/operator/transfers/refunds/" + Ids.text(refund);
  }
}

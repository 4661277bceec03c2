package org.diestra.work.time;

import java.time.ZoneId;
import org.diestra.platform.accounts.Accounts.Contact;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.work.contracts.Contract;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.engagements.Engagement;
import org.jspecify.annotations.Nullable;

/**
 * A contract's hours before one of its people.
 *
 * @param tariff what is agreed now, or null where no hours are paid
 * @param assistant whose hours they are
 */
record Desk(
    Viewer viewer,
    Contract contract,
    Engagement engagement,
    @Nullable Tariff tariff,
    Contact assistant) {

  ContractId id() {
    return contract.id();
  }

  /** On whose calendar days begin and end. */
  ZoneId zone() {
    return assistant.zone();
  }

  /** Whether they are this person's own. */
  boolean own() {
    return viewer.id().equals(contract.assistant());
  }

  /** Whether this person decides on them for the client. */
  boolean reviews() {
    return viewer
        .memberOf(contract.organisation())
        .filter(m -> m.role().hires() || m.role() == Role.APPROVER)
        .isPresent();
  }

  Tariff requireOwn() {
    if (!own() || tariff == null) {
      throw new NotFound();
    }
    return tariff;
  }

  void requireReviews() {
    if (!reviews() || tariff == null) {
      throw new NotFound();
    }
  }
}

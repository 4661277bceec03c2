package org.diestra.money.payouts;

import java.time.Instant;
import org.diestra.money.payouts.Payout.Approved;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.stereotype.Component;

/** An approval holds for what was approved, and for as long as that is so. */
@Component
class Revocations {
  private final PayoutStore store;
  private final Audit audit;

  Revocations(PayoutStore store, Audit audit) {
    this.store = store;
    this.audit = audit;
  }

  /** All of somebody's approved payouts are only requested again; they are locked already. */
  void revoke(PersonId person, Instant now) {
    store.approved(person).forEach(approved -> revoke(approved, now));
  }

  void revoke(Approved approved, Instant now) {
    store.move(approved.revoke(now), null);
    audit.record(
        Deed.of("payouts", "revoke")
            .on("payout", approved.facts().id())
            .onBehalfOf(approved.facts().person().value())
            .moved("APPROVED", "REQUESTED"));
  }
}

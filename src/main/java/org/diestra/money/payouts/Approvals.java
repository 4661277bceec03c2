package org.diestra.money.payouts;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.diestra.money.payouts.Payout.Approved;
import org.diestra.money.payouts.Payout.Cancelled;
import org.diestra.money.payouts.Payout.Requested;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the first operator says of a request: it may go, to the account as it is now, or not. */
@Service
class Approvals {
  private static final Refusal MOVED = Refusal.conflict("payouts.conflict.moved");
  private final PayoutStore store;
  private final PayeeStore payees;
  private final FreezeStore freezes;
  private final PayoutEntries entries;
  private final PayoutNotices notices;
  private final PayoutLock lock;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Approvals(
      PayoutStore store,
      PayeeStore payees,
      FreezeStore freezes,
      PayoutEntries entries,
      PayoutNotices notices,
      PayoutLock lock,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.payees = payees;
    this.freezes = freezes;
    this.entries = entries;
    this.notices = notices;
    this.lock = lock;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param seen the version of the payee that the operator looked at
   */
  @Transactional
  public Outcome<Payout> approve(Viewer operator, UUID id, UUID seen) {
    return house.call(() -> {
      var found = locked(id);
      var person = found.facts().person();
      var now = clock.instant();
      if (person.equals(operator.id())) {
        return refused(Refusal.conflict("payouts.conflict.own"));
      }
      var payee = payees.last(person).orElse(null);
      if (!(found instanceof Requested requested) || payee == null || !payee.id().equals(seen)) {
        return refused(MOVED);
      }
      if (freezes.among(List.of(person)).containsKey(person)) {
        return refused(Refusal.conflict("payouts.conflict.stands-still"));
      }
      if (payee.voided()) {
        return refused(Refusal.conflict("payouts.conflict.voided"));
      }
      if (!payee.inForce(now)) {
        return refused(Refusal.conflict("payouts.conflict.too-early", payee.from()));
      }
      var after = requested.approve(operator.id(), payee, now);
      store.move(after, operator.id());
      audit.record(
          Payouts.deed("approve", after)
              .by(operator.id().value())
              .moved("REQUESTED", "APPROVED")
              .with("binding", after.approval().binding()));
      notices.moved(after);
      return done(after);
    });
  }

  /** It is the assistant's again, who is told. */
  @Transactional
  public Outcome<Payout> decline(Viewer operator, UUID id) {
    return house.call(() -> {
      var found = locked(id);
      if (found.facts().person().equals(operator.id())) {
        return refused(Refusal.conflict("payouts.conflict.own"));
      }
      if (!(found instanceof Requested requested)) {
        return refused(MOVED);
      }
      var now = clock.instant();
      var after = requested.cancel(Cancelled.DECLINED, now);
      store.move(after, operator.id());
      entries.cancelled(after.facts(), now);
      audit.record(
          Payouts.deed("decline", after).by(operator.id().value()).moved("REQUESTED", "CANCELLED"));
      notices.moved(after);
      return done(after);
    });
  }

  /** It is only asked for again, whoever approved it. */
  @Transactional
  public Outcome<Payout> withdraw(Viewer operator, UUID id) {
    return house.call(() -> {
      var found = locked(id);
      if (found.facts().person().equals(operator.id())) {
        return refused(Refusal.conflict("payouts.conflict.own"));
      }
      if (!(found instanceof Approved approved)) {
        return refused(MOVED);
      }
      var after = approved.revoke(clock.instant());
      store.move(after, operator.id());
      audit.record(
          Payouts.deed("withdraw", after).by(operator.id().value()).moved("APPROVED", "REQUESTED"));
      return done(after);
    });
  }

  private Payout locked(UUID id) {
    lock.of(store.find(id).orElseThrow(NotFound::new).facts().person());
    return store.find(id).orElseThrow();
  }
}

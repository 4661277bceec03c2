package org.diestra.money.direct;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.diestra.money.payments.MoneyLock;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to what an assistant lets go: what a tax office was given, what a bank took, what will
 * never come. Without it such a rest would stay due for ever.
 */
@Service
class Rests {
  private final DueStore dues;
  private final Contracts contracts;
  private final Plans plans;
  private final MoneyLock lock;
  private final Booking booking;
  private final DirectNotices notices;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Rests(
      DueStore dues,
      Contracts contracts,
      Plans plans,
      MoneyLock lock,
      Booking booking,
      DirectNotices notices,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.dues = dues;
    this.contracts = contracts;
    this.plans = plans;
    this.lock = lock;
    this.booking = booking;
    this.notices = notices;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Nothing more of it is to be paid. Refused where it is not as it was seen, or where something of
   * it is said to have been paid, which is answered first. Twice is as once.
   *
   * @param entry by which it was released
   * @param seen what had not arrived when it was looked at, in minor units
   * @throws NotFound if this person does not earn by that contract, or it is not paid directly
   */
  @Transactional
  public Outcome<Due> letGo(Viewer viewer, ContractId id, UUID entry, long seen) {
    if (!contracts.get(viewer, id).assistant().equals(viewer.id())) {
      throw new NotFound();
    }
    var plan = plans.of(id).filter(Plan::promised).orElseThrow(NotFound::new);
    return house.call(() -> {
      lock.of(plan);
      var due =
          dues.among(id, List.of(entry)).stream()
              .filter(d -> !d.settled() && d.rest().minor() == seen)
              .findFirst()
              .orElse(null);
      if (due == null) {
        return refused(Refusal.conflict("direct.conflict.moved"));
      }
      if (due.claimed().isPositive()) {
        return refused(Refusal.conflict("direct.conflict.answer"));
      }
      booking.letGo(plan, due, clock.instant());
      audit.record(deed(plan, due, due.rest()).by(viewer.id().value()));
      notices.letGo(plan, due);
      return done(due);
    });
  }

  private static Deed deed(Plan plan, Due due, Money rest) {
    return Deed.of("direct", "let-go")
        .on("due", due.entry())
        .onBehalfOf(plan.assistant().value())
        .with("contract", plan.contract().toString())
        .with("amount", rest.toString());
  }
}

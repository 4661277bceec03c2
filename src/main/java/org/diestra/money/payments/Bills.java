package org.diestra.money.payments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Destination.Demand;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.Contracts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is still to be paid for a piece of work, and whether somebody may. */
@Component
class Bills {
  private final Destinations destinations;
  private final Plans plans;
  private final Ledger ledger;
  private final Contracts contracts;
  private final HouseRights house;

  Bills(
      Destinations destinations,
      Plans plans,
      Ledger ledger,
      Contracts contracts,
      HouseRights house) {
    this.destinations = destinations;
    this.plans = plans;
    this.ledger = ledger;
    this.contracts = contracts;
    this.house = house;
  }

  /**
   * What paying would come to.
   *
   * @param credit what the client has with the house in that rail and currency
   */
  record Wanted(Plan plan, Subject subject, Demand demand, Money credit) {
    /** What is to be held for the work, its taxes included; zero where all is held. */
    Money price() {
      return demand.price();
    }

    Money fee() {
      return demand.fee();
    }

    Money total() {
      return price().plus(fee());
    }

    /** What of it is VAT. */
    Money vat() {
      return part(tax().vat());
    }

    /** What is kept back of the price that is handed over. */
    Money withheld() {
      return part(tax().withholding());
    }

    /** The price itself: with VAT, and less what is kept back, it is what is to be held. */
    Money work() {
      return price().minus(vat()).plus(withheld());
    }

    Tax tax() {
      return demand.charges().tax();
    }

    /** What of it reaches the assistant. */
    Money net() {
      return price().minus(demand.charges().assistantFee(work()));
    }

    /** 2.5 for 250 basis points. */
    static BigDecimal percent(int basisPoints) {
      var plain = BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros();
      return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private Money part(int basisPoints) {
      return demand.work().times(BigDecimal.valueOf(basisPoints, 4), RoundingMode.HALF_UP);
    }

    boolean coveredByCredit() {
      return !total().isMoreThan(credit);
    }

    @Nullable String title() {
      return demand.title();
    }
  }

  /**
   * @throws NotFound if this person does not pay for that contract, or nothing is held for it
   */
  @Transactional(readOnly = true)
  public Wanted wanted(Viewer viewer, Subject subject) {
    var contract = contracts.get(viewer, subject.contract());
    if (viewer.memberOf(contract.organisation()).filter(m -> m.role().hires()).isEmpty()) {
      throw new NotFound();
    }
    return house.call(() -> wanted(subject));
  }

  /** The same, whoever asks; for the house. */
  Wanted wanted(Subject subject) {
    var plan = plans.of(subject.contract()).orElseThrow(NotFound::new);
    var demand = destinations.of(subject).demand(plan, subject).orElseThrow(NotFound::new);
    var credit = plan.promised() ? plan.money(0) : ledger.balance(plan.book(), plan.credit());
    return new Wanted(plan, subject, demand, credit);
  }
}

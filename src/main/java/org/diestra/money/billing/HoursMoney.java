package org.diestra.money.billing;

import java.util.List;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractFrame;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the page of the money for hours shows. */
@Component
class HoursMoney {
  private static final int WEEKS = 26;
  private final Contracts contracts;
  private final Plans plans;
  private final Standings standings;
  private final BillStore bills;
  private final HouseRights house;

  HoursMoney(
      Contracts contracts, Plans plans, Standings standings, BillStore bills, HouseRights house) {
    this.contracts = contracts;
    this.plans = plans;
    this.standings = standings;
    this.bills = bills;
    this.house = house;
  }

  /** How a week's money stands. */
  enum Place {
    DUE,
    OWED,
    PAID,
    /** Lines are in dispute; the rest is paid. */
    DISPUTED;

    static Place of(Bill bill) {
      if (bill.state() == Bill.State.DUE) {
        return DUE;
      }
      return bill.owed().isPositive() ? OWED : bill.inDispute() ? DISPUTED : PAID;
    }

    String key() {
      return "billing.place." + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Where the client pays directly: billed is to be paid, and no more than that. */
    String promised() {
      return this == PAID ? "billing.place.promised" : key();
    }

    String tone() {
      return switch (this) {
        case DUE -> "wait";
        case OWED -> "stop";
        case PAID -> "good";
        case DISPUTED -> "wait";
      };
    }
  }

  /**
   * @param client whether the viewer sees it from the client's side
   * @param pays whether the viewer may pay
   */
  record View(
      ContractFrame frame,
      Plan plan,
      Standing standing,
      List<Bill> bills,
      boolean client,
      boolean pays) {
    String href(Bill bill, String what) {
      return frame.href("money/hours/" + bill.id().week() + "/" + what);
    }

    String week(Bill bill) {
      return frame.href("time?week=" + bill.id().week());
    }
  }

  /**
   * @throws NotFound if it is not this person's to see, or no money is held for its hours
   */
  @Transactional(readOnly = true)
  public View view(Viewer viewer, ContractId id) {
    var contract = contracts.get(viewer, id);
    var frame = contracts.frame(contract);
    var plan = plans.of(id).orElseThrow(NotFound::new);
    return house.call(() ->
        new View(
            frame,
            plan,
            standings.of(plan).orElseThrow(NotFound::new),
            bills.of(id, WEEKS),
            !viewer.id().equals(contract.assistant()),
            viewer.memberOf(contract.organisation()).filter(m -> m.role().hires()).isPresent()));
  }
}

package org.diestra.money.billing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.money.payments.Releases;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
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
  private final Releases releases;
  private final HouseRights house;

  HoursMoney(
      Contracts contracts,
      Plans plans,
      Standings standings,
      BillStore bills,
      Releases releases,
      HouseRights house) {
    this.contracts = contracts;
    this.plans = plans;
    this.standings = standings;
    this.bills = bills;
    this.releases = releases;
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
   * @param waiting the weeks of which something has not reached the assistant
   */
  record View(
      ContractFrame frame,
      Plan plan,
      Standing standing,
      List<Bill> bills,
      boolean client,
      boolean pays,
      Set<LocalDate> waiting) {
    /** Where the client pays directly, what is billed is still to be paid until it arrived. */
    boolean unpaid(Bill bill) {
      return plan.promised() && Place.of(bill) == Place.PAID && waiting.contains(bill.id().week());
    }

    /** What of a week is not held, with its taxes. */
    Money owed(Bill bill) {
      return plan.charges().gross(bill.paid(), bill.owed());
    }

    String place(Bill bill) {
      return unpaid(bill) ? "billing.place.promised" : Place.of(bill).key();
    }

    String tone(Bill bill) {
      return unpaid(bill) ? "wait" : Place.of(bill).tone();
    }

    /** What became of the lines that are or were in dispute. */
    String withheld(Bill bill) {
      if (bill.inDispute() || Place.of(bill) == Place.DUE) {
        return "billing.withheld";
      }
      var settled = bill.settled();
      if (settled == null || !settled.isPositive()) {
        return "billing.withheld.back";
      }
      return plan.promised() ? "billing.withheld.promised" : "billing.withheld.paid";
    }

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
            viewer.memberOf(contract.organisation()).filter(m -> m.role().hires()).isPresent(),
            releases.waiting(id)));
  }
}

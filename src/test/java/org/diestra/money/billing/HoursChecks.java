package org.diestra.money.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.work.engagements.RunningContracts.as;

import java.time.LocalDate;
import java.util.Map;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Examination;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Plans;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.SignedContracts.Signed;
import org.diestra.work.time.WeekId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What holds of the money for hours after whatever a test did. */
@Component
public class HoursChecks {
  private static final int ALL = 1_000;
  private final Ledger ledger;
  private final Examination examination;
  private final DepositStore deposits;
  private final BillStore bills;
  private final Plans plans;
  private final ObjectProvider<Withheld> withheld;
  private final HouseRights house;

  HoursChecks(
      Ledger ledger,
      Examination examination,
      DepositStore deposits,
      BillStore bills,
      Plans plans,
      ObjectProvider<Withheld> withheld,
      HouseRights house) {
    this.ledger = ledger;
    this.examination = examination;
    this.deposits = deposits;
    this.bills = bills;
    this.plans = plans;
    this.withheld = withheld;
    this.house = house;
  }

  /** The client pays what is in dispute of a week after all. */
  public void pay(Signed signed, LocalDate week) {
    var lucia = signed.client();
    as(lucia, () -> withheld.getObject().pay(lucia, new WeekId(signed.id(), week)).orFail());
  }

  /** The books are sound, and escrow is what the contract's deposit and weeks say it is. */
  public void holdFor(ContractId contract) {
    ledger.chain();
    assertThat(examination.examine()).noneMatch(f -> f.book().startsWith("pretend"));
    var plan = plans.of(contract).orElseThrow();
    var deposit = house.call(() -> deposits.of(Map.of(contract, plan))).get(contract);
    assertThat(ledger.balance(plan.book(), plan.deposit())).isEqualTo(deposit.held());
    assertThat(ledger.balance(plan.book(), plan.depositFee())).isEqualTo(deposit.feeHeld());
    for (var bill : house.call(() -> bills.of(contract, ALL))) {
      var kept = bill.kept();
      if (kept != null) {
        var apart = Account.disputed(plan.client().value(), kept.dispute());
        assertThat(ledger.balance(plan.book(), apart)).isEqualTo(kept.all());
      }
      assertThat(bill.owed().minor()).isNotNegative();
    }
  }
}

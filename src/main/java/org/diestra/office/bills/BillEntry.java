package org.diestra.office.bills;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diestra.office.bookkeeping.Line;
import org.diestra.office.bookkeeping.Written;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountList;
import org.diestra.office.books.AccountUse;
import org.diestra.office.dues.Parties;
import org.diestra.office.dues.Party;
import org.diestra.office.dues.Sums;
import org.diestra.office.dues.Treatment;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;

/**
 * The entry that shows a bill: its lines' accounts debited, VAT to be deducted beside them or in
 * them, tax kept back and what the supplier is owed credited.
 */
final class BillEntry {
  private BillEntry() {}

  /**
   * @param ledger on which the supplier is owed
   */
  record Made(Written written, AccountId ledger) {}

  /** Refused where the chart has no account for what is needed, or the bill comes to nothing. */
  static Outcome<Made> of(Party party, Paper paper, AccountList chart) {
    var sums = paper.sums();
    var total = sums.total();
    if (total.isZero() || total.isPositive() == paper.credit()) {
      return refused(Refusal.invalid("items", "bills.total.wrong"));
    }
    return Parties.ledger(party, chart)
        .fold(
            ledger -> {
              var lines = costs(paper, sums);
              var why = new ArrayList<Refusal>();
              if (sums.treatment() == Treatment.CHARGED || sums.treatment() == Treatment.REVERSE) {
                add(lines, chart, AccountUse.VAT_PAID, sums.tax(), why);
              }
              if (sums.treatment() == Treatment.REVERSE) {
                add(lines, chart, AccountUse.VAT_CHARGED, sums.tax().negated(), why);
              }
              add(lines, chart, AccountUse.WITHHELD, sums.withheld().negated(), why);
              lines.add(new Line(ledger.id(), total.negated(), ""));
              var text = party.name() + ", " + paper.number();
              return why.isEmpty()
                  ? done(
                      new Made(
                          new Written(paper.day(), text, total.currency(), lines), ledger.id()))
                  : refused(why.getFirst());
            },
            Outcome::refused);
  }

  private static void add(
      List<Line> lines, AccountList chart, AccountUse use, Money amount, List<Refusal> why) {
    if (amount.isZero()) {
      return;
    }
    chart
        .by(use)
        .ifPresentOrElse(
            account -> lines.add(new Line(account.id(), amount, "")),
            () ->
                why.add(
                    Refusal.invalid(
                        use == AccountUse.WITHHELD ? "withholding" : "treatment",
                        "bills.account." + use.name().toLowerCase(java.util.Locale.ROOT))));
  }

  /** One line an account, with the VAT that may not be deducted. */
  private static List<Line> costs(Paper paper, Sums sums) {
    var byAccount = new LinkedHashMap<AccountId, Money>();
    paper.items().forEach(item -> byAccount.merge(item.account(), item.net(), Money::plus));
    if (sums.treatment() == Treatment.COST) {
      shares(paper, sums).forEach((account, tax) -> byAccount.merge(account, tax, Money::plus));
    }
    var lines = new ArrayList<Line>();
    byAccount.forEach((account, amount) -> {
      if (!amount.isZero()) {
        lines.add(new Line(account, amount, ""));
      }
    });
    return lines;
  }

  /**
   * Each rate's VAT among its lines as they stand, so that the shares come to exactly all of it.
   */
  private static Map<AccountId, Money> shares(Paper paper, Sums sums) {
    var shares = new LinkedHashMap<AccountId, Money>();
    for (var group : sums.groups()) {
      var left = group.tax();
      var items = paper.items().stream().filter(i -> i.vat() == group.rate()).toList();
      for (int i = 0; i < items.size(); i++) {
        var item = items.get(i);
        var share = i == items.size() - 1 ? left : Sums.part(item.net(), group.rate());
        shares.merge(item.account(), share, Money::plus);
        left = left.minus(share);
      }
    }
    return shares;
  }
}

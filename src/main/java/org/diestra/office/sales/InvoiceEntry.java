package org.diestra.office.sales;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.diestra.office.bookkeeping.Line;
import org.diestra.office.bookkeeping.Written;
import org.diestra.office.books.Account;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountList;
import org.diestra.office.books.AccountUse;
import org.diestra.office.dues.Parties;
import org.diestra.office.dues.Party;
import org.diestra.office.dues.Treatment;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The entry that shows an invoice: what the customer owes and keeps back debited, income by its
 * accounts and VAT credited.
 *
 * @param ledger on which the customer owes
 */
record InvoiceEntry(Written written, AccountId ledger) {

  /**
   * Refused where the chart has no account for what is needed, or it comes to nothing.
   *
   * @param withheld on which account tax stands that customers keep back, or null
   */
  static Outcome<InvoiceEntry> of(
      Party customer,
      Said said,
      String number,
      LocalDate day,
      AccountList chart,
      @Nullable AccountId withheld) {
    var sums = said.sums();
    var total = sums.total();
    if (total.isZero()) {
      return refused(Refusal.invalid("items", "sales.total.zero"));
    }
    var vat = chart.by(AccountUse.VAT_CHARGED).map(Account::id).orElse(null);
    boolean taxed = sums.treatment() == Treatment.CHARGED && !sums.tax().isZero();
    if (taxed && vat == null) {
      return refused(Refusal.invalid("treatment", "sales.account.vat"));
    }
    if (!sums.withheld().isZero() && withheld == null) {
      return refused(Refusal.invalid("withholding", "sales.account.withheld"));
    }
    return switch (Parties.ledger(customer, chart)) {
      case Outcome.Refused<Account>(var why) -> refused(why);
      case Outcome.Done<Account>(var ledger) -> {
        var lines = new ArrayList<Line>();
        lines.add(new Line(ledger.id(), total, ""));
        if (withheld != null && !sums.withheld().isZero()) {
          lines.add(new Line(withheld, sums.withheld(), ""));
        }
        var income = new LinkedHashMap<AccountId, Money>();
        said.items().forEach(i -> income.merge(i.account(), i.net(), Money::plus));
        income.forEach((account, net) -> {
          if (!net.isZero()) {
            lines.add(new Line(account, net.negated(), ""));
          }
        });
        if (taxed && vat != null) {
          lines.add(new Line(vat, sums.tax().negated(), ""));
        }
        var text = customer.name() + ", " + number;
        yield done(new InvoiceEntry(new Written(day, text, said.currency(), lines), ledger.id()));
      }
    };
  }
}

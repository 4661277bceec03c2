package org.diestra.money.invoices;

import java.time.LocalDate;
import java.util.List;
import org.diestra.money.invoices.FeeStore.Month;
import org.diestra.money.invoices.Invoice.Cause;
import org.diestra.money.invoices.Invoice.Kind;
import org.diestra.money.invoices.Issuing.Draft;
import org.diestra.money.taxes.TaxProfile;
import org.diestra.money.taxes.Taxes;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Component;

/**
 * The house's own invoices: one a month, party and currency, of all the fees of that month. Where
 * tax details are missing they wait for the next night.
 */
@Component
class FeeBills {
  private static final int SET = 200;
  private final FeeStore fees;
  private final Issuing issuing;
  private final Taxes taxes;
  private final HouseRights house;

  FeeBills(FeeStore fees, Issuing issuing, Taxes taxes, HouseRights house) {
    this.fees = fees;
    this.issuing = issuing;
    this.taxes = taxes;
    this.house = house;
  }

  /** Of every month that is over; gives how many there were. */
  int all() {
    var own = taxes.profile(TaxProfile.HOUSE).orElse(null);
    if (own == null) {
      return 0;
    }
    int all = 0;
    var after = TaxProfile.HOUSE; // before any other id
    List<Month> months;
    do {
      var last = after;
      var first = issuing.today().withDayOfMonth(1);
      months = house.call(() -> fees.months(first, last, SET));
      var parties = taxes.profiles(months.stream().map(Month::party).distinct().toList());
      for (var month : months) {
        var party = parties.get(month.party());
        if (party != null && house.call(() -> one(month, own, party))) {
          all++;
        }
        after = month.party();
      }
    } while (months.size() == SET);
    return all;
  }

  private boolean one(Month month, TaxProfile own, TaxProfile party) {
    var treatment = issuing.treat(taxes.rulebook(), own, party, last(month.from())).orElse(null);
    if (treatment == null) {
      return false;
    }
    var draft =
        new Draft(
            Kind.FEE,
            Issuing.side(own),
            Issuing.side(party),
            month.from(),
            last(month.from()),
            month.sum(),
            month.sum(),
            treatment,
            new Cause(null, null, null, null, null, null, false, month.pieces(), null, null));
    var invoice = issuing.issue(List.of(draft)).getFirst();
    if (fees.invoiced(month, invoice.id()) != month.pieces()) {
      // somebody else was quicker: what was done here goes back, its number too
      throw new IllegalStateException("fees of " + month.party() + " changed meanwhile");
    }
    return true;
  }

  private static LocalDate last(LocalDate first) {
    return first.plusMonths(1).minusDays(1);
  }
}

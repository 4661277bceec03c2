package org.diestra.money.invoices;

import java.time.LocalDate;
import java.util.List;
import org.diestra.money.invoices.FeeStore.Month;
import org.diestra.money.invoices.Invoice.Cause;
import org.diestra.money.invoices.Invoice.Kind;
import org.diestra.money.invoices.Issuing.Draft;
import org.diestra.money.taxes.Category;
import org.diestra.money.taxes.Reason;
import org.diestra.money.taxes.TaxProfile;
import org.diestra.money.taxes.Taxes;
import org.diestra.money.taxes.Treatment;
import org.diestra.money.taxes.Treatment.Taxed;
import org.diestra.platform.base.Money;
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
    var ruled = issuing.treat(taxes.rulebook(), own, party, last(month.from())).orElse(null);
    if (ruled == null) {
      return false;
    }
    var treatment = taken(month, ruled);
    var amounts = amounts(month, treatment);
    var draft =
        new Draft(
            Kind.FEE,
            Issuing.side(own),
            Issuing.side(party),
            month.from(),
            last(month.from()),
            amounts,
            month.sum().plus(month.vat() == null ? none(month) : month.vat()),
            treatment,
            new Cause(null, null, null, null, null, null, false, month.pieces(), null, null));
    var invoice = issuing.issue(List.of(draft)).getFirst();
    if (fees.invoiced(month, invoice.id()) != month.pieces()) {
      // somebody else was quicker: what was done here goes back, its number too
      throw new IllegalStateException("fees of " + month.party() + " changed meanwhile");
    }
    return true;
  }

  /** VAT that was taken with them is invoiced as it was taken, whatever holds by now. */
  private static Treatment taken(Month month, Treatment ruled) {
    var rate = month.rate();
    return rate == null || rate == 0 || rate == ruled.rate()
        ? ruled
        : new Treatment(Category.S, rate, Reason.NONE, ruled.withholding());
  }

  /** To the cent what was taken; each was rounded by itself. */
  private static Taxed amounts(Month month, Treatment treatment) {
    var reckoned = treatment.on(month.sum());
    var vat = month.vat();
    var rate = month.rate();
    return vat == null || rate == null || rate == 0
        ? reckoned
        : new Taxed(month.sum(), vat, reckoned.withheld());
  }

  private static Money none(Month month) {
    return Money.zero(month.sum().currency());
  }

  private static LocalDate last(LocalDate first) {
    return first.plusMonths(1).minusDays(1);
  }
}

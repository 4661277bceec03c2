package org.diestra.money.payments;

import static org.diestra.platform.page.Ui.money;
import static org.diestra.platform.page.Ui.words;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.diestra.hiring.fees.Rates;
import org.diestra.money.taxes.TaxProfile;
import org.diestra.money.taxes.Taxes;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.OfferNote;
import org.diestra.work.contracts.Pay;
import org.diestra.work.contracts.TermLines;
import org.diestra.work.contracts.TermLines.Line;
import org.springframework.stereotype.Component;

/** What taxes make of an offer, for both to see before they sign: as they will be asked for. */
@Component
class OfferTaxes implements OfferNote {
  private final Taxes taxes;
  private final Clock clock;

  OfferTaxes(Taxes taxes, Clock clock) {
    this.taxes = taxes;
    this.clock = clock;
  }

  @Override
  public Optional<String> key(Currency currency) {
    return Optional.empty();
  }

  @Override
  public Optional<Integer> directDays(Currency currency) {
    return Optional.empty();
  }

  @Override
  public TermLines.Later taxes(OrganisationId client, PersonId assistant, Pay pay, Rates rates) {
    var known = taxes.profiles(List.of(client.value(), assistant.value(), TaxProfile.HOUSE));
    var tax =
        Treatments.decide(
            taxes.rulebook(),
            known.get(assistant.value()),
            known.get(client.value()),
            known.get(TaxProfile.HOUSE),
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    return () -> lines(pay, rates, tax);
  }

  private static List<Line> lines(Pay pay, Rates rates, Tax tax) {
    var lines = new ArrayList<Line>();
    lines.add(new Line("payments.taxes", Words.taxes(tax)));
    if (tax.known()) {
      var charges = new Charges(rates, tax);
      var hour = pay.hour();
      var retainer = pay.retainer();
      if (pay.task() != null) {
        lines.add(side("payments.taxes.task", pay.task(), charges));
      }
      if (hour != null) {
        lines.add(side("payments.taxes.hour", hour.rate(), charges));
      }
      if (retainer != null) {
        lines.add(side("payments.taxes.month", retainer.price(), charges));
      }
    }
    return lines;
  }

  private static Line side(String key, Money price, Charges charges) {
    var gross = charges.gross(price);
    return new Line(
        key,
        words(
            "payments.taxes.sides",
            money(gross.plus(charges.clientFee(price))),
            money(gross.minus(charges.assistantFee(price)))));
  }
}

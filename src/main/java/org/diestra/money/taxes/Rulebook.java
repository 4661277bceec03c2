package org.diestra.money.taxes;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.diestra.money.taxes.Rule.Topic;
import org.diestra.money.taxes.Supply.Party;

/**
 * All rules as they were read once; it decides without asking anybody. Buyers are businesses:
 * services to them are taxed where they are (Directive 2006/112/EC, article 44).
 */
public final class Rulebook {
  private final List<Rule> rules; // the latest first

  Rulebook(List<Rule> rules) {
    this.rules = rules.stream().sorted(Comparator.comparing(Rule::from).reversed()).toList();
  }

  /** Empty where no rule says at which rate the seller's country taxes it. */
  public Optional<Treatment> treat(Supply supply) {
    var on = supply.on();
    var seller = supply.seller();
    var buyer = supply.buyer();
    if (seller.country().equals(buyer.country())) {
      return atHome(seller, on).map(t -> withheld(t, supply));
    }
    return in(Topic.UNION, seller.country(), on).isPresent()
        ? across(seller, buyer, on)
        : Optional.of(free(Category.O, union(buyer, on) ? Reason.SELF_ASSESSED : Reason.ELSEWHERE));
  }

  private Optional<Treatment> atHome(Party seller, LocalDate on) {
    return switch (seller.vat()) {
      case REGISTERED -> standard(seller, on);
      case EXEMPT -> Optional.of(home(seller, on, Reason.EXEMPT));
      case SMALL_BUSINESS -> Optional.of(home(seller, on, Reason.SMALL_BUSINESS));
      case NOT_REGISTERED -> Optional.of(home(seller, on, Reason.NOT_REGISTERED));
    };
  }

  /** The Union's articles are named within the Union alone. */
  private Treatment home(Party seller, LocalDate on, Reason reason) {
    return union(seller, on) ? free(Category.E, reason) : free(Category.O, Reason.ELSEWHERE);
  }

  /** From the Union to another country. */
  private Optional<Treatment> across(Party seller, Party buyer, LocalDate on) {
    if (!union(buyer, on)) {
      return Optional.of(free(Category.O, Reason.OUTSIDE));
    }
    if (seller.vat() == VatStatus.EXEMPT) {
      return Optional.of(free(Category.E, Reason.EXEMPT));
    }
    if (buyer.vatId() != null) { // who owes the tax whatever the seller is (article 196)
      return Optional.of(free(Category.AE, Reason.REVERSE_CHARGE));
    }
    // A buyer without a number is taxed as at home: nobody else could account for the tax.
    return atHome(seller, on);
  }

  private Optional<Treatment> standard(Party seller, LocalDate on) {
    return in(Topic.VAT, seller.country(), on)
        .map(rule -> new Treatment(Category.S, rule.rate(), Reason.NONE, 0));
  }

  private Treatment withheld(Treatment treatment, Supply supply) {
    var seller = supply.seller();
    if (seller.irpf() == Irpf.NONE) {
      return treatment;
    }
    var until = seller.reducedUntil();
    boolean reduced =
        seller.irpf() == Irpf.REDUCED && until != null && supply.on().getYear() <= until;
    int rate =
        in(reduced ? Topic.WITHHOLDING_REDUCED : Topic.WITHHOLDING, seller.country(), supply.on())
            .map(Rule::rate)
            .orElse(0);
    return new Treatment(treatment.category(), treatment.rate(), treatment.reason(), rate);
  }

  private boolean union(Party party, LocalDate on) {
    return in(Topic.UNION, party.country(), on).isPresent();
  }

  /** Whether that country is part of the Union's VAT on that day. */
  public boolean union(String country, LocalDate on) {
    return in(Topic.UNION, country, on).isPresent();
  }

  private Optional<Rule> in(Topic topic, String country, LocalDate on) {
    return rules.stream()
        .filter(r -> r.topic() == topic && r.country().equals(country) && r.holds(on))
        .findFirst();
  }

  private static Treatment free(Category category, Reason reason) {
    return new Treatment(category, 0, reason, 0);
  }
}

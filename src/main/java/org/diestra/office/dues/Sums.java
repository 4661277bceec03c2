package org.diestra.office.dues;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
import org.diestra.platform.base.Money;

/**
 * What a paper comes to: VAT is computed for all lines of one rate together, half a cent away from
 * zero (Directive 2006/112/EC, article 226; RD 1619/2012, article 6).
 *
 * @param groups by rate, the highest first; none where there is no VAT
 * @param withheld income tax that the buyer keeps back, of the net sum
 */
public record Sums(
    Treatment treatment, Money net, List<Group> groups, Money withheld, int withholding) {
  public Sums {
    groups = List.copyOf(groups);
  }

  /**
   * All lines of one rate.
   *
   * @param rate in thousandths
   */
  public record Group(int rate, Money net, Money tax) {}

  /**
   * @param withholding in thousandths of the net sum; 0 for none
   */
  public static Sums of(
      Currency currency, Collection<? extends Taxed> lines, Treatment treatment, int withholding) {
    var net = Money.zero(currency);
    var byRate = new TreeMap<Integer, Money>(Comparator.reverseOrder());
    for (var line : lines) {
      net = net.plus(line.net());
      byRate.merge(line.vat(), line.net(), Money::plus);
    }
    var groups = new ArrayList<Group>();
    if (treatment != Treatment.NONE) {
      byRate.forEach((rate, sum) -> groups.add(new Group(rate, sum, part(sum, rate))));
    }
    return new Sums(treatment, net, groups, part(net, withholding), withholding);
  }

  /** That many thousandths of it. */
  public static Money part(Money of, int rate) {
    return of.times(BigDecimal.valueOf(rate, 3), RoundingMode.HALF_UP);
  }

  /** What VAT comes to, whoever owes it. */
  public Money tax() {
    return groups.stream().map(Group::tax).reduce(Money.zero(net.currency()), Money::plus);
  }

  /** What of it the seller adds. */
  public Money added() {
    return treatment == Treatment.REVERSE ? Money.zero(net.currency()) : tax();
  }

  /** What the paper says at its end: what is to be paid. */
  public Money total() {
    return net.plus(added()).minus(withheld);
  }

  /** The same with that much more VAT in its largest group, as some sellers round elsewise. */
  public Sums adjusted(Money more) {
    if (more.isZero() || groups.isEmpty()) {
      return this;
    }
    var largest =
        groups.stream().max(Comparator.comparing(g -> Math.abs(g.tax().minor()))).orElseThrow();
    var after =
        groups.stream()
            .map(g -> g.equals(largest) ? new Group(g.rate(), g.net(), g.tax().plus(more)) : g)
            .toList();
    return new Sums(treatment, net, after, withheld, withholding);
  }
}

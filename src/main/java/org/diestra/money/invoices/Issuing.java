package org.diestra.money.invoices;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.diestra.money.invoices.Due.Known;
import org.diestra.money.invoices.Due.Lack;
import org.diestra.money.invoices.Invoice.Cause;
import org.diestra.money.invoices.Invoice.Kind;
import org.diestra.money.invoices.Invoice.Side;
import org.diestra.money.invoices.InvoiceStore.Numbered;
import org.diestra.money.invoices.SeriesStore.Taken;
import org.diestra.money.taxes.Rulebook;
import org.diestra.money.taxes.Supply;
import org.diestra.money.taxes.TaxProfile;
import org.diestra.money.taxes.Taxes;
import org.diestra.money.taxes.Treatment;
import org.diestra.money.taxes.Treatment.Taxed;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Component;

/**
 * Makes invoices of what was sold, in sets that hold whole or not at all; it can be stopped at any
 * moment and goes on where it was. Several may do it at once.
 */
@Component
class Issuing {
  static final int SET = 500;
  private final DueStore dues;
  private final SeriesStore series;
  private final InvoiceStore invoices;
  private final Consents consents;
  private final Taxes taxes;
  private final HouseRights house;
  private final Clock clock;

  Issuing(
      DueStore dues,
      SeriesStore series,
      InvoiceStore invoices,
      Consents consents,
      Taxes taxes,
      HouseRights house,
      Clock clock) {
    this.dues = dues;
    this.series = series;
    this.invoices = invoices;
    this.consents = consents;
    this.taxes = taxes;
    this.house = house;
    this.clock = clock;
  }

  /** An invoice that lacks only its number and its day. */
  record Draft(
      Kind kind,
      Side seller,
      Side buyer,
      LocalDate from,
      LocalDate to,
      Taxed taxed,
      Money paid,
      Treatment treatment,
      Cause cause) {
    Invoice as(String number, LocalDate day) {
      return new Invoice(
          Ids.fresh(),
          number,
          kind,
          seller,
          buyer,
          day,
          from,
          to,
          taxed.net(),
          taxed.vat(),
          taxed.withheld(),
          paid,
          treatment,
          cause);
    }
  }

  /** All that can be; gives how many were. */
  int all() {
    int all = 0;
    int looked;
    do {
      var done = house.call(this::some);
      all += done.issued();
      looked = done.looked();
    } while (looked == SET);
    return all;
  }

  private record Done(int looked, int issued) {}

  private Done some() {
    var taken = dues.take(SET);
    if (taken.isEmpty()) {
      return new Done(0, 0);
    }
    var able = consents.among(taken.stream().map(Due::assistant).distinct().toList());
    var known =
        taxes.profiles(
            taken.stream().flatMap(d -> Stream.of(d.assistant(), d.client())).distinct().toList());
    var rules = taxes.rulebook();
    var lacking = new HashMap<Lack, List<Due>>();
    var drafts = new ArrayList<Draft>();
    var gone = new ArrayList<UUID>();
    for (var due : taken) {
      var seller = known.get(due.assistant());
      var buyer = known.get(due.client());
      if (!able.contains(due.assistant())) {
        lack(lacking, Lack.CONSENT, due);
      } else if (seller == null) {
        lack(lacking, Lack.SELLER, due);
      } else if (buyer == null) {
        lack(lacking, Lack.BUYER, due);
      } else if (due.taxed() != null) {
        drafts.add(known(due, due.taxed()));
        gone.add(due.entry());
      } else {
        treat(rules, seller, buyer, day(due))
            .ifPresentOrElse(
                treatment -> {
                  drafts.add(decided(due, seller, buyer, treatment));
                  gone.add(due.entry());
                },
                () -> lack(lacking, Lack.RULE, due));
      }
    }
    lacking.forEach((lack, of) -> dues.wait(of.stream().map(Due::entry).toList(), lack));
    dues.remove(gone);
    issue(drafts);
    return new Done(taken.size(), drafts.size());
  }

  /**
   * @param on when it was released, or the last day of a fee's month
   */
  java.util.Optional<Treatment> treat(
      Rulebook rules, TaxProfile seller, TaxProfile buyer, LocalDate on) {
    return rules.treat(new Supply(seller.party(), buyer.party(), on));
  }

  private static void lack(Map<Lack, List<Due>> lacking, Lack lack, Due due) {
    lacking.computeIfAbsent(lack, l -> new ArrayList<>()).add(due);
  }

  /** Taxes were handed over with it: the invoice says which, and nothing is due. */
  private static Draft known(Due due, Known known) {
    return draft(
        due,
        new Side(due.assistant(), known.seller()),
        new Side(due.client(), known.buyer()),
        known.amounts(),
        known.amounts().payable(),
        known.treatment());
  }

  /** Only its price was handed over, or nothing yet. */
  private static Draft decided(Due due, TaxProfile seller, TaxProfile buyer, Treatment treatment) {
    return draft(
        due,
        side(seller),
        side(buyer),
        treatment.on(due.price()),
        due.direct() ? Money.zero(due.price().currency()) : due.price(),
        treatment);
  }

  private static Draft draft(
      Due due, Side seller, Side buyer, Taxed taxed, Money paid, Treatment treatment) {
    var week = due.week();
    var day = day(due);
    var cause =
        new Cause(
            due.entry(),
            due.contract(),
            due.task(),
            due.title(),
            due.minutes(),
            due.rate(),
            due.month(),
            null,
            null,
            null);
    return new Draft(
        Kind.WORK,
        seller,
        buyer,
        due.first() != null ? due.first() : week == null ? day : week,
        due.last() != null ? due.last() : week == null ? day : week.plusDays(6),
        taxed,
        paid,
        treatment,
        cause);
  }

  private static LocalDate day(Due due) {
    return LocalDate.ofInstant(due.at(), ZoneOffset.UTC);
  }

  static Side side(TaxProfile profile) {
    return new Side(profile.owner(), profile.version());
  }

  /** Numbers them, last of all in a transaction: others wait for the rest of it. */
  List<Invoice> issue(List<Draft> drafts) {
    var issued = new ArrayList<Invoice>();
    var byKind =
        drafts.stream()
            .collect(
                groupingBy(Draft::kind, LinkedHashMap::new, java.util.stream.Collectors.toList()));
    byKind.forEach((kind, some) -> {
      var bySeller = some.stream().collect(groupingBy(d -> d.seller().owner()));
      var counts = new HashMap<UUID, Integer>();
      bySeller.forEach((seller, of) -> counts.put(seller, of.size()));
      var numbered = new ArrayList<Numbered>();
      series
          .take(kind, counts, today())
          .forEach((seller, taken) ->
              numbered.addAll(numbered(bySeller.getOrDefault(seller, List.of()), taken)));
      invoices.add(numbered, clock.instant());
      numbered.forEach(one -> issued.add(one.invoice()));
    });
    return issued;
  }

  private static List<Numbered> numbered(List<Draft> drafts, Taken taken) {
    var all = new ArrayList<Numbered>();
    for (int i = 0; i < drafts.size(); i++) {
      all.add(new Numbered(drafts.get(i).as(taken.number(i), taken.day()), taken, i));
    }
    return all;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}

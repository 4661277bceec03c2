package org.diestra.office.travel;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Optional;
import org.diestra.office.journeys.Cabin;
import org.diestra.office.journeys.Cardless;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A request as a browser sends it.
 *
 * @param key of this form, so that what is sent twice is one
 * @param seen the version it was made from, empty for a new one
 */
record WishForm(
    @Nullable String title,
    @Nullable String travellers,
    @Nullable String heads,
    @Nullable String origin,
    @Nullable String destination,
    @Nullable String leaves,
    @Nullable String returns,
    @Nullable String flexible,
    @Nullable String budget,
    @Nullable String currency,
    @Nullable String cabin,
    @Nullable String notes,
    @Nullable String key,
    @Nullable String seen) {

  static WishForm fresh(Currency currency, String name) {
    return new WishForm(
        "",
        name,
        "1",
        "",
        "",
        "",
        "",
        "0",
        "",
        currency.getCurrencyCode(),
        "",
        "",
        Ids.text(Ids.fresh()),
        "");
  }

  static WishForm of(Trip trip) {
    var wish = trip.facts().wish();
    return new WishForm(
        wish.title(),
        wish.travellers(),
        String.valueOf(wish.heads()),
        wish.origin(),
        wish.destination(),
        wish.leaves().toString(),
        wish.returns() == null ? "" : wish.returns().toString(),
        String.valueOf(wish.flexible()),
        wish.budget() == null ? "" : wish.budget().amount().toPlainString(),
        wish.currency().getCurrencyCode(),
        wish.cabin() == null ? "" : wish.cabin().slug(),
        wish.notes(),
        Ids.text(trip.facts().key()),
        String.valueOf(trip.facts().version()));
  }

  java.util.UUID keyed() {
    return Ids.read(key == null ? "" : key).orElse(Ids.fresh());
  }

  /** Null where there is a problem. */
  @Nullable Wish read(Problems problems) {
    var typed = new Cardless(problems);
    var name = typed.line("title", title, Wish.LONGEST_TITLE, "travel.title.missing");
    var who = typed.line("travellers", travellers, Wish.LONGEST_NAMES, "travel.travellers.missing");
    var many = new Typed(problems).number("heads", heads, 1, Wish.MOST_HEADS, "travel.heads.wrong");
    var from = typed.line("origin", origin, Wish.LONGEST_PLACE, "travel.origin.missing");
    var to =
        typed.line("destination", destination, Wish.LONGEST_PLACE, "travel.destination.missing");
    var first = date(leaves);
    if (first.isEmpty()) {
      problems.add("leaves", "travel.leaves.missing");
    }
    var last = date(returns);
    if (last.isEmpty() && !Typed.line(returns).isEmpty()
        || last.isPresent() && first.isPresent() && last.get().isBefore(first.get())) {
      problems.add("returns", "travel.returns.wrong");
    }
    var days =
        new Typed(problems)
            .number("flexible", flexible, 0, Wish.MOST_FLEXIBLE, "travel.flexible.wrong");
    var money = currency(currency);
    if (money.isEmpty()) {
      problems.add("currency", "travel.currency.wrong");
    }
    var most = money.flatMap(in -> Money.read(Typed.line(budget), in)).filter(Money::isPositive);
    if (most.isEmpty() && !Typed.line(budget).isEmpty()) {
      problems.add("budget", "travel.budget.wrong");
    }
    var more = typed.text("notes", notes, Wish.LONGEST_NOTES);
    return problems.any()
        ? null
        : new Wish(
            name,
            who,
            many == null ? 1 : many,
            from,
            to,
            first.orElseThrow(),
            last.orElse(null),
            days == null ? 0 : days,
            most.orElse(null),
            money.orElseThrow(),
            Cabin.read(Typed.line(cabin)).orElse(null),
            more);
  }

  /** By its ISO 4217 code; empty for anything else. */
  static Optional<Currency> currency(@Nullable String typed) {
    var code = Typed.line(typed).toUpperCase(java.util.Locale.ROOT);
    return Currency.getAvailableCurrencies().stream()
        .filter(one -> one.getCurrencyCode().equals(code) && one.getDefaultFractionDigits() >= 0)
        .findFirst();
  }

  /** A day as a browser sends it; empty for anything else. */
  static Optional<LocalDate> date(@Nullable String typed) {
    try {
      return Optional.of(LocalDate.parse(Typed.line(typed)))
          .filter(day -> day.getYear() >= 2000 && day.getYear() <= 2100);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}

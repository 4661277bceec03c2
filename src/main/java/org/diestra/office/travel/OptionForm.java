package org.diestra.office.travel;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.diestra.office.journeys.Cardless;
import org.diestra.office.journeys.Leg;
import org.diestra.office.journeys.LegForm;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * An option as a browser sends it, with {@code means-0}, {@code from-0} … for each leg. Legs that
 * say nothing are left out.
 *
 * @param valid until when its price holds, on the clock of who writes it
 * @param unfit why it is outside of what the client wants; empty where it is within
 * @param seen when what it was made from was written; empty for a new one
 */
record OptionForm(
    String name,
    String total,
    String currency,
    String valid,
    String rules,
    String baggage,
    String source,
    String unfit,
    String seen,
    List<LegForm> legs) {
  private static final int BEGIN = 2;
  private static final int LONGEST = 1500;

  OptionForm {
    legs = List.copyOf(legs);
  }

  static OptionForm fresh(Currency currency, Instant now, ZoneId zone) {
    var tomorrow =
        LocalDateTime.ofInstant(now, zone).plusDays(1).withMinute(0).withSecond(0).withNano(0);
    return new OptionForm(
        "",
        "",
        currency.getCurrencyCode(),
        tomorrow.toString(),
        "",
        "",
        "",
        "",
        "",
        Collections.nCopies(BEGIN, LegForm.BLANK));
  }

  static OptionForm of(Option option, ZoneId zone, Instant now) {
    var legs = new ArrayList<LegForm>();
    option.journey().legs().forEach(leg -> legs.add(LegForm.of(leg)));
    legs.add(LegForm.BLANK);
    return new OptionForm(
        option.name(),
        option.total().amount().toPlainString(),
        option.total().currency().getCurrencyCode(),
        option.holds(now)
            ? LocalDateTime.ofInstant(option.validUntil(), zone)
                .withSecond(0)
                .withNano(0)
                .toString()
            : "",
        option.rules(),
        option.baggage(),
        option.source(),
        option.unfit() == null ? "" : option.unfit(),
        option.capturedAt().toString(),
        legs);
  }

  static OptionForm of(MultiValueMap<String, String> sent) {
    var legs = new ArrayList<LegForm>();
    for (int i = 0; i < Option.MOST_LEGS && sent.containsKey("from-" + i); i++) {
      int at = i;
      legs.add(LegForm.of(field -> sent.getFirst(field + "-" + at)));
    }
    return new OptionForm(
        first(sent, "name"),
        first(sent, "total"),
        first(sent, "currency"),
        first(sent, "valid"),
        first(sent, "rules"),
        first(sent, "baggage"),
        first(sent, "source"),
        first(sent, "unfit"),
        first(sent, "seen"),
        legs);
  }

  private static String first(MultiValueMap<String, String> sent, String name) {
    var value = Typed.text(sent.getFirst(name));
    return value.substring(0, Math.min(value.length(), LONGEST));
  }

  /** The same with one more empty leg. */
  OptionForm longer() {
    var more = new ArrayList<>(legs);
    if (more.size() < Option.MOST_LEGS) {
      more.add(LegForm.BLANK);
    }
    return new OptionForm(name, total, currency, valid, rules, baggage, source, unfit, seen, more);
  }

  /**
   * Null where there is a problem.
   *
   * @param zone whose clock {@code valid} is on
   */
  @Nullable Found read(ZoneId zone, Instant now, Problems problems) {
    var typed = new Cardless(problems);
    var called = typed.line("name", name, Option.LONGEST_NAME, "travel.option.name.missing");
    var in = WishForm.currency(currency);
    var price = in.flatMap(one -> Money.read(total, one)).filter(Money::isPositive);
    if (price.isEmpty()) {
      problems.add("total", "travel.option.total.missing");
    }
    var until = LegForm.local(valid).map(at -> at.atZone(zone).toInstant());
    if (until.isEmpty() || !until.get().isAfter(now)) {
      problems.add("valid", "travel.option.valid.missing");
    }
    var terms = typed.text("rules", rules, Option.LONGEST_RULES);
    var bags = typed.text("baggage", baggage, Option.LONGEST_RULES);
    var where = typed.line("source", source, Option.LONGEST_SOURCE, "travel.option.source.missing");
    var why = typed.text("unfit", unfit, Option.LONGEST_RULES);
    var found = new ArrayList<Leg>();
    for (int i = 0; i < legs.size(); i++) {
      if (!legs.get(i).blank()) {
        var leg = legs.get(i).read("-" + i, problems);
        if (leg != null) {
          found.add(leg);
        }
      }
    }
    if (found.isEmpty() && problems.none()) {
      problems.add("from-0", "travel.option.legs.missing");
    }
    return problems.any()
        ? null
        : new Found(
            called,
            price.orElseThrow(),
            until.orElseThrow(),
            terms,
            bags,
            where,
            why.isEmpty() ? null : why,
            found);
  }
}

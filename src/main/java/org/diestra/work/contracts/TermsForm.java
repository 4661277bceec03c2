package org.diestra.work.contracts;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.work.contracts.Terms.Manual;
import org.diestra.work.contracts.Terms.Property;
import org.jspecify.annotations.Nullable;

/** What the page of an offer's terms may send, as it was typed. */
record TermsForm(
    @Nullable String title,
    @Nullable String scope,
    @Nullable List<String> duties,
    @Nullable String taskPrice,
    @Nullable String hourRate,
    @Nullable String weeklyCap,
    @Nullable String retainerHours,
    @Nullable String retainerPrice,
    @Nullable String rollover,
    @Nullable String start,
    @Nullable String reviewDays,
    @Nullable String revisionRounds,
    @Nullable String noticeDays,
    @Nullable String responseHours,
    @Nullable String property,
    @Nullable String confidential,
    @Nullable String personalData,
    @Nullable String manual,
    @Nullable String language,
    @Nullable String law,
    @Nullable String note,
    @Nullable List<String> signs,
    @Nullable String signature,
    @Nullable String seen) {

  /** The form filled from terms that stand already: a bid's, or the other side's version. */
  static TermsForm of(Terms terms, Collection<StatusCheck.Sign> signs, int seen) {
    var pay = terms.pay();
    var hour = pay.hour();
    var retainer = pay.retainer();
    return new TermsForm(
        terms.title(),
        terms.scope(),
        terms.sortedDuties().stream().map(Area::slug).toList(),
        pay.task() == null ? null : pay.task().amount().toPlainString(),
        hour == null ? null : hour.rate().amount().toPlainString(),
        hour == null ? null : String.valueOf(hour.weeklyCap()),
        retainer == null ? null : String.valueOf(retainer.hours()),
        retainer == null ? null : retainer.price().amount().toPlainString(),
        retainer == null ? null : String.valueOf(retainer.rollover()),
        terms.start().toString(),
        String.valueOf(terms.reviewDays()),
        String.valueOf(terms.revisionRounds()),
        String.valueOf(terms.noticeDays()),
        String.valueOf(terms.responseHours()),
        terms.property().name(),
        String.valueOf(terms.confidential()),
        String.valueOf(terms.personalData()),
        terms.manual().name(),
        terms.language(),
        terms.law(),
        null,
        signs.stream().map(StatusCheck.Sign::name).toList(),
        null,
        String.valueOf(seen));
  }

  /** The same under that law, which nothing can be proposed for. */
  TermsForm governedBy(String land) {
    return new TermsForm(
        title,
        scope,
        duties,
        taskPrice,
        hourRate,
        weeklyCap,
        retainerHours,
        retainerPrice,
        rollover,
        start,
        reviewDays,
        revisionRounds,
        noticeDays,
        responseHours,
        property,
        confidential,
        personalData,
        manual,
        language,
        land,
        note,
        signs,
        signature,
        seen);
  }

  Collection<String> chosenDuties() {
    return duties == null ? List.of() : duties;
  }

  Collection<String> chosenSigns() {
    return signs == null ? List.of() : signs;
  }

  /** Which version the page showed; 0 where it told none. */
  int seenVersion() {
    return seen != null && seen.matches("\\d{1,3}") ? Integer.parseInt(seen) : 0;
  }

  StatusCheck check() {
    var said = EnumSet.noneOf(StatusCheck.Sign.class);
    for (var sign : StatusCheck.Sign.values()) {
      if (chosenSigns().contains(sign.name())) {
        said.add(sign);
      }
    }
    return new StatusCheck(said);
  }

  /** The terms; null where there are problems. */
  @Nullable Terms read(Currency currency, Clock clock, Problems problems) {
    var typed = new Typed(problems);
    var called = typed.line("title", title, 120, "contracts.terms.title.missing");
    var work = typed.text("scope", scope, 20_000, "contracts.terms.scope.missing");
    if (problems.none() && (called.length() < 3 || work.length() < 20)) {
      problems.add(called.length() < 3 ? "title" : "scope", "contracts.terms.scope.short");
    }
    var areas = areas(problems);
    var pay = pay(typed, currency);
    var begins = date(clock, problems);
    int review = number(typed, "reviewDays", reviewDays, 1, 30);
    int rounds = number(typed, "revisionRounds", revisionRounds, 0, 10);
    int notice = number(typed, "noticeDays", noticeDays, 0, 90);
    int response = number(typed, "responseHours", responseHours, 1, 72);
    var governed = typed.line("law", law, 120, "contracts.terms.law.missing");
    if (problems.any() || pay == null || begins == null) {
      return null;
    }
    return new Terms(
        called,
        work,
        areas,
        pay,
        begins,
        review,
        rounds,
        notice,
        response,
        "LICENCE".equals(property) ? Property.LICENCE : Property.ON_PAYMENT,
        "true".equals(confidential),
        "true".equals(personalData),
        "WAIVED".equals(manual) ? Manual.WAIVED : Manual.ACKNOWLEDGED,
        "en".equals(language) ? "en" : "es",
        governed);
  }

  private Set<Area> areas(Problems problems) {
    var chosen = EnumSet.noneOf(Area.class);
    for (var area : Area.values()) {
      if (chosenDuties().contains(area.slug())) {
        chosen.add(area);
      }
    }
    if (chosen.isEmpty()) {
      problems.add("duties", "contracts.terms.duties.missing");
    }
    return chosen;
  }

  private @Nullable Pay pay(Typed typed, Currency currency) {
    var task = amount(typed, "taskPrice", taskPrice, currency);
    var rate = amount(typed, "hourRate", hourRate, currency);
    var month = amount(typed, "retainerPrice", retainerPrice, currency);
    Integer hours =
        typed.number("retainerHours", retainerHours, 1, 200, "contracts.terms.number.wrong");
    Integer cap = typed.number("weeklyCap", weeklyCap, 1, 80, "contracts.terms.number.wrong");
    Integer rolled = typed.number("rollover", rollover, 0, 200, "contracts.terms.number.wrong");
    if (rate != null && cap == null) {
      typed.problems().add("weeklyCap", "contracts.terms.cap.missing");
    }
    if ((month == null) != (hours == null)) {
      typed
          .problems()
          .add(month == null ? "retainerPrice" : "retainerHours", "contracts.terms.retainer.half");
    }
    if (rolled != null && hours != null && rolled > hours) {
      typed.problems().add("rollover", "contracts.terms.rollover.wrong", hours);
    }
    if (task == null && rate == null && month == null) {
      typed.problems().add("hourRate", "contracts.terms.pay.missing");
    }
    if (typed.problems().any()) {
      return null;
    }
    return new Pay(
        currency,
        task,
        rate == null || cap == null ? null : new Pay.Hourly(rate, cap),
        month == null || hours == null
            ? null
            : new Pay.Retainer(hours, month, rolled == null ? 0 : rolled));
  }

  private static @Nullable Money amount(
      Typed typed, String field, @Nullable String text, Currency currency) {
    if (Typed.line(text).isEmpty()) {
      return null;
    }
    var read = Money.read(Typed.line(text), currency);
    if (read.isEmpty() || !read.get().isPositive()) {
      typed.problems().add(field, "contracts.terms.amount.wrong", currency.getCurrencyCode());
      return null;
    }
    return read.get();
  }

  private static int number(Typed typed, String field, @Nullable String text, int from, int to) {
    Integer read = typed.number(field, text, from, to, "contracts.terms.number.wrong");
    if (read == null) {
      typed.problems().add(field, "contracts.terms.number.wrong", from, to);
    }
    return read == null ? from : read;
  }

  private @Nullable LocalDate date(Clock clock, Problems problems) {
    try {
      var day = LocalDate.parse(String.valueOf(start));
      var today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
      if (!day.isBefore(today.minusDays(1)) && day.isBefore(today.plusYears(1))) {
        return day;
      }
    } catch (DateTimeException notADate) {
      // told below, as any other day that can't be a first day
    }
    problems.add("start", "contracts.terms.start.wrong");
    return null;
  }
}

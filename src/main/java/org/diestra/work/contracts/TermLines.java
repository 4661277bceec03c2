package org.diestra.work.contracts;

import static org.diestra.platform.page.Ui.date;
import static org.diestra.platform.page.Ui.locale;
import static org.diestra.platform.page.Ui.money;
import static org.diestra.platform.page.Ui.until;
import static org.diestra.platform.page.Ui.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.diestra.hiring.fees.Quote;
import org.diestra.hiring.fees.Rates;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.PayUnit;
import org.jspecify.annotations.Nullable;

/** Terms in the reader's words, the same on the page and on the paper. */
public final class TermLines {
  private TermLines() {}

  /** A label and what stands beside it. */
  public record Line(String key, String text) {}

  /** Lines of what is known already, put into words while a page is written for its reader. */
  public interface Later {
    List<Line> lines();
  }

  /** Those of all, one after the other. */
  public static List<Line> all(List<Later> later) {
    return later.stream().flatMap(some -> some.lines().stream()).toList();
  }

  static List<Line> of(Paper paper) {
    var terms = paper.terms();
    var lines = new ArrayList<Line>();
    lines.add(
        new Line(
            "contracts.terms.duties",
            terms.sortedDuties().stream()
                .map(area -> words(area.key()))
                .collect(Collectors.joining(", "))));
    pay(terms.pay(), lines);
    sides(terms.pay(), paper.rates(), lines);
    var days = paper.directDays();
    if (days != null) {
      lines.add(new Line("contracts.terms.payment", words("contracts.line.direct", days)));
    }
    var trial = paper.trial();
    if (trial == null) {
      lines.add(new Line("contracts.terms.start", date(terms.start())));
    } else {
      lines.add(
          new Line("contracts.terms.trialHours", words("contracts.line.most", trial.hours())));
      lines.add(new Line("contracts.terms.trialDue", until(trial.dueAt(), trial.zone())));
    }
    lines.add(days("contracts.terms.reviewDays", terms.reviewDays()));
    lines.add(new Line("contracts.terms.revisionRounds", String.valueOf(terms.revisionRounds())));
    if (trial == null) {
      lines.add(days("contracts.terms.noticeDays", terms.noticeDays()));
    }
    lines.add(
        new Line(
            "contracts.terms.responseHours", words("contracts.line.hours", terms.responseHours())));
    lines.add(
        new Line(
            "contracts.terms.language", Locale.of(terms.language()).getDisplayLanguage(locale())));
    lines.add(new Line("contracts.terms.law", terms.law()));
    return lines;
  }

  /**
   * A line of the terms.
   *
   * @param before what it said one version earlier: null for the same, empty where it was not there
   */
  record Changed(Line line, @Nullable String before) {}

  static List<Changed> changed(Paper paper, @Nullable Paper before) {
    var earlier = before == null ? null : of(before);
    return of(paper).stream()
        .map(line -> new Changed(line, earlier == null ? null : was(line, earlier)))
        .toList();
  }

  private static @Nullable String was(Line line, List<Line> earlier) {
    var text =
        earlier.stream()
            .filter(l -> l.key().equals(line.key()))
            .map(Line::text)
            .findFirst()
            .orElse("");
    return text.equals(line.text()) ? null : text;
  }

  private static void pay(Pay pay, List<Line> lines) {
    var task = pay.task();
    var hour = pay.hour();
    var retainer = pay.retainer();
    if (task != null) {
      lines.add(new Line("contracts.terms.taskPrice", money(task)));
    }
    if (hour != null) {
      lines.add(
          new Line(
              "contracts.terms.hourRate",
              words(
                  "contracts.line.hourly",
                  money(hour.rate()),
                  hour.weeklyCap(),
                  money(hour.weeklyMost()))));
    }
    if (retainer != null) {
      lines.add(
          new Line(
              "contracts.terms.retainer",
              words(
                  "contracts.line.retainer",
                  retainer.hours(),
                  money(retainer.price()),
                  retainer.rollover())));
    }
  }

  /** What leaves one side and reaches the other, of each part of the pay. */
  private static void sides(Pay pay, Rates rates, List<Line> lines) {
    lines.add(new Line("contracts.terms.fees", fees(rates)));
    if (rates.none()) {
      return;
    }
    if (pay.task() != null) {
      lines.add(side("task", pay.task(), rates));
    }
    if (pay.hour() != null) {
      lines.add(side("hour", pay.hour().rate(), rates));
    }
    if (pay.retainer() != null) {
      lines.add(side("retainer", pay.retainer().price(), rates));
    }
  }

  /** What the house takes, in a sentence. */
  static String fees(Rates rates) {
    return rates.none()
        ? words("contracts.line.fees.none")
        : words("contracts.line.fees", rates.clientPercent(), rates.assistantPercent());
  }

  private static Line side(String part, Money price, Rates rates) {
    var quote = Quote.of(PayUnit.TASK, price, BigDecimal.ONE, rates);
    return new Line(
        "contracts.sides." + part,
        words("contracts.line.sides", money(quote.clientTotal()), money(quote.assistantNet())));
  }

  private static Line days(String key, int days) {
    return new Line(key, words("contracts.line.days", days));
  }

  /** What follows from the choices, in whole sentences. */
  static List<String> clauses(Paper paper) {
    var terms = paper.terms();
    var trial = paper.trial();
    var clauses = new ArrayList<String>();
    clauses.add(words("contracts.clause.status"));
    if (paper.directDays() != null) {
      clauses.add(words("contracts.clause.direct"));
    }
    if (paper.taxes()) {
      clauses.add(words("contracts.clause.taxes"));
    }
    clauses.add(words("contracts.clause.property." + lower(terms.property())));
    if (terms.confidential()) {
      clauses.add(words("contracts.clause.confidential"));
    }
    if (terms.personalData()) {
      clauses.add(words("contracts.clause.data"));
    }
    clauses.add(words("contracts.clause.manual." + lower(terms.manual())));
    clauses.add(words(trial == null ? "contracts.clause.duties" : "contracts.clause.trial"));
    var retainer = terms.pay().retainer();
    if (retainer != null && paper.months()) {
      clauses.add(words("contracts.clause.retainer", retainer.rollover()));
    }
    clauses.add(words("contracts.clause.review", terms.reviewDays(), terms.revisionRounds()));
    if (trial == null) {
      clauses.add(words("contracts.clause.notice", terms.noticeDays()));
    } else {
      clauses.add(words("contracts.clause.trial.seal"));
      clauses.add(words("contracts.clause.trial.lapse", trial.graceDays()));
    }
    clauses.add(words("contracts.clause.disputes"));
    clauses.add(words("contracts.clause.language"));
    return clauses;
  }

  private static String lower(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package org.diestra.office.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.diestra.office.books.Account;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountKind;
import org.diestra.office.books.AccountList;
import org.diestra.office.reports.FigureStore.Raw;
import org.diestra.platform.base.Money;

/**
 * What the accounts come to in a period: the figures of every report. Amounts of income,
 * liabilities and equity stand as they are read, credits above zero.
 */
record Statement(Period period, AccountList chart, Map<AccountId, Raw> figures) {
  Statement {
    figures = Map.copyOf(figures);
  }

  /**
   * A line of a report.
   *
   * @param depth below the top of its part
   * @param amount of the account and all that is part of it
   */
  record Line(Account account, int depth, Money amount) {}

  /** A part of a report with what it comes to. */
  record Part(AccountKind kind, List<Line> lines, Money total) {}

  /** A line of the trial balance, debits above zero. */
  record Trial(Account account, Money opening, Money debit, Money credit, Money closing) {}

  private Money money(long minor) {
    return new Money(minor, period.book().currency());
  }

  /** Each account on which anything was ever posted; the results begin the year at nothing. */
  List<Trial> trial() {
    var lines = new ArrayList<Trial>();
    for (var account : chart.all()) {
      var raw = figures.get(account.id());
      if (raw != null) {
        long opening = opening(account, raw);
        long closing = opening + raw.debit() - raw.credit();
        if (opening != 0 || raw.debit() != 0 || raw.credit() != 0) {
          lines.add(
              new Trial(
                  account,
                  money(opening),
                  money(raw.debit()),
                  money(raw.credit()),
                  money(closing)));
        }
      }
    }
    return lines;
  }

  private static long opening(Account account, Raw raw) {
    return account.kind().ofResult() ? raw.opening() - raw.earlier() : raw.opening();
  }

  /** What the debits of the period come to; the credits come to the same. */
  Money turnover() {
    return money(figures.values().stream().mapToLong(Raw::debit).sum());
  }

  /** The income, or the expenses, of the period. */
  Part result(AccountKind kind) {
    return part(kind, raw -> raw.debit() - raw.credit());
  }

  /** Income less expenses. */
  Money profit() {
    return result(AccountKind.INCOME).total().minus(result(AccountKind.EXPENSE).total());
  }

  /** What is owned, owed or left at the end of the period, without the results. */
  Part standing(AccountKind kind) {
    return part(kind, Raw::closing);
  }

  /** Income less expenses from the beginning of the year to the end of the period. */
  Money profitOfYear() {
    return results(raw -> raw.closing() - raw.earlier());
  }

  /** Income less expenses of all years before, which nobody has moved to equity. */
  Money profitBefore() {
    return results(Raw::earlier);
  }

  private Money results(ToLongFunction<Raw> of) {
    long debits =
        chart.all().stream()
            .filter(account -> account.kind().ofResult())
            .mapToLong(account -> figure(account, of))
            .sum();
    return money(-debits);
  }

  private long figure(Account account, ToLongFunction<Raw> of) {
    var raw = figures.get(account.id());
    return raw == null ? 0 : of.applyAsLong(raw);
  }

  /** What is owed and what is left, the results included: as much as the assets. */
  Money liabilitiesAndEquity() {
    return standing(AccountKind.LIABILITY)
        .total()
        .plus(standing(AccountKind.EQUITY).total())
        .plus(profitOfYear())
        .plus(profitBefore());
  }

  private Part part(AccountKind kind, ToLongFunction<Raw> of) {
    int sign = kind.debits() ? 1 : -1;
    var sums = sums(kind, of);
    long total =
        chart.all().stream()
            .filter(account -> account.kind() == kind)
            .mapToLong(account -> figure(account, of))
            .sum();
    var lines = new ArrayList<Line>();
    var depths = chart.depths();
    for (var account : chart.all()) {
      long sum = sums.getOrDefault(account.id(), 0L);
      if (sum != 0) {
        lines.add(new Line(account, depths.getOrDefault(account.id(), 0), money(sign * sum)));
      }
    }
    return new Part(kind, lines, money(sign * total));
  }

  /** Each account of that kind with all of the kind that is part of it. */
  private Map<AccountId, Long> sums(AccountKind kind, ToLongFunction<Raw> of) {
    var byId = chart.byId();
    var sums = new HashMap<AccountId, Long>();
    for (var account : chart.all()) {
      if (account.kind() != kind) {
        continue;
      }
      long own = figure(account, of);
      var at = account;
      while (at != null && own != 0) {
        sums.merge(at.id(), own, Long::sum);
        var parent = at.parent();
        at = parent == null ? null : byId.get(parent);
      }
    }
    return sums;
  }
}

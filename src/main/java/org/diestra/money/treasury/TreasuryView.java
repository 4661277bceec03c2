package org.diestra.money.treasury;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Finding;
import org.diestra.money.ledger.Kind;
import org.diestra.money.ledger.Ledger.Total;
import org.diestra.money.treasury.Examinations.Report;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * The operator's page of the books.
 *
 * @param report of the last examination, or null before the first
 */
record TreasuryView(List<BookView> books, @Nullable Report report) {

  /**
   * @param held what the rail has
   * @param owed what of it is people's
   * @param own what of it is the house's
   */
  record BookView(Book book, Money held, Money owed, Money own, List<Line> lines) {
    boolean covered() {
      return !owed.isMoreThan(held);
    }

    String rail() {
      return book.rail();
    }
  }

  record Line(Kind kind, long accounts, Money amount) {
    String key() {
      return "treasury.kind." + slug(kind);
    }
  }

  /** The message that names what was found. */
  static String fault(Finding found) {
    return "treasury.fault." + slug(found.fault());
  }

  private static String slug(Enum<?> label) {
    return label.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static TreasuryView of(List<Total> totals, @Nullable Report report) {
    var books =
        totals.stream()
            .collect(Collectors.groupingBy(Total::book, TreeMap::new, Collectors.toList()));
    return new TreasuryView(
        books.entrySet().stream().map(e -> book(e.getKey(), e.getValue())).toList(), report);
  }

  private static BookView book(Book book, List<Total> totals) {
    var held = Money.zero(book.currency());
    var owed = Money.zero(book.currency());
    for (var total : totals) {
      if (total.kind() == Kind.CLIENT_MONEY) {
        held = held.plus(total.amount());
      } else if (total.kind().owed()) {
        owed = owed.plus(total.amount());
      }
    }
    var lines =
        totals.stream()
            .map(t -> new Line(t.kind(), t.accounts(), t.amount()))
            .sorted(Comparator.comparing(Line::kind))
            .toList();
    return new BookView(book, held, owed, held.minus(owed), lines);
  }
}

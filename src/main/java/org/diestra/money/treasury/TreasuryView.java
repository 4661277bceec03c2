package org.diestra.money.treasury;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Finding;
import org.diestra.money.ledger.Kind;
import org.diestra.money.ledger.Ledger.Age;
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
   * @param held what the rail has, or what was promised and not kept yet
   * @param owed what of it is people's
   * @param own what of it is the house's
   */
  record BookView(Book book, Money held, Money owed, Money own, List<Line> lines) {
    /** Whether nothing is held in it: it says what was promised and kept. */
    boolean promised() {
      return book.ofPromises();
    }

    boolean covered() {
      return !owed.isMoreThan(held);
    }

    String rail() {
      return book.rail();
    }

    String key(Line line) {
      return promised() && (line.kind() == Kind.ESCROW || line.kind() == Kind.PAYABLE_HELD)
          ? "treasury.kind.promised." + slug(line.kind())
          : line.key();
    }
  }

  /**
   * @param ages what of it is how old, the youngest first; null for what has no owner
   */
  record Line(Kind kind, long accounts, Money amount, @Nullable List<Money> ages) {
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

  /** Where one age ends and the next begins, in days. */
  static final List<Integer> DAYS = List.of(7, 30, 90);

  /** How the ages are called, the youngest first, each with its days. */
  static final List<String> AGES =
      List.of("treasury.age.0", "treasury.age.1", "treasury.age.2", "treasury.age.3");

  /** The days that an age's name is told. */
  static int days(int age) {
    return DAYS.get(Math.min(age, DAYS.size() - 1));
  }

  static TreasuryView of(List<Total> totals, List<Age> ages, @Nullable Report report) {
    var books =
        totals.stream()
            .collect(Collectors.groupingBy(Total::book, TreeMap::new, Collectors.toList()));
    return new TreasuryView(
        books.entrySet().stream().map(e -> book(e.getKey(), e.getValue(), ages)).toList(), report);
  }

  private static BookView book(Book book, List<Total> totals, List<Age> ages) {
    var held = Money.zero(book.currency());
    var owed = Money.zero(book.currency());
    for (var total : totals) {
      if (total.kind() == Kind.CLIENT_MONEY || total.kind() == Kind.PROMISED) {
        held = held.plus(total.amount());
      } else if (total.kind().owed()) {
        owed = owed.plus(total.amount());
      }
    }
    var lines =
        totals.stream()
            .map(t -> new Line(t.kind(), t.accounts(), t.amount(), ages(t, ages)))
            .sorted(Comparator.comparing(Line::kind))
            .toList();
    return new BookView(book, held, owed, held.minus(owed), lines);
  }

  private static @Nullable List<Money> ages(Total total, List<Age> ages) {
    var of =
        ages.stream()
            .filter(a -> a.book().equals(total.book()) && a.kind() == total.kind())
            .collect(Collectors.toMap(Age::age, Age::amount));
    return of.isEmpty()
        ? null
        : IntStream.rangeClosed(0, DAYS.size())
            .mapToObj(age -> of.getOrDefault(age, Money.zero(total.book().currency())))
            .toList();
  }
}

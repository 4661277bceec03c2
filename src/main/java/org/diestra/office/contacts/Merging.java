package org.diestra.office.contacts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.diestra.platform.vcard.Card;
import org.diestra.platform.vcard.CardLine;
import org.diestra.platform.vcard.CardPhoto;

/**
 * One card out of two: of what there can be only once, one is chosen, and of all else both stay.
 * For one thread.
 */
final class Merging {
  private static final Set<String> OWN = Set.of("BEGIN", "END", "VERSION", "PRODID", "UID", "REV");
  private final Card other;
  private final Set<Field> chosen;
  private Card card;

  /** What there is only once. */
  enum Field {
    NAME("FN", "N"),
    ORGANISATION("ORG"),
    ROLE("TITLE"),
    BIRTHDAY("BDAY"),
    PHOTO("PHOTO");

    private final List<String> lines;

    Field(String... lines) {
      this.lines = List.of(lines);
    }

    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** What a card says of it, to be compared and shown; of a photo only that there is one. */
    String of(Card card) {
      if (this == PHOTO) {
        return CardPhoto.of(card).isPresent() ? "✓" : "";
      }
      var line = card.line(lines.getFirst());
      return this == ORGANISATION
          ? line.map(l -> String.join(", ", l.parts())).orElse("").strip()
          : line.map(CardLine::text).orElse("").strip();
    }

    /** Whether somebody has to choose. */
    boolean open(Card one, Card two) {
      boolean both =
          one.line(lines.getFirst()).isPresent() && two.line(lines.getFirst()).isPresent();
      return both
          && lines.stream()
              .anyMatch(
                  n -> !one.line(n).map(CardLine::value).equals(two.line(n).map(CardLine::value)));
    }
  }

  private Merging(Card one, Card other, Set<Field> chosen) {
    this.card = one;
    this.other = other;
    this.chosen = chosen;
  }

  /**
   * @param one which stays, with its UID
   * @param chosen of what the other's is taken
   */
  static Card of(Card one, Card other, Set<Field> chosen) {
    return new Merging(one, other, chosen).all();
  }

  private Card all() {
    for (var field : Field.values()) {
      once(field);
    }
    note();
    categories();
    var single =
        Arrays.stream(Field.values())
            .flatMap(f -> f.lines.stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    single.addAll(OWN);
    single.addAll(List.of("NOTE", "CATEGORIES"));
    var groups = card.lines().stream().map(CardLine::group).collect(Collectors.toSet());
    var more = new ArrayList<CardLine>();
    for (var line : other.lines()) {
      if (!single.contains(line.name()) && !there(line)) {
        more.add(moved(line, groups));
      }
    }
    card = card.plus(more);
    return card;
  }

  private void once(Field field) {
    boolean lacks = card.line(field.lines.getFirst()).isEmpty();
    if (!lacks && !chosen.contains(field) || other.line(field.lines.getFirst()).isEmpty()) {
      return;
    }
    var photo = CardPhoto.of(other);
    if (field == Field.PHOTO && photo.isPresent()) {
      card = photo.get().in(card);
      return;
    }
    for (var name : field.lines) {
      card = card.without(name).plus(other.all(name));
    }
  }

  /** Both, the one below the other. */
  private void note() {
    var mine = card.text("NOTE").strip();
    var theirs = other.text("NOTE").strip();
    if (!theirs.isEmpty() && !mine.contains(theirs)) {
      var both = mine.isEmpty() ? theirs : mine + "\n\n" + theirs;
      card = card.with(CardLine.text("NOTE", both));
    }
  }

  private void categories() {
    var mine = Entry.of(card).categories();
    var all = new LinkedHashSet<>(mine);
    all.addAll(Entry.of(other).categories());
    if (all.size() > mine.size()) {
      var list = all.stream().map(CardLine::escaped).collect(Collectors.joining(","));
      card = card.without("CATEGORIES").plus(List.of(CardLine.of("CATEGORIES", list)));
    }
  }

  private boolean there(CardLine line) {
    return card.all(line.name()).stream().anyMatch(mine -> same(mine, line));
  }

  private static boolean same(CardLine mine, CardLine theirs) {
    return switch (theirs.name()) {
      case "EMAIL" -> mine.text().strip().equalsIgnoreCase(theirs.text().strip());
      case "TEL" -> digits(mine).equals(digits(theirs));
      default -> mine.value().equals(theirs.value());
    };
  }

  private static String digits(CardLine line) {
    var all = Entry.tel(line.text()).replaceAll("[^0-9]", "");
    return all.substring(Math.max(0, all.length() - 9));
  }

  /** A group of the same name there is another. */
  private CardLine moved(CardLine line, Set<String> groups) {
    var plain =
        line.name().equals("TEL") && card.version().equals("3.0")
            ? line.without("VALUE").holding(CardLine.escaped(Entry.tel(line.text())))
            : line;
    return groups.contains(plain.group()) && !plain.group().isEmpty()
        ? new CardLine("m" + plain.group(), plain.name(), plain.params(), plain.value(), null)
        : plain;
  }
}

package org.diestra.office.carddav;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.diestra.platform.dav.Element;
import org.diestra.platform.vcard.Card;
import org.diestra.platform.vcard.CardLine;

/**
 * Which cards of a book somebody asks for (RFC 6352, section 10.5).
 *
 * @param all whether all of these must hold, or any of them
 */
record Filter(boolean all, List<Prop> props) {
  private static final int MOST = 50;
  private static final Set<QName> CONDITIONS =
      Set.of(
          Names.carddav("prop-filter"), Names.carddav("param-filter"), Names.carddav("text-match"));

  /** One property that is there, or is not (section 10.5.1). */
  record Prop(
      String group,
      String name,
      boolean absent,
      boolean all,
      List<TextMatch> texts,
      List<Param> params) {
    boolean matches(Card card) {
      var lines =
          card.all(name).stream()
              .filter(l -> group.isEmpty() || l.group().equalsIgnoreCase(group))
              .toList();
      if (absent) {
        return lines.isEmpty();
      }
      return lines.stream().anyMatch(this::matches);
    }

    private boolean matches(CardLine line) {
      var text = line.text();
      Stream<Predicate<CardLine>> byText = texts.stream().map(t -> l -> t.matches(text));
      Stream<Predicate<CardLine>> byParam = params.stream().map(p -> p::matches);
      var conditions = Stream.concat(byText, byParam).toList();
      return conditions.isEmpty() || judged(all, conditions, line);
    }
  }

  /** One parameter of a property (section 10.5.2). */
  record Param(String name, boolean absent, List<TextMatch> texts) {
    boolean matches(CardLine line) {
      var values = line.param(name);
      return absent
          ? values.isEmpty()
          : values.stream().anyMatch(v -> texts.stream().allMatch(text -> text.matches(v)));
    }
  }

  static Filter read(Element filter) {
    if (conditions(filter) > MOST) {
      throw Names.refused("supported-filter"); // each is held against every card
    }
    var props = of(filter, "prop-filter").map(Filter::prop).toList();
    return new Filter(all(filter), props);
  }

  private static long conditions(Element element) {
    return element
        .children()
        .mapToLong(e -> (CONDITIONS.contains(e.name()) ? 1 : 0) + conditions(e))
        .sum();
  }

  private static Prop prop(Element element) {
    var name = named(element);
    int dot = name.indexOf('.');
    return new Prop(
        dot < 0 ? "" : name.substring(0, dot),
        name.substring(dot + 1),
        absent(element),
        all(element),
        texts(element),
        of(element, "param-filter")
            .map(one -> new Param(named(one), absent(one), texts(one)))
            .toList());
  }

  private static Stream<Element> of(Element element, String name) {
    return element.children().filter(e -> e.name().equals(Names.carddav(name)));
  }

  private static String named(Element element) {
    var name = element.attribute("name").toUpperCase(Locale.ROOT);
    if (name.isEmpty()) {
      throw Names.refused("supported-filter");
    }
    return name;
  }

  private static boolean absent(Element element) {
    return element.has(Names.carddav("is-not-defined"));
  }

  private static List<TextMatch> texts(Element element) {
    return of(element, "text-match").map(TextMatch::read).toList();
  }

  /** Any of them, where nothing is said. */
  private static boolean all(Element element) {
    return switch (element.attribute("test")) {
      case "", "anyof" -> false;
      case "allof" -> true;
      default -> throw Names.refused("supported-filter");
    };
  }

  private static <T> boolean judged(boolean all, List<Predicate<T>> conditions, T thing) {
    return all
        ? conditions.stream().allMatch(c -> c.test(thing))
        : conditions.stream().anyMatch(c -> c.test(thing));
  }

  /** Whether every card matches, unread. */
  boolean empty() {
    return props.isEmpty();
  }

  boolean matches(Card card) {
    List<Predicate<Card>> conditions =
        props.stream().<Predicate<Card>>map(p -> p::matches).toList();
    return empty() || judged(all, conditions, card);
  }
}

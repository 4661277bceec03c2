package org.diestra.office.carddav;

import java.util.List;
import java.util.Locale;
import org.diestra.platform.dav.Element;

/** What a text is to hold (RFC 6352, section 10.5.4), or not to hold. */
record TextMatch(String wanted, String collation, String type, boolean negated) {
  private static final String UNICODE = "i;unicode-casemap";
  private static final String ASCII = "i;ascii-casemap";
  private static final String OCTETS = "i;octet";
  private static final List<String> TYPES =
      List.of("contains", "equals", "starts-with", "ends-with");

  /** RFC 4790, section 9, and RFC 5051; the first is meant where none is named. */
  static final List<String> COLLATIONS = List.of(UNICODE, ASCII, OCTETS);

  static TextMatch read(Element element) {
    var collation = named(element, "collation", UNICODE);
    if (!COLLATIONS.contains(collation)) {
      throw Names.refused("supported-collation");
    }
    var type = named(element, "match-type", "contains");
    if (!TYPES.contains(type)) {
      throw Names.refused("supported-filter");
    }
    boolean negated = element.attribute("negate-condition").equals("yes");
    return new TextMatch(folded(element.text(), collation), collation, type, negated);
  }

  private static String named(Element element, String attribute, String usual) {
    var said = element.attribute(attribute);
    return said.isEmpty() ? usual : said;
  }

  boolean matches(String text) {
    return holds(folded(text, collation)) != negated;
  }

  private boolean holds(String text) {
    return switch (type) {
      case "equals" -> text.equals(wanted);
      case "starts-with" -> text.startsWith(wanted);
      case "ends-with" -> text.endsWith(wanted);
      default -> text.contains(wanted);
    };
  }

  private static String folded(String text, String collation) {
    return switch (collation) {
      case OCTETS -> text;
      case UNICODE -> text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
      default -> ascii(text);
    };
  }

  private static String ascii(String text) {
    var out = new StringBuilder(text.length());
    text.chars().forEach(c -> out.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
    return out.toString();
  }
}

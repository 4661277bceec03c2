package org.diestra.office.caldav;

import java.util.List;
import java.util.Locale;
import org.diestra.platform.dav.Element;

/** What a text is to hold (RFC 4791, section 9.7.5), or not to hold. */
record TextMatch(String wanted, String collation, boolean negated) {
  private static final String USUAL = "i;ascii-casemap";
  private static final String OCTETS = "i;octet";
  private static final String UNICODE = "i;unicode-casemap";

  /** RFC 4790, section 9, and RFC 5051. */
  static final List<String> COLLATIONS = List.of(USUAL, OCTETS, UNICODE);

  static TextMatch read(Element element) {
    var collation =
        element.attribute("collation").isEmpty() ? USUAL : element.attribute("collation");
    if (!COLLATIONS.contains(collation)) {
      throw Names.refused("supported-collation");
    }
    boolean negated = element.attribute("negate-condition").equals("yes");
    return new TextMatch(folded(element.text(), collation), collation, negated);
  }

  boolean matches(String text) {
    return folded(text, collation).contains(wanted) != negated;
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

package org.diestra.platform.writing;

import java.util.Locale;
import org.jsoup.nodes.Element;

/** What an element says about its own look. */
final class Css {
  private Css() {}

  /** The value of one property in lower case; empty where there is none. */
  static String of(Element element, String property) {
    var style = element.attr("style");
    if (style.isEmpty()) {
      return "";
    }
    for (var rule : style.split(";")) {
      int colon = rule.indexOf(':');
      if (colon > 0 && rule.substring(0, colon).strip().equalsIgnoreCase(property)) {
        return rule.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }

  static boolean isHidden(Element element) {
    return element.hasAttr("hidden")
        || of(element, "display").equals("none")
        || of(element, "mso-hide").equals("all");
  }
}

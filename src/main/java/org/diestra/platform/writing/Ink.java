package org.diestra.platform.writing;

import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * How a piece of text is written.
 *
 * @param href where it leads, or null
 */
record Ink(boolean bold, boolean italic, boolean code, @Nullable String href) {
  static final Ink PLAIN = new Ink(false, false, false, null);

  /** The ink within an element. */
  Ink in(Element element) {
    return switch (element.normalName()) {
      case "a" -> new Ink(bold, italic, code, link(element.attr("href"))).styled(element);
      case "b", "strong" -> withBold(true).styled(element);
      case "i", "em" -> withItalic(true).styled(element);
      case "code", "kbd", "samp", "tt" -> new Ink(bold, italic, true, href);
      default -> styled(element);
    };
  }

  Ink withBold(boolean bold) {
    return new Ink(bold, italic, code, href);
  }

  Ink withItalic(boolean italic) {
    return new Ink(bold, italic, code, href);
  }

  /** What a style says counts more than the element: Google Docs wraps all in a light b. */
  private Ink styled(Element element) {
    if (!element.hasAttr("style")) {
      return this;
    }
    var weight = Css.of(element, "font-weight");
    var slant = Css.of(element, "font-style");
    return new Ink(
        weight.isEmpty() ? bold : isHeavy(weight),
        slant.isEmpty() ? italic : slant.startsWith("italic") || slant.startsWith("oblique"),
        code,
        href);
  }

  private boolean isHeavy(String weight) {
    return switch (weight) {
      case "inherit" -> bold;
      case "bold", "bolder" -> true;
      default -> weight.matches("[6-9]\\d\\d.*|bold .*");
    };
  }

  private static @Nullable String link(String href) {
    var address = href.strip();
    var scheme = address.toLowerCase(Locale.ROOT);
    boolean leads =
        scheme.startsWith("https://")
            || scheme.startsWith("http://")
            || scheme.startsWith("mailto:");
    return leads ? address.replaceAll("[\\s\\p{Cntrl}<>]+", "") : null;
  }

  boolean leadsWhere(Ink other) {
    return href == null ? other.href == null : href.equals(other.href);
  }

  /** Whether bold goes on from here to there: a link begins its own. */
  boolean boldGoesOn(Ink next) {
    return bold && next.bold && leadsWhere(next);
  }

  /** Whether italic goes on from here to there: it is always within bold. */
  boolean italicGoesOn(Ink next) {
    return italic && next.italic && bold == next.bold && leadsWhere(next);
  }

  /** The ink of a gap between here and there. */
  Ink gap(Ink next) {
    return leadsWhere(next)
        ? new Ink(boldGoesOn(next), italicGoesOn(next), code && next.code, href)
        : PLAIN;
  }
}

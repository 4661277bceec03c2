package org.diestra.platform.writing;

import javax.xml.stream.XMLStreamException;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a paragraph says of itself: whether it is a heading, a quote or an item of a list. */
final class WordParagraph {
  @Nullable String style;
  private @Nullable String list;
  private int level = -1;
  private int outline;

  void read(WordXml xml) throws XMLStreamException {
    xml.each(name -> {
      switch (name) {
        case "pStyle" -> style = xml.attribute("val");
        case "outlineLvl" -> outline = xml.number() + 1;
        case "numPr" -> {
          xml.each(part -> {
            if (part.equals("numId")) {
              list = xml.attribute("val");
            } else if (part.equals("ilvl")) {
              level = xml.number();
            }
            xml.skip();
          });
          return;
        }
        default -> {}
      }
      xml.skip();
    });
  }

  /** Makes of the paragraph what it is. A list is left to {@link WordLists}. */
  void dress(Element paragraph, WordStyles styles, WordNumbers numbers) {
    int own = outline > 6 ? 0 : outline;
    int heading = own > 0 ? own : styles.heading(style);
    var numbering = list == null ? styles.list(style) : list;
    if (heading > 0) {
      paragraph.tagName("h" + heading);
    } else if (numbering != null && !numbering.equals("0")) {
      int at = level < 0 ? styles.listLevel(style) : level;
      int depth = Math.clamp(Math.max(at, styles.listDepth(style)) + 1L, 1, 9);
      paragraph.attr("style", "mso-list:l" + numbering + " level" + depth + " lfo1");
      paragraph
          .prependElement("span")
          .attr("style", "mso-list:ignore")
          .text(numbers.next(numbering, at));
    } else if (styles.isQuote(style)) {
      paragraph.tagName("blockquote");
    }
  }
}

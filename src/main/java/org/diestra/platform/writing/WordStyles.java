package org.diestra.platform.writing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** What the styles of a Word file say: headings, lists, bold and italic. */
final class WordStyles {
  private static final Pattern HEADING = Pattern.compile("heading ([1-9])");
  private static final Pattern INNER = Pattern.compile("list (?:bullet|number) ([2-5])");
  private static final int ANCESTORS = 12;

  private final Map<String, Style> styles = new HashMap<>();

  /** What stands in a style itself; null is said by the one it is based on, if at all. */
  private static final class Style {
    String name = "";
    @Nullable String basedOn;
    @Nullable Integer outline;
    @Nullable String list;
    @Nullable Integer level;
    @Nullable Boolean bold;
    @Nullable Boolean italic;
  }

  static WordStyles read(WordXml xml) throws XMLStreamException {
    var found = new WordStyles();
    xml.each(_ -> xml.each(_ -> found.style(xml)));
    return found;
  }

  private void style(WordXml xml) throws XMLStreamException {
    var style = new Style();
    styles.put(xml.attribute("styleId", ""), style);
    xml.each(name -> {
      if (name.equals("pPr") || name.equals("rPr")) {
        xml.each(property -> property(property, style, xml));
      } else {
        property(name, style, xml);
      }
    });
  }

  private static void property(String name, Style style, WordXml xml) throws XMLStreamException {
    switch (name) {
      case "name" -> style.name = xml.attribute("val", "").toLowerCase(Locale.ROOT);
      case "basedOn" -> style.basedOn = xml.attribute("val");
      case "outlineLvl" -> style.outline = xml.number() + 1;
      case "b" -> style.bold = xml.isOn();
      case "i" -> style.italic = xml.isOn();
      case "numPr" -> {
        xml.each(part -> {
          if (part.equals("numId")) {
            style.list = xml.attribute("val");
          } else if (part.equals("ilvl")) {
            style.level = xml.number();
          }
          xml.skip();
        });
        return;
      }
      default -> {}
    }
    xml.skip();
  }

  private <T> @Nullable T said(@Nullable String id, Function<Style, @Nullable T> what) {
    var style = id == null ? null : styles.get(id);
    for (int i = 0; style != null && i < ANCESTORS; i++) {
      var said = what.apply(style);
      if (said != null) {
        return said;
      }
      style = style.basedOn == null ? null : styles.get(style.basedOn);
    }
    return null;
  }

  boolean isTitle(@Nullable String id) {
    return Boolean.TRUE.equals(said(id, style -> style.name.equals("title") ? true : null));
  }

  boolean isQuote(@Nullable String id) {
    return Boolean.TRUE.equals(
        said(id, style -> style.name.matches("(intense )?quot(e|ations)") ? true : null));
  }

  /** 1 to 6; 0 for what is no heading. */
  int heading(@Nullable String id) {
    var level = said(id, WordStyles::level);
    return level == null || level < 1 || level > 9 ? 0 : Math.min(level, 6);
  }

  private static @Nullable Integer level(Style style) {
    var heading = HEADING.matcher(style.name);
    return heading.matches()
        ? Integer.valueOf(Objects.requireNonNull(heading.group(1)))
        : style.outline;
  }

  @Nullable String list(@Nullable String id) {
    return said(id, style -> style.list);
  }

  int listLevel(@Nullable String id) {
    var level = said(id, style -> style.level);
    return level == null ? 0 : level;
  }

  /** Word's own styles "List Bullet 2" to 5 are lists of their own, and look like inner ones. */
  int listDepth(@Nullable String id) {
    var depth =
        said(
            id,
            style -> {
              var inner = INNER.matcher(style.name);
              return inner.matches()
                  ? Integer.parseInt(Objects.requireNonNull(inner.group(1))) - 1
                  : null;
            });
    return depth == null ? 0 : depth;
  }

  boolean bold(@Nullable String id) {
    return Boolean.TRUE.equals(said(id, style -> style.bold));
  }

  boolean italic(@Nullable String id) {
    return Boolean.TRUE.equals(said(id, style -> style.italic));
  }
}

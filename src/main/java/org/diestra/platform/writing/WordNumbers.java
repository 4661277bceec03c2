package org.diestra.platform.writing;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** Which lists of a Word file are numbered, and how far each has counted. */
final class WordNumbers {
  private static final int LEVELS = 9;

  private final Map<String, Level[]> kinds = new HashMap<>();
  private final Map<String, String> lists = new HashMap<>();
  private final Map<String, int[]> counts = new HashMap<>();

  private static final class Level {
    boolean numbered;
    int start = 1;
  }

  static WordNumbers read(WordXml xml) throws XMLStreamException {
    var found = new WordNumbers();
    xml.each(_ ->
        xml.each(name -> {
          switch (name) {
            case "abstractNum" -> found.kind(xml);
            case "num" -> found.list(xml);
            default -> xml.skip();
          }
        }));
    return found;
  }

  private void kind(WordXml xml) throws XMLStreamException {
    var levels = new Level[LEVELS];
    kinds.put(xml.attribute("abstractNumId", ""), levels);
    xml.each(name -> {
      var at = xml.attribute("ilvl", "");
      if (!name.equals("lvl") || !at.matches("[0-8]")) {
        xml.skip();
        return;
      }
      var level = new Level();
      levels[Integer.parseInt(at)] = level;
      xml.each(property -> {
        if (property.equals("numFmt")) {
          level.numbered = !xml.attribute("val", "").matches("bullet|none");
        } else if (property.equals("start")) {
          level.start = Math.max(0, xml.number());
        }
        xml.skip();
      });
    });
  }

  private void list(WordXml xml) throws XMLStreamException {
    var id = xml.attribute("numId", "");
    xml.each(name -> {
      if (name.equals("abstractNumId")) {
        lists.put(id, xml.attribute("val", ""));
      }
      xml.skip();
    });
  }

  /** The mark of a list's next item: "3." or "·". */
  String next(String list, int at) {
    int level = Math.clamp(at, 0, LEVELS - 1);
    var levels = kinds.get(lists.getOrDefault(list, ""));
    var kind = levels == null ? null : levels[level];
    if (kind == null || !kind.numbered) {
      return "·";
    }
    var count = counts.computeIfAbsent(list, _ -> new int[LEVELS]);
    for (int deeper = level + 1; deeper < LEVELS; deeper++) {
      count[deeper] = 0;
    }
    return kind.start + count[level]++ + ".";
  }
}

package org.diestra.platform.previews;

import static org.diestra.platform.sheets.SheetXml.begins;
import static org.diestra.platform.sheets.SheetXml.ends;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.diestra.platform.sheets.SheetXml;

/** The first sheet of an OpenDocument spreadsheet, whose cells hold their text as it is shown. */
final class Ods {
  private Ods() {}

  static Table read(Path file) throws IOException, XMLStreamException {
    try (var zip = new ZipFile(file.toFile())) {
      var entry = zip.getEntry("content.xml");
      if (entry == null) {
        throw new IOException("no content.xml");
      }
      try (var in = zip.getInputStream(entry)) {
        var xml = SheetXml.open(Objects.requireNonNull(in));
        SheetXml.next(xml, "table");
        return table(xml);
      }
    }
  }

  private static Table table(XMLStreamReader xml) throws XMLStreamException {
    var rows = new ArrayList<List<String>>();
    int blank = 0;
    while (rows.size() <= Table.ROWS && xml.hasNext() && !ends(xml, "table")) {
      xml.next();
      if (begins(xml, "table-row")) {
        int times = repeated(xml, "number-rows-repeated", Table.ROWS + 1);
        var row = row(xml);
        if (row.isEmpty()) {
          // A sheet ends in a row repeated a million times; blank ones count when more follows.
          blank += times;
          continue;
        }
        add(rows, List.of(), blank);
        blank = 0;
        add(rows, row, times);
      }
    }
    return new Table(rows.subList(0, Math.min(rows.size(), Table.ROWS)), rows.size() > Table.ROWS);
  }

  private static List<String> row(XMLStreamReader xml) throws XMLStreamException {
    var cells = new ArrayList<String>();
    int blank = 0;
    while (xml.hasNext() && !ends(xml, "table-row")) {
      xml.next();
      if (begins(xml, "table-cell") || begins(xml, "covered-table-cell")) {
        int times = repeated(xml, "number-columns-repeated", Table.COLUMNS);
        var text = Table.cell(cell(xml, xml.getLocalName()));
        if (text.isEmpty()) {
          blank += times;
          continue;
        }
        add(cells, "", blank);
        blank = 0;
        add(cells, text, times);
      }
    }
    return cells.subList(0, Math.min(cells.size(), Table.COLUMNS));
  }

  private static String cell(XMLStreamReader xml, String name) throws XMLStreamException {
    var text = new StringBuilder();
    boolean inside = false;
    while (xml.hasNext() && !ends(xml, name)) {
      xml.next();
      inside = begins(xml, "p") || (inside && !ends(xml, "p"));
      if (inside && xml.isCharacters()) {
        text.append(xml.getText());
      }
    }
    return text.toString();
  }

  private static int repeated(XMLStreamReader xml, String attribute, int most) {
    return Math.clamp(SheetXml.number(xml, attribute, 1), 1, most);
  }

  private static <T> void add(List<T> list, T item, int times) {
    for (int i = 0; i < Math.min(times, Table.ROWS + 1); i++) {
      list.add(item);
    }
  }
}

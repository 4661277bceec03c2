package org.diestra.platform.previews;

import static org.diestra.platform.sheets.SheetXml.attribute;
import static org.diestra.platform.sheets.SheetXml.begins;
import static org.diestra.platform.sheets.SheetXml.ends;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.diestra.platform.sheets.SheetXml;
import org.diestra.platform.sheets.XlsxFormats;
import org.jspecify.annotations.Nullable;

/**
 * The first visible sheet of a workbook (ECMA-376, SpreadsheetML), read as far as it is shown and
 * no further: the sheet first, then only those shared texts that its cells name.
 */
final class Xlsx {
  private final ZipFile zip;
  private final XlsxFormats formats;

  /** A cell: the text itself, or the number of a shared one. */
  private record Cell(String value, boolean shared) {}

  private Xlsx(ZipFile zip, XlsxFormats formats) {
    this.zip = zip;
    this.formats = formats;
  }

  static Table read(Path file) throws IOException, XMLStreamException {
    try (var zip = new ZipFile(file.toFile())) {
      var formats = XlsxFormats.read(entry(zip, "xl/styles.xml"));
      return new Xlsx(zip, formats).table();
    }
  }

  private Table table() throws IOException, XMLStreamException {
    var rows = new ArrayList<Map<Integer, Cell>>();
    try (var in = required("xl/" + firstSheet())) {
      var xml = SheetXml.open(in);
      while (rows.size() <= Table.ROWS && SheetXml.next(xml, "row")) {
        rows.add(row(xml));
      }
    }
    boolean more = rows.size() > Table.ROWS;
    var shown = rows.subList(0, Math.min(rows.size(), Table.ROWS));
    var texts = shared(shown);
    return new Table(shown.stream().map(row -> texts(row, texts)).toList(), more);
  }

  private String firstSheet() throws IOException, XMLStreamException {
    @Nullable String id = null;
    try (var in = required("xl/workbook.xml")) {
      var xml = SheetXml.open(in);
      while (id == null && xml.hasNext()) {
        xml.next();
        if (begins(xml, "workbookPr")) {
          formats.countFrom1904("1".equals(attribute(xml, "date1904")));
        }
        if (begins(xml, "sheet") && attribute(xml, "state") == null) {
          id =
              xml.getAttributeValue(
                  "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id");
        }
      }
    }
    return target(id == null ? "" : id);
  }

  private String target(String id) throws IOException, XMLStreamException {
    try (var in = required("xl/_rels/workbook.xml.rels")) {
      var xml = SheetXml.open(in);
      while (SheetXml.next(xml, "Relationship")) {
        var target = attribute(xml, "Target");
        if (target != null && id.equals(attribute(xml, "Id"))) {
          return target.startsWith("/xl/") ? target.substring(4) : target;
        }
      }
    }
    return "worksheets/sheet1.xml";
  }

  private Map<Integer, Cell> row(XMLStreamReader xml) throws XMLStreamException {
    var cells = new TreeMap<Integer, Cell>();
    int column = 0;
    while (xml.hasNext() && !ends(xml, "row")) {
      xml.next();
      if (begins(xml, "c")) {
        column = column(attribute(xml, "r"), column);
        if (column < Table.COLUMNS) {
          cells.put(column, cell(xml));
        }
        column++;
      }
    }
    return cells;
  }

  /** From "C7" comes 2; a cell without its place follows the one before. */
  private static int column(@Nullable String place, int next) {
    if (place == null) {
      return next;
    }
    int column = 0;
    for (char c : place.toCharArray()) {
      if (c < 'A' || c > 'Z' || column > 20_000) {
        break;
      }
      column = column * 26 + (c - 'A' + 1);
    }
    return column - 1 < 0 ? next : column - 1;
  }

  private Cell cell(XMLStreamReader xml) throws XMLStreamException {
    var type = attribute(xml, "t");
    int style = SheetXml.number(xml, "s", 0);
    var text = new StringBuilder();
    while (xml.hasNext() && !ends(xml, "c")) {
      xml.next();
      if (begins(xml, "v") || begins(xml, "t")) {
        text.append(xml.getElementText());
      }
    }
    return switch (type == null ? "n" : type) {
      case "s" -> new Cell(text.toString(), true);
      case "b" -> new Cell(text.toString().equals("1") ? "✓" : "✗", false);
      case "n" -> new Cell(formats.show(text.toString(), style), false);
      default -> new Cell(text.toString(), false);
    };
  }

  private Map<String, String> shared(List<Map<Integer, Cell>> rows)
      throws IOException, XMLStreamException {
    var texts = new HashMap<String, String>();
    rows.forEach(
        row -> row.values().stream().filter(Cell::shared).forEach(c -> texts.put(c.value(), "")));
    int left = texts.size();
    try (var in = entry(zip, "xl/sharedStrings.xml")) {
      if (in == null || left == 0) {
        return texts;
      }
      var xml = SheetXml.open(in);
      for (int i = 0; left > 0 && SheetXml.next(xml, "si"); i++) {
        if (texts.replace(String.valueOf(i), sharedText(xml)) != null) {
          left--;
        }
      }
    }
    return texts;
  }

  /** All its runs, without the reading aids of Japanese (rPh). */
  private static String sharedText(XMLStreamReader xml) throws XMLStreamException {
    var text = new StringBuilder();
    boolean aid = false;
    while (xml.hasNext() && !ends(xml, "si")) {
      xml.next();
      aid = begins(xml, "rPh") || (aid && !ends(xml, "rPh"));
      if (!aid && begins(xml, "t")) {
        text.append(xml.getElementText());
      }
    }
    return text.toString();
  }

  private static List<String> texts(Map<Integer, Cell> row, Map<String, String> shared) {
    var cells = new ArrayList<String>();
    row.forEach((column, cell) -> {
      while (cells.size() < column) {
        cells.add("");
      }
      cells.add(Table.cell(cell.shared() ? shared.getOrDefault(cell.value(), "") : cell.value()));
    });
    return cells;
  }

  private InputStream required(String name) throws IOException {
    var in = entry(zip, name);
    if (in == null) {
      throw new IOException("no " + name);
    }
    return in;
  }

  private static @Nullable InputStream entry(ZipFile zip, String name) throws IOException {
    var entry = zip.getEntry(name);
    return entry == null ? null : zip.getInputStream(entry);
  }
}

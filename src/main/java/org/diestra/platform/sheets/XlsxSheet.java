package org.diestra.platform.sheets;

import static org.diestra.platform.sheets.SheetXml.attribute;
import static org.diestra.platform.sheets.SheetXml.begins;
import static org.diestra.platform.sheets.SheetXml.ends;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The first visible sheet of a workbook (ECMA-376, SpreadsheetML), row by row. Only its shared
 * texts are held whole, in bounds; no DTD, no entity, and no entry that unpacks without end.
 */
final class XlsxSheet implements SheetReader {
  private static final long UNPACKED = 600_000_000; // bytes of the sheet
  private static final int SHARED = 8_000_000; // characters of all shared texts
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final Pattern FRACTION = Pattern.compile("-?[0-9]+\\.[0-9]+");

  private final ZipFile zip;
  private final XlsxFormats formats;
  private final List<String> shared;
  private final XMLStreamReader xml;
  private final char decimal;
  private int line;

  private XlsxSheet(
      ZipFile zip, XlsxFormats formats, List<String> shared, XMLStreamReader xml, char decimal) {
    this.zip = zip;
    this.formats = formats;
    this.shared = shared;
    this.xml = xml;
    this.decimal = decimal;
  }

  static SheetReader open(Path file, char decimal) throws IOException, Unreadable {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (IOException broken) {
      throw new Unreadable(Fault.NO_SHEET, 1);
    }
    boolean opened = false;
    try {
      if (zip.getEntry("xl/workbook.xml") == null) {
        throw new Unreadable(Fault.NO_SHEET, 1);
      }
      var formats = XlsxFormats.read(entry(zip, "xl/styles.xml"));
      var sheet = required(zip, "xl/" + firstSheet(zip, formats));
      var reader =
          new XlsxSheet(zip, formats, shared(zip), SheetXml.stream(sheet, UNPACKED), decimal);
      opened = true;
      return reader;
    } catch (IOException | XMLStreamException broken) {
      throw new Unreadable(Fault.BROKEN, 1);
    } finally {
      if (!opened) {
        zip.close();
      }
    }
  }

  private static String firstSheet(ZipFile zip, XlsxFormats formats)
      throws IOException, XMLStreamException {
    @Nullable String id = null;
    try (var in = required(zip, "xl/workbook.xml")) {
      var xml = SheetXml.open(in);
      while (id == null && xml.hasNext()) {
        xml.next();
        if (begins(xml, "workbookPr")) {
          formats.countFrom1904(yes(attribute(xml, "date1904")));
        }
        if (begins(xml, "sheet") && !hidden(attribute(xml, "state"))) {
          id = xml.getAttributeValue(RELATIONS, "id");
        }
      }
    }
    try (var in = required(zip, "xl/_rels/workbook.xml.rels")) {
      var xml = SheetXml.open(in);
      while (SheetXml.next(xml, "Relationship")) {
        var target = attribute(xml, "Target");
        if (target != null && attribute(xml, "Id") instanceof String found && found.equals(id)) {
          return target.startsWith("/xl/") ? target.substring(4) : target;
        }
      }
    }
    return "worksheets/sheet1.xml";
  }

  /** A truth of XML Schema: Excel writes a digit, LibreOffice the word. */
  private static boolean yes(@Nullable String truth) {
    return "1".equals(truth) || "true".equals(truth);
  }

  private static boolean hidden(@Nullable String state) {
    return "hidden".equals(state) || "veryHidden".equals(state);
  }

  private static List<String> shared(ZipFile zip)
      throws IOException, XMLStreamException, Unreadable {
    var texts = new ArrayList<String>();
    try (var in = entry(zip, "xl/sharedStrings.xml")) {
      if (in == null) {
        return texts;
      }
      var xml = SheetXml.stream(in, UNPACKED);
      long held = 0;
      while (SheetXml.next(xml, "si")) {
        var text = text(xml, "si", "t", texts.size() + 1);
        held += text.length() + 20; // an empty one takes room too
        if (held > SHARED) {
          throw new Unreadable(Fault.BROKEN, 1);
        }
        texts.add(text);
      }
    }
    return texts;
  }

  /** What stands in elements of that name, without the reading aids of Japanese (rPh). */
  private static String text(XMLStreamReader xml, String within, String name, int line)
      throws XMLStreamException, Unreadable {
    var text = new StringBuilder();
    boolean aid = false;
    boolean inside = false;
    while (xml.hasNext() && !ends(xml, within)) {
      xml.next();
      aid = begins(xml, "rPh") || aid && !ends(xml, "rPh");
      inside =
          !aid
              && (begins(xml, name)
                  || begins(xml, "t")
                  || inside && !ends(xml, name) && !ends(xml, "t"));
      if (inside && xml.isCharacters()) {
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        if (text.length() > LENGTH) {
          throw new Unreadable(Fault.WIDE, line);
        }
      }
    }
    return text.toString();
  }

  @Override
  public @Nullable Row next() throws IOException, Unreadable {
    try {
      while (SheetXml.next(xml, "row")) {
        int next = SheetXml.number(xml, "r", line + 1);
        if (next <= line) {
          throw new Unreadable(Fault.BROKEN, line); // a row that stands twice has no place
        }
        line = next;
        var row = new Row(line, cells());
        if (!row.blank()) {
          return row;
        }
      }
      return null;
    } catch (XMLStreamException | RuntimeException broken) {
      throw new Unreadable(Fault.BROKEN, line);
    }
  }

  private List<String> cells() throws XMLStreamException, Unreadable {
    var cells = new ArrayList<String>();
    while (xml.hasNext() && !ends(xml, "row")) {
      xml.next();
      if (begins(xml, "c")) {
        int column = column(attribute(xml, "r"), cells.size());
        if (column >= COLUMNS) {
          throw new Unreadable(Fault.WIDE, line);
        }
        while (cells.size() <= column) {
          cells.add("");
        }
        cells.set(column, cell());
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
      if (c < 'A' || c > 'Z' || column > COLUMNS) {
        break;
      }
      column = column * 26 + (c - 'A' + 1);
    }
    return column < 1 ? next : column - 1;
  }

  private String cell() throws XMLStreamException, Unreadable {
    var type = attribute(xml, "t");
    int style = SheetXml.number(xml, "s", 0);
    var text = text(xml, "c", "v", line);
    return switch (type == null ? "n" : type) {
      case "s" -> shared(text);
      case "n" -> numeral(formats.show(text, style));
      default -> text.strip();
    };
  }

  private String shared(String number) {
    int at = number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : -1;
    return at >= 0 && at < shared.size() ? shared.get(at).strip() : "";
  }

  private String numeral(String number) {
    return FRACTION.matcher(number).matches() ? number.replace('.', decimal) : number.strip();
  }

  private static InputStream required(ZipFile zip, String name) throws IOException {
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

  @Override
  public void close() throws IOException {
    zip.close();
  }
}

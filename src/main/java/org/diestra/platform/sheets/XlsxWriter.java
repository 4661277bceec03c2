package org.diestra.platform.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a workbook of one sheet (ECMA-376, SpreadsheetML), row by row. Its first row is a heading
 * that stays; texts are texts, so that none is a formula.
 */
public final class XlsxWriter implements AutoCloseable {
  private static final LocalDate ZERO = LocalDate.of(1899, 12, 30); // day 0 of a workbook
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String DOCUMENT =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final ZipOutputStream zip;
  private final Writer out;

  public XlsxWriter(OutputStream to) throws IOException {
    zip = new ZipOutputStream(to, UTF_8);
    out = new OutputStreamWriter(zip, UTF_8);
    part(
        "[Content_Types].xml",
        "<Types xmlns=\""
            + PACKAGE
            + "content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
            + TYPE
            + "sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\""
            + TYPE
            + "styles+xml\"/>"
            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\""
            + TYPE
            + "worksheet+xml\"/></Types>");
    part("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
    part(
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + MAIN
            + "\" xmlns:r=\""
            + DOCUMENT
            + "\"><sheets><sheet name=\"1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    part(
        "xl/_rels/workbook.xml.rels",
        relations(
            relation(1, "worksheet", "worksheets/sheet1.xml")
                + relation(2, "styles", "styles.xml")));
    part(
        "xl/styles.xml",
        "<styleSheet xmlns=\""
            + MAIN
            + "\"><fonts count=\"2\"><font/><font><b/></font></fonts>"
            + "<fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
            + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf/>"
            + "<xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf fontId=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>");
    zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
    out.write(
        HEAD
            + "<worksheet xmlns=\""
            + MAIN
            + "\"><sheetViews><sheetView workbookViewId=\"0\">"
            + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData>");
  }

  private void part(String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    out.write(HEAD + xml);
    out.flush();
    zip.closeEntry();
  }

  private static String relations(String inside) {
    return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + inside + "</Relationships>";
  }

  private static String relation(int id, String type, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, DOCUMENT, type, target);
  }

  public void heading(List<String> names) throws IOException {
    out.write("<row>");
    for (var name : names) {
      text(name, " s=\"2\"");
    }
    out.write("</row>");
  }

  /**
   * @param cells numbers, days and texts; null is an empty one
   */
  public void row(List<? extends @Nullable Object> cells) throws IOException {
    out.write("<row>");
    for (var cell : cells) {
      switch (cell) {
        case null -> out.write("<c/>");
        case BigDecimal number -> out.write("<c><v>" + number.toPlainString() + "</v></c>");
        case LocalDate day when !day.isBefore(ZERO.plusDays(61)) ->
            // before March 1900 a workbook counts a day that never was
            out.write("<c s=\"1\"><v>" + ChronoUnit.DAYS.between(ZERO, day) + "</v></c>");
        default -> text(cell.toString(), "");
      }
    }
    out.write("</row>");
  }

  private void text(String text, String style) throws IOException {
    out.write("<c" + style + " t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.write("&lt;");
        case '>' -> out.write("&gt;");
        case '&' -> out.write("&amp;");
        default -> {
          boolean allowed = c >= ' ' && c != '\ufffe' && c != '\uffff' || c == '\n' || c == '\t';
          out.write(allowed ? c : ' '); // XML 1.0, section 2.2
        }
      }
    }
    out.write("</t></is></c>");
  }

  @Override
  public void close() throws IOException {
    out.write("</sheetData></worksheet>");
    out.flush();
    zip.closeEntry();
    zip.close();
  }
}

package org.diestra.platform.sheets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.diestra.platform.sheets.SheetReader.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets as real offices send them, and as people send them who mean no good. */
class SheetReaderTests {
  @TempDir Path folder;

  private List<List<String>> read(byte[] bytes) throws IOException, Unreadable {
    var file = Files.write(folder.resolve("sheet"), bytes);
    var rows = new ArrayList<List<String>>();
    try (var sheet = SheetReader.open(file, ',')) {
      for (var row = sheet.next(); row != null; row = sheet.next()) {
        rows.add(row.cells());
      }
    }
    return rows;
  }

  @Test
  void anyLettersAndSeparatorsAreRead() throws Exception {
    var expected = List.of(List.of("Año", "Niño"), List.of("1,5", "a;b\nc \"d\""));
    var text = "Año;Niño\r\n1,5;\"a;b\nc \"\"d\"\"\"\r\n\r\n;\r\n";
    assertThat(read(text.getBytes(UTF_8))).isEqualTo(expected);
    assertThat(read(("\ufeff" + text).getBytes(UTF_8))).isEqualTo(expected);
    assertThat(read(text.getBytes(ISO_8859_1))).isEqualTo(expected);
    assertThat(read(text.getBytes(UTF_16))).isEqualTo(expected);
    assertThat(read("a\tb\r1\t2".getBytes(UTF_8)))
        .isEqualTo(List.of(List.of("a", "b"), List.of("1", "2")));
    assertThat(read("书,店\n١,٢".getBytes(UTF_8))).hasSize(2);
  }

  @Test
  void linesAreCountedAsAnEditorCountsThem() throws Exception {
    var file = Files.writeString(folder.resolve("lines"), "a,b\n\"x\ny\",1\n\nz,2\n");
    try (var sheet = SheetReader.open(file, '.')) {
      var lines = new ArrayList<Integer>();
      for (var row = sheet.next(); row != null; row = sheet.next()) {
        lines.add(row.line());
      }
      assertThat(lines).containsExactly(1, 2, 5);
    }
  }

  @Test
  void whatIsNoSheetOrTooWideIsRefusedWithItsLine() {
    refused("a,b\n\"never ends".getBytes(UTF_8), "QUOTE on line 2");
    refused(("a\n" + ",".repeat(10_000)).getBytes(UTF_8), "WIDE on line 2");
    refused("x".repeat(20_000).getBytes(UTF_8), "WIDE on line 1");
    refused(("a\n".repeat(40_000) + "\"x\0\"").getBytes(UTF_8), "NO_SHEET on line 40001");
    refused(new byte[] {1, 0, 2, 0, 3}, "NO_SHEET on line 1");
    refused(new byte[] {'P', 'K', 3, 4, 9, 9}, "NO_SHEET on line 1");
  }

  private void refused(byte[] bytes, String why) {
    assertThatThrownBy(() -> read(bytes)).isInstanceOf(Unreadable.class).hasMessage(why);
  }

  @Test
  void aWorkbookComesBackAsItWasWritten() throws Exception {
    var out = new ByteArrayOutputStream();
    try (var writer = new XlsxWriter(out)) {
      writer.heading(List.of("Name", "Sum", "Day"));
      writer.row(
          Arrays.asList("=1+1 <&> \u0001", new BigDecimal("-1234.50"), LocalDate.of(2026, 11, 30)));
      writer.row(Arrays.asList("书店", null, LocalDate.of(1900, 1, 1)));
    }
    assertThat(read(out.toByteArray()))
        .isEqualTo(
            List.of(
                List.of("Name", "Sum", "Day"),
                List.of("=1+1 <&>", "-1234,5", "2026-11-30"),
                List.of("书店", "", "1900-01-01")));
  }

  @Test
  void aWorkbookThatMeansNoGoodIsRefusedInBounds() throws Exception {
    var entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    refused(
        workbook(
            entity
                + "<worksheet><sheetData><row><c t=\"str\"><v>&e;</v></c></row></sheetData></worksheet>"),
        "BROKEN on line 1");
    refused(
        workbook(
            "<worksheet><sheetData><row><c r=\"ZZZ1\"><v>1</v></c></row></sheetData></worksheet>"),
        "WIDE on line 1");
    refused(
        workbook(
            "<worksheet><sheetData><row><c t=\"str\"><v>"
                + "x".repeat(30_000)
                + "</v></c></row></sheetData></worksheet>"),
        "WIDE on line 1");
    refused(
        workbook("<worksheet><sheetData><row r=\"5\"/><row r=\"5\"/></sheetData></worksheet>"),
        "BROKEN on line 5");
    refused(
        workbook(
            "<worksheet><sheetData><row r=\""
                + "7".repeat(200_000)
                + "\"></row></sheetData></worksheet>"),
        "BROKEN on line 0");
  }

  @Test
  void aWorkbookOfLibreOfficeShowsItsFirstVisibleSheetAndItsOwnDays() throws Exception {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      entry(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
              + "<workbookPr date1904=\"true\"/><sheets><sheet state=\"hidden\" r:id=\"a\"/>"
              + "<sheet state=\"visible\" r:id=\"b\"/></sheets></workbook>");
      entry(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/>"
              + "<Relationship Id=\"b\" Target=\"worksheets/sheet2.xml\"/></Relationships>");
      entry(
          zip,
          "xl/styles.xml",
          "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
      entry(zip, "xl/worksheets/sheet1.xml", sheet("<c><v>1</v></c>"));
      entry(zip, "xl/worksheets/sheet2.xml", sheet("<c s=\"1\"><v>44894</v></c>"));
    }
    assertThat(read(out.toByteArray())).isEqualTo(List.of(List.of("2026-11-30")));
  }

  private static String sheet(String cells) {
    return "<worksheet><sheetData><row>" + cells + "</row></sheetData></worksheet>";
  }

  private static byte[] workbook(String sheet) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      entry(zip, "xl/workbook.xml", "<workbook><sheets><sheet/></sheets></workbook>");
      entry(zip, "xl/_rels/workbook.xml.rels", "<Relationships/>");
      entry(zip, "xl/worksheets/sheet1.xml", sheet);
    }
    return out.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(UTF_8));
    zip.closeEntry();
  }
}

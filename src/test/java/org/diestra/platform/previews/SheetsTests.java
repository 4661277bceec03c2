package org.diestra.platform.previews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diestra.platform.blobs.SampleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetsTests {
  private static final String WORKBOOK =
      """
      <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
       xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
      <sheets><sheet name="x" state="hidden" r:id="rId1"/><sheet name="y" r:id="rId2"/></sheets>
      </workbook>\
      """;
  private static final String RELATIONS =
      """
      <Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>\
      """;
  private static final String STYLES =
      """
      <styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/>
      <numFmt numFmtId="165" formatCode="#,##0.00&quot; days&quot;"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/></cellXfs>
      </styleSheet>\
      """;

  @TempDir Path folder;

  @Test
  void aWorkbookShowsItsFirstVisibleSheet() throws Exception {
    var sheet =
        """
        <worksheet><sheetData>
        <row r="1"><c r="A1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Total</t></is></c></row>
        <row r="2"><c r="A2" s="1"><v>46235</v></c><c r="B2"><v>0.30000000000000004</v></c>
         <c r="C2" t="b"><v>1</v></c><c r="D2" s="2"><v>3</v></c><c r="E2" s="3"><v>46235.75</v></c>
         <c r="ZZ2"><v>9</v></c></row>
        <row r="3"/>
        </sheetData></worksheet>\
        """;
    var strings =
        """
        <sst><si><t>unused</t></si>
        <si><r><t>Cli</t></r><r><t>ente</t></r><rPh><t>aid</t></rPh></si></sst>\
        """;

    var table = Xlsx.read(workbook(sheet, strings));

    assertThat(table)
        .isEqualTo(
            new Table(
                List.of(
                    List.of("Cliente", "", "Total"),
                    List.of("2026-08-01", "0.3", "✓", "3", "2026-08-01 18:00"),
                    List.of()),
                false));
  }

  @Test
  void aLongSheetIsReadNoFurtherThanShown() throws Exception {
    var sheet = new StringBuilder("<worksheet><sheetData>");
    for (int i = 1; i <= 25; i++) {
      sheet.append("<row><c><v>").append(i).append("</v></c></row>");
    }
    sheet.append("<row><c><this is no more XML");

    var table = Xlsx.read(workbook(sheet.toString(), "<sst/>"));

    assertThat(table.rows()).hasSize(Table.ROWS);
    assertThat(table.rows().getLast()).containsExactly("20");
    assertThat(table.more()).isTrue();
  }

  @Test
  void anEntityFetchesNothing() throws Exception {
    var secret = Files.writeString(folder.resolve("secret"), "the secret");
    var sheet =
        """
        <!DOCTYPE x [<!ENTITY e SYSTEM "%s">]>
        <worksheet><sheetData><row><c t="str"><v>&e;</v></c></row></sheetData></worksheet>\
        """
            .formatted(secret.toUri());

    assertThatThrownBy(() -> Xlsx.read(workbook(sheet, "<sst/>"))).isInstanceOf(Exception.class);
  }

  @Test
  void aSheetThatUnpacksWithoutEndIsGivenUp() throws Exception {
    var bomb = "<worksheet>" + " ".repeat(70_000_000) + "<sheetData/></worksheet>";

    assertThatThrownBy(() -> Xlsx.read(workbook(bomb, "<sst/>")))
        .hasMessageContaining("unpacks to more than");
  }

  @Test
  void anOpenDocumentShowsItsTextAsWritten() throws Exception {
    var content =
        """
        <office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body>
        <table:table table:name="Hoja1">
        <table:table-row><table:table-cell><text:p>Cliente</text:p></table:table-cell>
         <table:table-cell table:number-columns-repeated="2"/>
         <table:table-cell><text:p>12,50 <text:span>€</text:span></text:p></table:table-cell>
         <table:table-cell table:number-columns-repeated="16000"/></table:table-row>
        <table:table-row table:number-rows-repeated="2">
         <table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>
        </table:table><table:table/></office:body></office:document-content>\
        """;

    var table = Ods.read(zip(Map.of("content.xml", content)));

    assertThat(table)
        .isEqualTo(
            new Table(
                List.of(List.of("Cliente", "", "", "12,50 €"), List.of("x"), List.of("x")), false));
  }

  @Test
  void separatedValuesAreReadAsOfficesWriteThem() {
    assertThat(Csv.read("a;b;c\r\n\"x;\"\"y\"\"\n2\";;z\r\n", true))
        .isEqualTo(
            new Table(List.of(List.of("a", "b", "c"), List.of("x;\"y\" 2", "", "z")), false));
    assertThat(Csv.read("a\tb\n1\t2", true).rows())
        .containsExactly(List.of("a", "b"), List.of("1", "2"));
    assertThat(Csv.read("a,b\n1,\"open", true).rows()).contains(List.of("1", "open"));
    assertThat(Csv.read("", true).rows()).isEmpty();
  }

  @Test
  void aRowCutByTheLookIsLeftOut() {
    assertThat(Csv.read("a,b\n1,2\n3,", false))
        .isEqualTo(new Table(List.of(List.of("a", "b"), List.of("1", "2")), true));
  }

  @Test
  void whatIsWrittenIsReadBack() {
    var rows = List.of(List.of("a;b", "\"", ""), List.of("", "ñ,", "x"));

    assertThat(Csv.read(Csv.write(rows), true).rows()).isEqualTo(rows);
  }

  private Path workbook(String sheet, String strings) throws IOException {
    var entries = new HashMap<String, String>();
    entries.put("xl/workbook.xml", WORKBOOK);
    entries.put("xl/_rels/workbook.xml.rels", RELATIONS);
    entries.put("xl/styles.xml", STYLES);
    entries.put("xl/worksheets/sheet2.xml", sheet);
    entries.put("xl/sharedStrings.xml", strings);
    return zip(entries);
  }

  private Path zip(Map<String, String> entries) throws IOException {
    return Files.write(Files.createTempFile(folder, "sheet", ""), SampleFiles.zip(entries));
  }
}

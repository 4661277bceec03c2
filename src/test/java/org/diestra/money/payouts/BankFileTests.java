package org.diestra.money.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diestra.money.ledger.Books.eur;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathFactory;
import org.diestra.money.ledger.Book;
import org.diestra.money.payouts.BankDetails.Address;
import org.diestra.money.payouts.Batch.Format;
import org.diestra.money.payouts.BatchWriter.Line;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** What the bank gets, looked at with the schema of ISO 20022 as another project ships it. */
class BankFileTests {
  private static final HouseAccount HOUSE =
      new HouseAccount(
          "Diestra & Söhne // S.L.",
          "ES9121000418450200051332",
          "CAIXESBB",
          "Calle de la Paz",
          "1",
          "46003",
          "València",
          "ES");

  private static final List<Line> LINES =
      List.of(
          line("Rosa Peña Núñez", 9_000, "ES9121000418450200051332"),
          line("Zażółć Gęślą Łódź", 1, "PL61109010140000071219812874"),
          line("O’Brien <script> & Ærø", 123_456_789, "IE29AIBK93115212345678"));

  private static Line line(String holder, long cents, String iban) {
    return new Line(Ids.fresh(), eur(cents), Earners.details(holder, iban));
  }

  private static Batch batch(Format format, List<Line> lines) {
    var total = lines.stream().map(Line::amount).reduce(eur(0), Money::plus);
    return new Batch(
        Ids.fresh(),
        new Book("bank", Currency.getInstance("EUR")),
        format,
        lines.size(),
        total,
        HOUSE,
        "",
        new PersonId(Ids.fresh()),
        Instant.parse("2026-11-29T07:00:00.123456Z"));
  }

  private static String written(Batch batch, List<Line> lines) {
    var out = new ByteArrayOutputStream();
    var writer =
        batch.format() == Format.PAIN ? new PainWriter(batch, out) : new CsvWriter(batch, out);
    lines.forEach(writer::line);
    writer.end();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void validate(String xml) throws Exception {
    var xsd = Objects.requireNonNull(BankFileTests.class.getResource("/pain.001.001.09.xsd"));
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(xsd)
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
  }

  private static Document read(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static String at(Document xml, String path) throws Exception {
    return XPathFactory.newInstance().newXPath().evaluate(path, xml);
  }

  @Test
  void theFileIsValidAndItsSumsAreThoseOfItsLines() throws Exception {
    var batch = batch(Format.PAIN, LINES);
    var xml = written(batch, LINES);
    validate(xml);
    var read = read(xml);
    assertThat(at(read, "count(//CdtTrfTxInf)")).isEqualTo("3");
    assertThat(at(read, "//GrpHdr/NbOfTxs")).isEqualTo("3");
    assertThat(at(read, "//GrpHdr/CtrlSum")).isEqualTo("1234657.90");
    assertThat(at(read, "//PmtInf/CtrlSum")).isEqualTo("1234657.90");
    assertThat(at(read, "sum(//InstdAmt) = //GrpHdr/CtrlSum")).isEqualTo("true");
    assertThat(at(read, "//MsgId")).isEqualTo(batch.message()).hasSize(32);
    assertThat(at(read, "//ReqdExctnDt/Dt")).isEqualTo("2026-11-29");
  }

  /** The schema would see what is missing or in the wrong place. */
  @Test
  void aFileWithAFaultIsNot() {
    var xml = written(batch(Format.PAIN, LINES), LINES);
    for (var broken :
        List.of(
            xml.replaceFirst("<EndToEndId>.*?</EndToEndId>", ""),
            xml.replace("<ChrgBr>SLEV</ChrgBr>", "<ChrgBr>NONE</ChrgBr>"),
            xml.replaceFirst("<Ctry>ES</Ctry>", "<Ctry>Spain</Ctry>"),
            xml.replaceFirst("(<Nm>.*?</Nm>)(<PstlAdr>.*?</PstlAdr>)", "$2$1"),
            xml.replaceFirst("<IBAN>ES", "<IBAN>es"))) {
      assertThat(broken).isNotEqualTo(xml);
      assertThatThrownBy(() -> validate(broken)).isInstanceOf(SAXException.class);
    }
  }

  @Test
  void aThousandLinesAreValidToo() throws Exception {
    var many =
        IntStream.range(0, Batch.MOST)
            .mapToObj(i -> line("Nº " + i, 100 + i, "DE89370400440532013000"))
            .toList();
    validate(written(batch(Format.PAIN, many), many));
  }

  @Test
  void namesAndStreetsAreWrittenAsEveryBankReadsThem() throws Exception {
    var xml = written(batch(Format.PAIN, LINES), LINES);
    var read = read(xml);
    assertThat(at(read, "//InitgPty/Nm")).isEqualTo("Diestra + Sohne / S.L.");
    assertThat(at(read, "(//Cdtr/Nm)[1]")).isEqualTo("Rosa Pena Nunez");
    assertThat(at(read, "(//Cdtr/Nm)[2]")).isEqualTo("Zazolc Gesla Lodz");
    assertThat(at(read, "(//Cdtr/Nm)[3]")).isEqualTo("O'Brien script + AEro");
    assertThat(at(read, "(//Cdtr/PstlAdr/TwnNm)[1]")).isEqualTo("Valencia");
    assertThat(at(read, "(//Cdtr/PstlAdr/BldgNb)[1]")).isEqualTo("12");
    assertThat(at(read, "count(//AdrLine)")).isEqualTo("0");
    assertThat(xml).matches("[\\x20-\\x7e\\n]*");
  }

  @Test
  void theSameBatchGivesTheSameBytes() {
    for (var format : Format.values()) {
      var batch = batch(format, LINES);
      assertThat(written(batch, LINES)).isEqualTo(written(batch, LINES));
      assertThat(written(batch, LINES)).isEqualTo(written(batch.hashed("f"), LINES));
    }
    assertThat(written(batch(Format.PAIN, LINES), LINES))
        .isNotEqualTo(written(batch(Format.PAIN, LINES), LINES)); // each has a name of its own
  }

  @Test
  void linesThatTheBatchDoesNotPromiseAreRefused() {
    var batch = batch(Format.PAIN, LINES);
    assertThatThrownBy(() -> written(batch, LINES.subList(0, 2)))
        .isInstanceOf(IllegalStateException.class);
    var other = List.of(LINES.get(0), LINES.get(1), line("Eve", 1, "FI2112345600000785"));
    assertThatThrownBy(() -> written(batch, other)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theTableIsNoFormulaAndKeepsLetters() {
    var to =
        new BankDetails(
            "=HYPERLINK(\"x\")",
            new Address("Broad \"B\" St", "5", "", "Lagos", "NG"),
            new BankAccount.ByNumber("0123456789", "GTBINGLA", "058", "NG"));
    var id = UUID.fromString("00000000-0000-7000-8000-000000000001");
    var lines = List.of(new Line(id, eur(1250), to));
    var rows = written(batch(Format.CSV, lines), lines).split("\r\n");
    assertThat(rows[1])
        .startsWith(
            """
            "00000000000070008000000000000001","12.50","EUR","'=HYPERLINK(""x"")","Broad ""B"" St",\
            "5","","Lagos","NG","","0123456789","GTBINGLA","058","NG",\
            """)
        .endsWith("\"");
    assertThat(rows).hasSize(2);
  }

  @Test
  void aHouseWithoutAProperAccountDoesNotStart() {
    assertThatThrownBy(
            () -> new HouseAccount("D", "ES9121000418450200051333", "", "", "", "", "V", "ES"))
        .hasMessageContaining("diestra.payouts");
    assertThat(new HouseAccount("", "", "", "", "", "", "", "").known()).isFalse();
  }

  @Test
  void detailsComeOutOfTheSealAsTheyWent() {
    for (var line : LINES) {
      assertThat(BankDetails.read(line.to().bytes())).isEqualTo(line.to());
    }
    var nigerian =
        new BankDetails(
            "A B",
            new Address("", "", "", "Lagos", "NG"),
            new BankAccount.ByNumber("0123456789", "GTBINGLA", "", "NG"));
    assertThat(BankDetails.read(nigerian.bytes())).isEqualTo(nigerian);
  }
}

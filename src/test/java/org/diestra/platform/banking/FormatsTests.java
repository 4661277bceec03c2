package org.diestra.platform.banking;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same statement as four kinds of bank would give it. */
class FormatsTests {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final OwnAccount OWN = new OwnAccount(CamtFile.IBAN, EUR);
  private static final String MT940 =
      """
      {1:F01CAIXESBBAXXX0000000000}{2:O9400000}{4:
      :20:20260602
      :25:21000418450200051332
      :28C:6/1
      :60F:C260601EUR100,00
      :61:2606010601CR150,50NTRFNONREF//B1
      :86:166?00TRANSFER?20RF18 pago?32Lucía Fe?33rrer SL?31DE89370400440532013000
      :61:2606020602DR1,80NMSCNONREF//B2
      :86:005?20Café Sol
      :61:2606020602DR1,80NMSCNONREF//B3
      :86:005?20Café Sol
      :62F:C260602EUR246,90
      -}
      """;
  private static final String SGML =
      """
      OFXHEADER:100
      DATA:OFXSGML
      ENCODING:USASCII
      CHARSET:1252

      <OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS></SONRS></SIGNONMSGSRSV1>
      <BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR
      <BANKACCTFROM><BANKID>2100<ACCTID>0418450200051332<ACCTTYPE>CHECKING</BANKACCTFROM>
      <BANKTRANLIST><DTSTART>20260601<DTEND>20260602
      <STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260601120000[+1:CET]<TRNAMT>150.50<FITID>B1
      <NAME>Lucía Ferrer SL<BANKACCTTO><BANKID>x<ACCTID>DE89370400440532013000</BANKACCTTO>
      <MEMO>RF18 pago</STMTTRN>
      <STMTTRN><TRNTYPE>POS<DTPOSTED>20260602<TRNAMT>-1.80<FITID>B2<MEMO>Café Sol</STMTTRN>
      <STMTTRN><TRNTYPE>POS<DTPOSTED>20260602<TRNAMT>-1.80<FITID>B3<MEMO>Café Sol</STMTTRN>
      </BANKTRANLIST><LEDGERBAL><BALAMT>246.90<DTASOF>20260602</LEDGERBAL>
      </STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
      """;

  private static String xml() {
    var body = SGML.substring(SGML.indexOf("<OFX>"));
    var ended = body.replaceAll("<([A-Z]+)>([^<\\s][^<\\n]*)", "<$1>$2</$1>");
    return "<?xml version=\"1.0\"?>\n<?OFX OFXHEADER=\"200\" VERSION=\"211\"?>\n" + ended;
  }

  private static BankStatement read(byte[] bytes) {
    return BankFile.read(OWN, bytes, null).orFail() instanceof BankFile.Read(var read, var faults)
            && faults.isEmpty()
        ? read
        : null;
  }

  private static BankStatement camt() {
    return new CamtFile()
        .balances("100.00", "246.90")
        .entry(
            "2026-06-01",
            "150.50",
            "CRDT",
            "BOOK",
            "B1",
            details("Dbtr", "Lucía Ferrer SL", "DE89370400440532013000", "RF18 pago"))
        .entry("2026-06-02", "1.80", "DBIT", "BOOK", "B2", details("Cdtr", "", "", "Café Sol"))
        .entry("2026-06-02", "1.80", "DBIT", "BOOK", "B3", details("Cdtr", "", "", "Café Sol"))
        .read();
  }

  private static String details(String who, String name, String account, String words) {
    return """
    <NtryDtls><TxDtls><RltdPties><%1$s><Nm>%2$s</Nm></%1$s><%1$sAcct><Id><IBAN>%3$s</IBAN></Id></%1$sAcct>\
    </RltdPties><RmtInf><Ustrd>%4$s</Ustrd></RmtInf></TxDtls></NtryDtls>
    """
        .formatted(who, name, account, words);
  }

  @Test
  void allGiveTheSameLines() {
    var lines = camt().lines();
    assertThat(lines).hasSize(3);
    assertThat(read(MT940.getBytes(UTF_8)).lines()).isEqualTo(lines);
    assertThat(read(MT940.getBytes(ISO_8859_1)).lines()).isEqualTo(lines);
    assertThat(read(SGML.getBytes(ISO_8859_1)).lines()).isEqualTo(lines);
    assertThat(read(xml().getBytes(UTF_8)).lines()).isEqualTo(lines);
    var csv =
        """
        Fecha;Concepto;Ordenante;IBAN;Importe;Referencia
        01/06/2026;RF18 pago;Lucía Ferrer SL;DE89370400440532013000;150,50;B1
        02/06/2026;Café Sol;;;-1,80;B2
        02/06/2026;Café Sol;;;-1,80;B3
        """
            .getBytes(ISO_8859_1);
    var table = BankFile.read(OWN, csv, null).orFail();
    var columns = CsvColumns.guessed(((BankFile.Unnamed) table).table());
    var read = (BankFile.Read) BankFile.read(OWN, csv, columns).orFail();
    assertThat(read.statement().lines()).isEqualTo(lines);
  }

  @Test
  void balancesAreReadWhereTheyAre() {
    var swift = read(MT940.getBytes(UTF_8));
    assertThat(swift.opening()).isEqualTo(new Money(10_000, EUR));
    assertThat(swift.closing()).isEqualTo(new Money(24_690, EUR));
    assertThat(read(SGML.getBytes(UTF_8)).closing()).isEqualTo(new Money(24_690, EUR));
    assertThat(why(MT940.replace("246,90", "246,91"))).isEqualTo("banking.file.balances");
  }

  @Test
  void aStatementSpeaksForQuietDaysToo() {
    assertThat(read(MT940.replace("C260602EUR246", "C260630EUR246").getBytes(UTF_8)).to())
        .isEqualTo("2026-06-30");
    var month = SGML.replace("<DTEND>20260602", "<DTEND>20260630");
    assertThat(read(month.getBytes(UTF_8)).to()).isEqualTo("2026-06-30");
    assertThat(read(month.replace("<SONRS>", "<SONRS><DTSERVER>20260630").getBytes(UTF_8)).to())
        .isEqualTo("2026-06-29");
    assertThat(read(month.replace("<DTEND>20260630", "<DTEND>0").getBytes(UTF_8)).to())
        .isEqualTo("2026-06-02");
    assertThat(camt().to()).isEqualTo("2026-06-02");
  }

  private static String why(String text) {
    return BankFile.read(OWN, text.getBytes(UTF_8), null)
        .fold(done -> "", refusal -> refusal.key());
  }

  @ParameterizedTest
  @CsvSource({
    "EUR246, EURX, banking.file.amount",
    "C260601EUR, C260601USD, banking.file.other-currency",
    "21000418450200051332, 21000418450200059999, banking.file.other-account",
    "2606020602DR, 2613020602DR, banking.file.date",
    "NTRFNONREF, , banking.file.incomplete",
    ":25:21000418450200051332, :21:x, banking.file.no-account"
  })
  void whatIsWrongInMt940IsSaid(String there, String instead, String said) {
    var other = instead == null ? "" : instead;
    assertThat(why(MT940.replace(there, other))).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "<CURDEF>EUR, <CURDEF>USD, banking.file.other-currency",
    "0418450200051332, 0418450200059999, banking.file.other-account",
    "<TRNAMT>150.50, <TRNAMT>150.5O, banking.file.amount",
    "<DTPOSTED>20260601, <DTPOSTED>20261301, banking.file.date",
    "<TRNAMT>150.50, , banking.file.incomplete",
    "<STMTRS>, <STMTRS><!ENTITY x>, banking.file.doctype",
    "</STMTRS>, <STMTRS, banking.file.broken"
  })
  void whatIsWrongInOfxIsSaid(String there, String instead, String said) {
    assertThat(why(SGML.replace(there, instead == null ? "" : instead))).isEqualTo(said);
  }

  @Test
  void mt940SaysWhoAndWhatInThreeWays() {
    assertThat(Mt940Words.of("/EREF/E1//CNTP/NL91ABNA0417164300/ABNANL2A/Jan//REMI/USTD//Huur"))
        .isEqualTo(new Mt940Words("Jan", "NL91ABNA0417164300", List.of("Huur"), "E1/"));
    assertThat(Mt940Words.of("166?20EREF+E-1 SVWZ+Miete ?21Juni?32Ana").words())
        .containsExactly("Miete  Juni");
    assertThat(Mt940Words.of("Recibo luz\nJunio").words()).containsExactly("Recibo luz Junio");
  }

  @Test
  void theYearOfBookingIsTheOneNextToTheDayOfValue() {
    var around =
        MT940
            .replace(":61:2606010601CR", ":61:2512310102CR")
            .replace("260601EUR100", "251231EUR100");
    assertThat(read(around.getBytes(UTF_8)).lines().getFirst().day())
        .isEqualTo(LocalDate.of(2026, 1, 2));
  }

  @Test
  void rowsThatCantBeReadAreSaidAndTheOthersRead() {
    var csv = "Fecha;Concepto;Importe\n01/06/2026;a;1,00\n31/02/2026;b;2,00\n03/06/2026;c;x\n";
    var table = (BankFile.Unnamed) BankFile.read(OWN, csv.getBytes(UTF_8), null).orFail();
    var guessed = CsvColumns.guessed(table.table());
    var read = (BankFile.Read) BankFile.read(OWN, csv.getBytes(UTF_8), guessed).orFail();
    assertThat(read.statement().lines()).hasSize(1);
    assertThat(read.faults())
        .extracting(f -> f.key())
        .containsExactly("banking.csv.day", "banking.csv.amount");
  }

  @Test
  void aFileThatIsTooLargeIsNotEvenLookedAt() {
    assertThat(BankFile.read(OWN, new byte[BankFile.LARGEST + 1], null))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aNameWithThoseLettersMakesNoOfx() {
    var camt = new CamtFile().balances("0.00", "5.00").credit("2026-06-01", "5.00", "x", null, "y");
    var text = camt.text().replace("<MsgId>M1<", "<MsgId>ROOFX GMBH<");
    assertThat(read(text.getBytes(UTF_8)).lines()).hasSize(1);
  }

  @Test
  void aRowOfWordsThatBeginsWithADashGoesOn() {
    var text = MT940.replace(":86:005?20Café Sol\n:61:", ":86:Café\n- Sol, mesa 4\n:61:");
    var statement = read(text.getBytes(UTF_8));
    assertThat(statement.lines()).hasSize(3);
    assertThat(statement.closing()).isEqualTo(Money.of(24_690, "EUR"));
    assertThat(statement.lines().get(1).words()).contains("mesa 4");
  }

  private static String page(String day, String opening, String closing) {
    return """
    :20:1
    :25:%s
    :28C:1
    :60F:C%3$sEUR%4$s
    :61:%3$sC10,00NTRFNONREF//%3$s
    :86:x
    :62F:C%3$sEUR%5$s
    -
    """
        .formatted(CamtFile.IBAN, "", day, opening, closing);
  }

  @Test
  void statementsThatComeBackwardsAreReadByTheirBalances() {
    var last = page("260602", "110,00", "120,00");
    var first = page("260601", "100,00", "110,00");
    for (var text : List.of(first + last, last + first)) {
      var statement = read(text.getBytes(UTF_8));
      assertThat(statement.opening()).isEqualTo(Money.of(10_000, "EUR"));
      assertThat(statement.closing()).isEqualTo(Money.of(12_000, "EUR"));
    }
    var gap = page("260605", "300,00", "310,00");
    var broken = read((gap + first).getBytes(UTF_8));
    assertThat(broken.opening()).isEqualTo(Money.of(10_000, "EUR"));
    assertThat(broken.closing()).isEqualTo(Money.of(31_000, "EUR"));
    var camt =
        new CamtFile().balances("110.00", "120.00").credit("2026-06-02", "10.00", "x", null, "y");
    var older =
        new CamtFile().balances("100.00", "110.00").credit("2026-06-01", "10.00", "x", null, "y");
    var statements = older.text();
    var inner = statements.substring(statements.indexOf("<Stmt>"), statements.indexOf("</BkTo"));
    var both = camt.text().replace("</Stmt>", "</Stmt>" + inner);
    assertThat(read(both.getBytes(UTF_8)).opening()).isEqualTo(Money.of(10_000, "EUR"));
  }
}

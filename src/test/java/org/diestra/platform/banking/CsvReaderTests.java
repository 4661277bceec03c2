package org.diestra.platform.banking;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.diestra.money.ledger.Books.eur;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTests {
  private static final String SPANISH =
      """
      Cuenta;ES91 2100 0418 4502 0005 1332
      ;
      Fecha operación;Fecha valor;Concepto;Ordenante;IBAN ordenante;Importe
      01/06/2026;01/06/2026;"Pago; RF18 1234";Librería Ñandú;DE89 3704 0044 0532 0130 00;1.234,50
      02/06/2026;02/06/2026;Comisión;;;-3,00 €
      ;;;;Saldo final;9.999,00
      """;

  private static BankStatement read(byte[] bytes) throws Unreadable {
    var table = CsvTable.read(bytes);
    return CsvReader.read(CamtFile.account("EUR"), table, CsvColumns.guessed(table)).orFail();
  }

  private static String refusal(String text) throws Unreadable {
    var table = CsvTable.read(text.getBytes(UTF_8));
    return CsvReader.read(CamtFile.account("EUR"), table, CsvColumns.guessed(table))
        .fold(done -> "", why -> why.key() + why.args());
  }

  @Test
  void aSpanishBanksFileIsReadInAnyLetters() throws Unreadable {
    var body = SPANISH.replace(";;;;Saldo final;9.999,00\n", "");
    for (var bytes :
        List.of(
            body.getBytes(UTF_8),
            ("\uFEFF" + body).getBytes(UTF_8),
            body.getBytes(Charset.forName("windows-1252")),
            body.replace("\n", "\r\n").getBytes(UTF_8))) {
      var lines = read(bytes).lines();
      assertThat(lines).extracting(BankLine::amount).containsExactly(eur(123_450), eur(-300));
      assertThat(lines.getFirst().day()).isEqualTo(LocalDate.of(2026, 6, 1));
      assertThat(lines.getFirst().party()).isEqualTo("Librería Ñandú");
      assertThat(lines.getFirst().account()).isEqualTo("DE89370400440532013000");
      assertThat(lines.getFirst().words()).isEqualTo("Pago; RF18 1234");
    }
  }

  @Test
  void anEnglishOneWithTwoColumnsOfAmounts() throws Unreadable {
    var lines =
        read("""
        Date,Description,Money out,Money in,Reference
        2026-06-01,"He said ""hi"\"",0.00,"1,234.50",T1
        2026-06-02,Fee,12.5,,T2
        2026-06-02,Nothing,0.00,0.00,T3
        """
                .getBytes(UTF_8))
            .lines();
    assertThat(lines).extracting(BankLine::amount).containsExactly(eur(123_450), eur(-1_250));
    assertThat(lines.getFirst().words()).isEqualTo("He said \"hi\"");
    assertThat(lines.getFirst().bank()).isEqualTo("T1");
  }

  @Test
  void tabsAndAmericanDays() throws Unreadable {
    var table =
        CsvTable.read(
            "Date\tAmount\tText\n06/30/2026\t(5.00)\ta\n12/31/2026\t5\tb\n".getBytes(UTF_8));
    var columns = CsvColumns.guessed(table);
    assertThat(columns.days()).isEqualTo("MM/dd/uuuu");
    assertThat(CsvColumns.of(columns.text())).isEqualTo(columns);
    assertThat(columns.fits(table)).isTrue();
    var lines = CsvReader.read(CamtFile.account("EUR"), table, columns).orFail().lines();
    assertThat(lines).extracting(BankLine::amount).containsExactly(eur(-500), eur(500));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EUR -12,50 | -1250",
        "€ -12,50 | -1250",
        "€-1,250.00 | -125000",
        "12,50- EUR | -1250",
        "12,50-€ | -1250",
        "-€12,50 | -1250",
        "-3,00 € | -300",
        "(5.00) | -500",
        "€(5.00) | -500",
        "+5,00 | 500",
        "5,00+ | 500",
        "1 234,50 EUR | 123450",
        "-\u00a01\u202f234,50\u00a0€ | -123450",
        "\u22121.234,50 | -123450",
        "5,00 EUR - | -500",
        "1\u2019234.50 | 123450"
      })
  void aSignIsFoundWhereverABankWritesIt(String typed, long cents) throws Unreadable {
    var file = "Fecha;Concepto;Importe\n01/06/2026;a;" + typed + "\n";
    assertThat(read(file.getBytes(UTF_8)).lines())
        .extracting(BankLine::amount)
        .containsExactly(eur(cents));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--5,00", "-5,00-", "(5,00", "5,00)", "+-5,00", "-(5,00)", "5-00", "1abc2"})
  void whatHasNoClearSignIsRefused(String typed) throws Unreadable {
    assertThat(refusal("Fecha;Concepto;Importe\n01/06/2026;a;" + typed + "\n"))
        .startsWith("banking.csv.amount");
  }

  @Test
  void whatIsTakenBackStandsBelowZeroAmongWhatCameIn() throws Unreadable {
    var file = "Fecha;Concepto;Abono;Cargo\n01/06/2026;a;-5,00;\n01/06/2026;b;;-7,00\n";
    assertThat(read(file.getBytes(UTF_8)).lines())
        .extracting(BankLine::amount)
        .containsExactly(eur(-500), eur(-700));
  }

  @Test
  void linesInAnotherCurrencyOrOnTheirWayAreRefused() throws Unreadable {
    var head = "Date;Description;Amount;Currency;State\n";
    var done = "2026-06-01;a;1.00;EUR;COMPLETED\n";
    assertThat(refusal(head + done)).isEmpty();
    assertThat(refusal(head + done + "2026-06-01;b;2.00;USD;COMPLETED\n"))
        .isEqualTo("banking.file.other-currency[USD, 3]");
    assertThat(refusal(head + done + "2026-06-01;b;2.00;EUR;REVERTED\n"))
        .isEqualTo("banking.csv.states[State, COMPLETED, REVERTED]");
    assertThat(refusal(head + "2026-06-01;b;2.00;EUR;PENDING\n"))
        .isEqualTo("banking.csv.states[State, PENDING]");
  }

  @Test
  void whatIsWrongIsToldWithItsLine() throws Unreadable {
    var head = "Fecha;Concepto;Importe\n01/06/2026;a;1,00\n";
    assertThat(refusal(head + "31/06/2026;b;1,00\n")).isEqualTo("banking.csv.day[3, 31/06/2026]");
    assertThat(refusal(head + "01/06/2026;b;uno\n")).isEqualTo("banking.csv.amount[3, uno]");
    assertThat(refusal(head + "01/06/2026;b;1,00 USD\n"))
        .isEqualTo("banking.file.other-currency[1,00 USD, 3]");
    assertThat(refusal(head + ";b;1,00\n")).isEqualTo("banking.csv.day[3, ]");
  }

  @Test
  void whatIsNoTableIsRefused() {
    assertThat(why("")).isEqualTo("banking.csv.no-table");
    assertThat(why("just words")).isEqualTo("banking.csv.no-table");
    assertThat(why(new String(SPANISH.getBytes(UTF_16), ISO_8859_1)))
        .isEqualTo("banking.csv.no-table");
    assertThat(why("a;b\n\"c;d\n")).isEqualTo("banking.csv.quote");
    assertThat(why("a;b\n" + "x;".repeat(100) + "\n")).isEqualTo("banking.csv.wide");
    assertThat(why("a;b\n" + "x;y\n".repeat(BankStatement.MOST_LINES + 100)))
        .isEqualTo("banking.file.too-many");
  }

  private static String why(String text) {
    var thrown = catchThrowableOfType(Unreadable.class, () -> CsvTable.read(text.getBytes(UTF_8)));
    return thrown.why().key();
  }

  @Test
  void noBrokenBytesDoAnythingButBeRefused() {
    var random = new Random(7);
    var good = SPANISH.getBytes(UTF_8);
    for (int i = 0; i < 3_000; i++) {
      var bytes = good.clone();
      for (int n = random.nextInt(6); n >= 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      assertThat(outcome(bytes)).matches("done|banking\\.(csv|file)\\..*");
    }
  }

  private static String outcome(byte[] bytes) {
    try {
      var table = CsvTable.read(bytes);
      return switch (CsvReader.read(CamtFile.account("EUR"), table, CsvColumns.guessed(table))) {
        case Outcome.Done<BankStatement> done -> "done";
        case Outcome.Refused<BankStatement>(Refusal why) -> why.key();
      };
    } catch (Unreadable unreadable) {
      return unreadable.why().key();
    }
  }
}

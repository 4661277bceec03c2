package org.diestra.platform.banking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CamtReaderTests {
  private static final String FROM = "DE89370400440532013000";

  @ParameterizedTest
  @ValueSource(strings = {"02", "04", "06", "08", "10", "13"})
  void everyEditionIsRead(String edition) {
    var read =
        new CamtFile()
            .edition(edition)
            .balances("100.00", "225.50")
            .credit("2026-06-01", "150.50", "Lucía Ferrer SL", FROM, "RF18 pago")
            .debit("2026-06-01", "25", "E2E-1", "Comisión")
            .read();
    assertThat(read.opening()).isEqualTo(eur(10_000));
    assertThat(read.closing()).isEqualTo(eur(22_550));
    var in = read.lines().getFirst();
    assertThat(in.day()).isEqualTo(LocalDate.of(2026, 6, 1));
    assertThat(in.amount()).isEqualTo(eur(15_050));
    assertThat(in.party()).isEqualTo("Lucía Ferrer SL");
    assertThat(in.account()).isEqualTo(FROM);
    assertThat(in.words()).isEqualTo("RF18 pago");
    assertThat(read.lines().getLast().amount()).isEqualTo(eur(-2_500));
    assertThat(read.lines().getLast().endToEnd()).isEqualTo("E2E-1");
  }

  @Test
  void onlyWhatIsBookedCounts() {
    var read =
        new CamtFile()
            .entry("2026-06-01", "10.00", "CRDT", "PDNG", "A", "")
            .entry("2026-06-01", "11.00", "CRDT", "INFO", "B", "")
            .entry("2026-06-01", "12.00", "CRDT", "BOOK", "C", "")
            .read();
    assertThat(read.lines()).extracting(BankLine::amount).containsExactly(eur(1_200));
  }

  @Test
  void aBatchIsTakenApartWhereItsPartsAddUp() {
    var file = new CamtFile();
    var parts = part("60.00", "Ana", "uno") + part("40.00", "Bea", "dos");
    file.entry("2026-06-01", "100.00", "CRDT", "BOOK", "BATCH", details(parts));
    file.entry("2026-06-01", "90.00", "CRDT", "BOOK", "LOOSE", details(parts));
    var lines = file.read().lines();
    assertThat(lines)
        .extracting(BankLine::amount)
        .containsExactly(eur(6_000), eur(4_000), eur(9_000));
    assertThat(lines).extracting(BankLine::party).containsExactly("Ana", "Bea", "");
    assertThat(lines.getLast().words()).isEqualTo("uno dos");
    assertThat(lines.stream().map(BankLine::content).distinct()).hasSize(3);
  }

  private static String details(String parts) {
    return "<NtryDtls>" + parts + "</NtryDtls>";
  }

  private static String part(String amount, String name, String words) {
    return """
    <TxDtls><Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Nm>%s</Nm>\
    </Dbtr></RltdPties><RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls>\
    """
        .formatted(amount, name, words);
  }

  @Test
  void whatCameBackNamesWhoItWentTo() {
    var file = new CamtFile();
    file.entry(
        "2026-06-01",
        "10.00",
        "CRDT",
        "BOOK",
        "R",
        """
        <RvslInd>true</RvslInd><NtryDtls><TxDtls><Refs><EndToEndId>BACK1</EndToEndId></Refs>
        <RltdPties><Dbtr><Nm>Casa de Prueba</Nm></Dbtr><Cdtr><Nm>Lucía</Nm></Cdtr></RltdPties>
        <RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls></NtryDtls>
        """);
    var line = file.read().lines().getFirst();
    assertThat(line.party()).isEqualTo("Lucía");
    assertThat(line.endToEnd()).isEqualTo("BACK1");
    assertThat(line.amount()).isEqualTo(eur(1_000));
  }

  @Test
  void balancesAreHeldAgainstTheLines() {
    var file =
        new CamtFile().balances("-5.00", "95.00").credit("2026-06-01", "100.01", "A", FROM, "x");
    assertThat(CamtFile.refusal(file.text())).isEqualTo("banking.file.balances");
    var right =
        new CamtFile().balances("-5.00", "95.00").credit("2026-06-01", "100.00", "A", FROM, "x");
    assertThat(right.read().opening()).isEqualTo(eur(-500));
  }

  @Test
  void anotherAccountOrCurrencyIsRefused() {
    var other = new CamtFile().of("DE89370400440532013000", "EUR");
    assertThat(CamtFile.refusal(other.text())).isEqualTo("banking.file.other-account");
    var dollars = new CamtFile().of(CamtFile.IBAN, "USD");
    assertThat(CamtFile.refusal(dollars.text())).isEqualTo("banking.file.other-currency");
    var mixed =
        new CamtFile()
            .credit("2026-06-01", "1.00", "A", FROM, "x")
            .text()
            .replace("<Amt Ccy=\"EUR\">1.00", "<Amt Ccy=\"GBP\">1.00");
    assertThat(CamtFile.refusal(mixed)).isEqualTo("banking.file.other-currency");
    var none = new CamtFile().text().replaceAll("<Acct>.*</Acct>", "");
    assertThat(CamtFile.refusal(none)).isEqualTo("banking.file.no-account");
  }

  @Test
  void whatIsNoStatementIsRefusedByName() {
    assertThat(CamtFile.refusal("")).isEqualTo("banking.file.not-xml");
    assertThat(CamtFile.refusal("<html/>")).isEqualTo("banking.file.not-camt");
    var intraday = new CamtFile().text().replace("camt.053", "camt.052");
    assertThat(CamtFile.refusal(intraday)).isEqualTo("banking.file.other-message");
    var text = new CamtFile().credit("2026-06-01", "1.00", "A", FROM, "x").text();
    assertThat(CamtFile.refusal(text.substring(0, text.length() - 40)))
        .isEqualTo("banking.file.not-xml");
    assertThat(CamtFile.refusal(text.replace("1.00<", "1.001<"))).isEqualTo("banking.file.amount");
    assertThat(CamtFile.refusal(text.replace("1.00<", "1E9<"))).isEqualTo("banking.file.amount");
    assertThat(CamtFile.refusal(text.replace("2026-06-01", "2026-02-30")))
        .isEqualTo("banking.file.date");
    assertThat(CamtFile.refusal(text.replaceAll("<CdtDbtInd>.*?</CdtDbtInd>", "")))
        .isEqualTo("banking.file.incomplete");
  }

  @Test
  void documentTypesAndEntitiesAreRefusedBeforeTheyDoAnything() {
    var text = new CamtFile().credit("2026-06-01", "1.00", "A", FROM, "&lol;").text();
    var bomb =
        """
        <!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
        <!ENTITY lol "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
        """;
    assertThat(CamtFile.refusal(text.replaceFirst("\n", "\n" + bomb)))
        .isIn("banking.file.doctype", "banking.file.not-xml");
    var outside = "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">";
    assertThat(CamtFile.refusal(text.replaceFirst("\n", "\n" + outside)))
        .isIn("banking.file.doctype", "banking.file.not-xml");
    assertThat(CamtFile.refusal(text)).isIn("banking.file.doctype", "banking.file.not-xml");
  }

  @Test
  void tooDeepTooManyAndTooLongAreBounded() {
    var deep = new CamtFile().entry("2026-06-01", "1.00", "CRDT", "BOOK", "", "<X>".repeat(100));
    assertThat(CamtFile.refusal(deep.text())).isEqualTo("banking.file.deep");
    var many = new CamtFile();
    for (int i = 0; i <= BankStatement.MOST_LINES; i++) {
      many.entry("2026-06-01", "1.00", "CRDT", "BOOK", "", "");
    }
    assertThat(CamtFile.refusal(many.text())).isEqualTo("banking.file.too-many");
    var wordy = new CamtFile().credit("2026-06-01", "1.00", "A", FROM, "\u20ac".repeat(500_000));
    assertThat(wordy.read().lines().getFirst().words()).hasSize(1_000);
  }

  @Test
  void aStreamThatNeverEndsIsGivenUpWhenItHasTooMany() {
    var whole = new CamtFile().credit("2026-06-01", "1.00", "A", FROM, "x").text();
    int at = whole.indexOf("<Ntry>");
    var entry = whole.substring(at, whole.indexOf("</Ntry>") + 7).getBytes(UTF_8);
    var endless =
        new InputStream() {
          private int i;

          @Override
          public int read() {
            return entry[i++ % entry.length];
          }
        };
    var stream =
        new SequenceInputStream(
            new ByteArrayInputStream(whole.substring(0, at).getBytes(UTF_8)), endless);
    var outcome = CamtReader.read(CamtFile.account("EUR"), stream);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
  }

  /** Whatever bytes are changed: lines within bounds, or a refusal with words for it. */
  @Test
  void noBrokenBytesDoAnythingButBeRefused() {
    var random = new Random(53);
    var file = new CamtFile().balances("0.00", "3.00");
    file.credit("2026-06-01", "1.00", "Ana", FROM, "uno")
        .entry(
            "2026-06-01",
            "2.00",
            "CRDT",
            "BOOK",
            "B",
            details(part("1.00", "A", "x") + part("1.00", "B", "y")));
    var good = file.bytes();
    int refused = 0;
    for (int i = 0; i < 4_000; i++) {
      var bytes = good.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      var cut =
          random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
      switch (CamtFile.read(cut)) {
        case Outcome.Refused<BankStatement>(var why) -> {
          refused++;
          assertThat(why.key()).startsWith("banking.file.");
        }
        case Outcome.Done<BankStatement>(var read) -> {
          var sum = read.lines().stream().map(BankLine::amount).reduce(eur(0), Money::plus);
          assertThat(read.lines()).hasSizeBetween(0, 3);
          assertThat(
                  read.opening() == null
                      || read.closing() == null
                      || read.opening().plus(sum).equals(read.closing()))
              .isTrue();
        }
      }
    }
    assertThat(refused).isGreaterThan(1_000);
  }
}

package org.diestra.office.journals;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import org.diestra.office.journals.JournalReader.Read;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a journal, and what is named with its line. */
class JournalReaderTests {
  private static final Currency EUR = Currency.getInstance("EUR");

  private static Read read(String text) {
    return JournalReader.read(text.getBytes(UTF_8), EUR);
  }

  private static List<Long> cents(Read read) {
    assertThat(read.faults()).isEmpty();
    return read.transactions().getFirst().postings().stream().map(p -> p.amount().minor()).toList();
  }

  @Test
  void aJournalAsPeopleWriteIt() {
    var read =
        read(
            """
            ; my books
            # another comment
            account assets:bank  ; type: C
            account expenses:food
            commodity EUR 1.000,00
            payee Cafe Sol

            comment
            2026-01-01 not this
              a  1
            end comment

            2026/1/5=2026/1/6 ! (R-1) Cafe Sol | breakfast  ; with Ana
                ; a comment of its own
                expenses:food      1.234,50 EUR  ; two of them
                * assets:bank

            2026-01-02 Opening
                assets:bank    EUR 2.000
                equity:opening    -2.000,00 EUR
            P 2026-01-03 USD 0,90 EUR
            """);
    assertThat(read.faults()).isEmpty();
    assertThat(read.transactions())
        .extracting(Transaction::text)
        .containsExactly("Opening", "Cafe Sol | breakfast");
    var coffee = read.transactions().getLast();
    assertThat(coffee.day()).isEqualTo("2026-01-05");
    assertThat(coffee.line()).isEqualTo(13);
    assertThat(coffee.debits()).isEqualTo(new Money(123_450, EUR));
    assertThat(coffee.postings())
        .extracting(Transaction.Posting::note)
        .containsExactly("two of them", "");
    assertThat(read.accounts()).containsEntry("assets:bank", " type: C ".stripTrailing() + " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 | 1200",
        "-3 EUR | -300",
        "€12.5 | 1250",
        "EUR -12,50 | -1250",
        "-€12.50 | -1250",
        "1.234,5 | 123450",
        "1,234.50 | 123450",
        "1 234,50 EUR | 123450",
        "1.000.000 | 100000000",
        "10 USD @ 0.8547 | 855",
        "-10 USD @@ 8.55 EUR | -855",
        "3 \"Obra 7\" @ 10 | 3000",
        "12.500 USD @@ 9 | -1",
      })
  void amountsAreReadAsTheyAreWritten(String typed, long minor) {
    var read = read("2026-01-01 x\n  a  " + typed + "\n  b\n");
    if (minor == -1) { // could be twelve and a half, or twelve thousand and a half
      assertThat(read.faults()).extracting(Refusal::key).containsExactly("journals.fault.mark");
    } else {
      assertThat(cents(read)).containsExactly(minor, -minor);
    }
  }

  @Test
  void whatWasInAnotherCurrencyIsNoted() {
    var read = read("2026-01-01 x\n  a  -10 USD @ 0.8547  ; by card\n  b\n");
    assertThat(read.transactions().getFirst().postings().getFirst().note())
        .isEqualTo("-10 USD; by card");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "include other.journal | directive | 1",
        "alias a=b | directive | 1",
        "= expenses | directive | 1",
        "~ monthly | directive | 1",
        "Y2026 | directive | 1",
        "'  a  1' | alone | 1",
        "01-05 x; a  1; b | date | 1",
        "2026-02-30 x; a  1; b | date | 1",
        "2026-01-01 x; a  1; b  -2 | unbalanced | 1",
        "2026-01-01 x; a; b | elided | 1",
        "2026-01-01 x | postings | 1",
        "2026-01-01 x; (a)  1 | virtual | 2",
        "2026-01-01 x; a  1,000; b | mark | 2",
        "2026-01-01 x; a  1.005 EUR; b | mark | 2",
        "2026-01-01 x; a  1.0055; b | fine | 2",
        "2026-01-01 x; a  6000000000000; b  6000000000000; c  -6000000000000; d | fine | 1",
        "2026-01-01 x; assets:  1; b | account | 2",
        "2026-01-01 x; a\bb  1; c | account | 2",
        "2026-01-01 x; a  10 USD; b | price | 2",
        "2026-01-01 x; a  10 @ 2 USD; b | price | 2",
        "2026-01-01 x; a  ten; b | amount | 2",
        "2026-01-01 x; a  1 = 2; b | assertion | 2",
        "2026-01-01 x; a  = 2; b | assignment | 2",
        "2026-01-01 x; a  1 ==* 1; b | assertion.kind | 2",
      })
  void whatIsNotReadIsNamedWithItsLine(String text, String fault, int line) {
    var read = read(text.replace("; ", "\n  ").replace("|", ";"));
    assertThat(read.faults()).hasSize(1);
    assertThat(read.faults().getFirst().key()).isEqualTo("journals.fault." + fault);
    assertThat(read.faults().getFirst().args().getFirst()).isEqualTo(line);
  }

  @Test
  void eachFaultIsNamedAndTheOthersAreReadOn() {
    var read = read("include x\n\n2026-01-01 a\n  b  1\n  c\n\nfoo\n2026-01-02 d\n  e  x\n  f\n");
    assertThat(read.faults()).extracting(r -> r.args().getFirst()).containsExactly(1, 7, 9);
    assertThat(read.transactions()).hasSize(1);
  }

  @Test
  void balancesAreCheckedByDayAndThenAsTheyStand() {
    var text =
        """
        2026-01-03 later
            a  5 = 15
            b
        2026-01-01 first
            a  10 = 10
            b
        2026-01-04 * Balance
            a  0 = 15
            b  0 == -15
        """;
    var read = read(text);
    assertThat(read.faults()).isEmpty();
    assertThat(read.transactions()).hasSize(2);
    assertThat(read.checks()).isEqualTo(1);
    assertThat(read(text.replace("= 15", "= 16")).faults()).hasSize(2);
  }

  @Test
  void whatIsVeryLargeIsRefusedAndNotHeld() {
    var transaction = "2026-01-01 x\n" + " a  1\n b  -1\n".repeat(100);
    var large = read(transaction.repeat(301));
    assertThat(large.faults()).extracting(Refusal::key).containsExactly("journals.fault.lines");
    assertThat(large.transactions()).hasSize(300);
    var names = new StringBuilder("2026-01-01 x\n");
    for (int i = 0; i < 199; i++) {
      names.append(" n").append(i).append("  1\n");
    }
    var many =
        names
            + " z\n"
            + names.toString().replace(" n", " m")
            + " z\n"
            + names.toString().replace(" n", " o")
            + " z\n";
    assertThat(read(many).faults())
        .extracting(Refusal::key)
        .containsExactly("journals.fault.accounts");
  }

  @Test
  void otherLettersAreRefusedAndWindowsLinesAreNot() {
    var text = "2026-01-01 Café\r\n  a  1\r\n  b\r\n";
    assertThat(cents(read("\uFEFF" + text))).containsExactly(100L, -100L);
    assertThat(JournalReader.read(text.getBytes(ISO_8859_1), EUR).faults())
        .extracting(Refusal::key)
        .containsExactly("journals.fault.letters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0\0\0",
        "2026-01-01",
        "2026-01-01 x\n a  @\n b",
        "2026-01-01 x\n a  1 @ @ 2\n b",
        "2026-01-01 x\n a  999999999999999999999999 \n b",
        "2026-01-01 x\n   ;\n",
        "commodity\naccount\ndecimal-mark\n",
        "comment\nnever ends",
        ";",
        "2026-01-01 x\n a  -\n b",
        "2026-01-01 x\n a  1.,1.,1 EUR EUR\n b",
        "2026-01-01 x\n a  1 = = 2\n b"
      })
  void nothingBreaksIt(String text) {
    assertThat(read(text)).isNotNull();
  }
}

package org.diestra.office.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.diestra.office.fields.Settings.Choice;
import org.diestra.platform.base.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed into fields, in whichever manner. */
class FieldsTests {
  private static final Manner ES = Manner.of(Locale.of("es"));
  private static final Manner EN = Manner.of(Locale.ENGLISH);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NUMBER | es | 1.234,5 | 1234.5",
        "NUMBER | es | 1,234.5 | 1234.5",
        "NUMBER | es | 1.234 | 1234",
        "NUMBER | en | 1.234 | 1.234",
        "NUMBER | en | 1,234 | 1234",
        "NUMBER | es | 12.5 | 12.5",
        "NUMBER | es | 1.234.567 | 1234567",
        "NUMBER | es | 1 234 567,25 | 1234567.25",
        "NUMBER | en | -0,50 | -0.5",
        "NUMBER | en | ١٢٣٤٫٥ | 1234.5",
        "NUMBER | en | −7 | -7",
        "NUMBER | es | 1,2,3 | !",
        "NUMBER | es | 12.34.567 | !",
        "NUMBER | es | 1e5 | !",
        "NUMBER | es | 1234567890123456789 | !",
        "NUMBER | es | 1,23456789 | !",
        "MONEY | es | 1.234,50 € | 1234.50",
        "MONEY | en | EUR 12 | 12.00",
        "MONEY | en | $12 | !",
        "MONEY | es | 12,3456 | !",
        "NUMBER | es | 12 5 | !",
        "NUMBER | es | 3 4 | !",
        "NUMBER | es | 1 234 56 | !",
        "NUMBER | es | - 1 234,5 | -1234.5",
        "MONEY | es | -€12 | -12.00",
        "MONEY | es | 1 234 567 € | 1234567.00",
        "MONEY | es | 12 EUR 5 USD | !",
        "MONEY | es | 10 € 50 | !",
        "MONEY | es | 10€500 | !",
        "DATE | es | 3/5/2026 | 2026-05-03",
        "DATE | en | 2026-05-03 | 2026-05-03",
        "DATE | es | 03.05.26 | 2026-05-03",
        "DATE | es | 03.05.71 | 1971-05-03",
        "DATE | es | 3 de mayo de 2026 | 2026-05-03",
        "DATE | en | 3 Sept 2026 | 2026-09-03",
        "DATE | es | 2026-05-03T10:00:00Z | 2026-05-03",
        "DATE | es | ٣/٥/٢٠٢٦ | 2026-05-03",
        "DATE | es | 29/2/2027 | !",
        "DATE | es | 31/4/2026 | !",
        "DATE | es | 13/13/2026 | !",
        "EMAIL | es | a@b.example | a@b.example",
        "EMAIL | es | a@b | !",
        "IBAN | es | ES91 2100 0418 4502 0005 1332 | ES9121000418450200051332",
        "IBAN | es | ES91 2100 0418 4502 0005 1333 | !",
        "TEXT | es | يوسف 书店 | يوسف 书店",
      })
  void whatPeopleTypeIsReadInTheirManner(FieldKind kind, String tongue, String typed, String kept) {
    var settings = new Settings(6, "EUR", "", List.of(), null);
    var outcome = field(kind, settings).read(typed, tongue.equals("es") ? ES : EN);
    String read = outcome.fold(v -> v, why -> "!");
    assertThat(read).isEqualTo(kept);
  }

  @Test
  void anAmountWithThreeDigitsBehindACommaIsThousandsOnlyWhereTheCommaPartsThem() {
    var money = field(FieldKind.MONEY, Settings.NONE);
    assertThat(money.read("12,345", EN)).isEqualTo(Outcome.done("12345.00"));
    assertThat(money.read("12,345", ES)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aMonthInFrontIsReadOnlyByWhoSaysSo() {
    var american = new Manner('.', Manner.DateOrder.MONTH_FIRST, Locale.US);
    var date = field(FieldKind.DATE, Settings.NONE);
    assertThat(date.read("5/3/2026", american)).isEqualTo(Outcome.done("2026-05-03"));
    assertThat(date.read("25/3/2026", american)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aTaxNumberIsHeldAgainstItsCountry() {
    var spanish = field(FieldKind.TAX_ID, new Settings(0, "EUR", "ES", List.of(), null));
    assertThat(spanish.read("12345678-z", ES)).isEqualTo(Outcome.done("12345678Z"));
    assertThat(spanish.read("12345678A", ES)).isInstanceOf(Outcome.Refused.class);
    var german = field(FieldKind.TAX_ID, new Settings(0, "EUR", "DE", List.of(), null));
    assertThat(german.read("DE123456789", ES)).isEqualTo(Outcome.done("DE123456789"));
    assertThat(german.read("12345", ES)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aChoiceIsKnownByItsNameInWhicheverLettersAndNoLongerOnceRetired() {
    var choices = List.of(new Choice("001", "Español", false), new Choice("002", "Old", true));
    var field = field(FieldKind.CHOICE, new Settings(0, "EUR", "", choices, null));
    assertThat(field.read("ESPANOL", ES)).isEqualTo(Outcome.done("001"));
    assertThat(field.read("old", ES)).isInstanceOf(Outcome.Refused.class);
    assertThat(field.plain("001")).isEqualTo("Español");
  }

  @Test
  void keysOrderLikeTheNumbersTheyStandFor() {
    var numbers =
        Stream.of(
                "-100",
                "-99.5",
                "-1.25",
                "-1.2",
                "-1",
                "-0.05",
                "0",
                "0.001",
                "0.01",
                "1",
                "1.2",
                "1.25",
                "2",
                "10",
                "99.9",
                "123456789012345678")
            .map(BigDecimal::new)
            .map(Numerals::key)
            .toList();
    assertThat(numbers).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void freeTextMayDifferByAFewLettersAndMoneyByNone() {
    var text = field(FieldKind.TEXT, Settings.NONE);
    assertThat(text.same("Librería Sol", "Libreria Sol", 0)).isFalse();
    assertThat(text.same("Librería Sol", "Libreria Sol", 1)).isTrue();
    assertThat(text.same("abc", "acb", 1)).isFalse();
    assertThat(text.same("abc", "acb", 2)).isTrue();
    assertThat(text.same("", "abcd", 3)).isFalse();
    assertThat(field(FieldKind.MONEY, Settings.NONE).same("1.00", "1.10", 5)).isFalse();
  }

  private static Field field(FieldKind kind, Settings settings) {
    return new Field(1, "F", kind, false, settings, 1, 1, false);
  }
}

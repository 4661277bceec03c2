package org.diestra.work.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrialFormTests {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
  private static final String WHAT = "Twenty receipts into the sheet";

  @Test
  void whatIsTypedIsRead() {
    var problems = new Problems();
    var form = form(" a date \n\n  an   amount ", "3", "24,50", "2026-12-29");
    var draft = Objects.requireNonNull(form.read(EUR, TODAY, 5, problems));
    assertThat(problems.none()).isTrue();
    assertThat(draft.criteria()).containsExactly("a date", "an amount");
    assertThat(draft.price()).isEqualTo(Money.of(2_450, "EUR"));
    assertThat(draft.language()).isEqualTo("es");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 3, 24, 2026-12-01, criteria",
    "ab, 3, 24, 2026-12-01, criteria",
    "'1 a\n2 a\n3 a\n4 a\n5 a\n6 a\n7 a\n8 a\n9 a', 3, 24, 2026-12-01, criteria",
    "a date, 0, 24, 2026-12-01, hours",
    "a date, 6, 24, 2026-12-01, hours",
    "a date, '', 24, 2026-12-01, hours",
    "a date, 3, 0, 2026-12-01, price",
    "a date, 3, -5, 2026-12-01, price",
    "a date, 3, much, 2026-12-01, price",
    "a date, 3, 24, 2026-11-30, due",
    "a date, 3, 24, 2026-12-30, due",
    "a date, 3, 24, soon, due"
  })
  void whatIsOutOfBoundsIsToldAtItsField(
      String criteria, String hours, String price, String due, String field) {
    var problems = new Problems();
    assertThat(form(criteria, hours, price, due).read(EUR, TODAY, 5, problems)).isNull();
    assertThat(problems.all()).containsOnlyKeys(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Too short"})
  void whatIsToBeDoneIsAtLeastASentence(String what) {
    var problems = new Problems();
    var form = new TrialForm(what, "a date", "1", "10", "2026-12-01", "en", "Spain", null);
    assertThat(form.read(EUR, TODAY, 5, problems)).isNull();
    assertThat(problems.all()).containsOnlyKeys("what");
  }

  private static TrialForm form(String criteria, String hours, String price, String due) {
    return new TrialForm(WHAT, criteria, hours, price, due, "fr", "Spain", null);
  }
}

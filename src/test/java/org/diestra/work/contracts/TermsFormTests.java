package org.diestra.work.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.diestra.platform.base.Problems;
import org.junit.jupiter.api.Test;

class TermsFormTests {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);

  @Test
  void aFormFilledFromTermsReadsAsTheSameTerms() {
    var terms = SampleTerms.hourly("12.50");
    var problems = new Problems();
    assertThat(TermsForm.of(terms, List.of(), 1).read(SampleTerms.EUR, CLOCK, problems))
        .isEqualTo(terms);
    assertThat(problems.none()).isTrue();
  }

  @Test
  void eachMistakeStandsAtItsField() {
    assertThat(problems("12.5.5", "8", null, null).at("hourRate")).isNotNull();
    assertThat(problems("12.00", "", null, null).at("weeklyCap")).isNotNull();
    assertThat(problems("12.00", "99", null, null).at("weeklyCap")).isNotNull();
    assertThat(problems("", "", null, null).at("hourRate")).isNotNull();
    assertThat(problems("-1", "8", null, null).at("hourRate")).isNotNull();
    assertThat(problems("12.00", "8", "20", "").at("retainerPrice")).isNotNull();
    assertThat(problems("12.00", "8", "", "200").at("retainerHours")).isNotNull();
  }

  private static Problems problems(
      String rate, String cap, String retainerHours, String retainerPrice) {
    var problems = new Problems();
    var form =
        new TermsForm(
            "Contabilidad",
            "Registrar las facturas de proveedores.",
            List.of("bookkeeping"),
            null,
            rate,
            cap,
            retainerHours,
            retainerPrice,
            null,
            "2026-12-01",
            "14",
            "2",
            "7",
            "24",
            null,
            null,
            null,
            null,
            "es",
            "España",
            null,
            null,
            null,
            "0");
    assertThat(form.read(SampleTerms.EUR, CLOCK, problems)).isNull();
    return problems;
  }
}

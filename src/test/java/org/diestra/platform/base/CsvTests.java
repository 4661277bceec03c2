package org.diestra.platform.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CsvTests {
  @Test
  void textIsQuotedWhereItMustBe() {
    assertThat(Csv.row("plain", "a,b", "say \"so\"", "two\nlines", null, ""))
        .isEqualTo("plain,\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",,\r\n");
  }

  @Test
  void noTextIsAFormulaAndNumbersStayNumbers() {
    assertThat(Csv.row("=1+1", "@SUM(A1),\"x\"", "-2+3", "\t=1", "+34 600"))
        .isEqualTo("'=1+1,\"'@SUM(A1),\"\"x\"\"\",'-2+3,'\t=1,'+34 600\r\n");
    assertThat(Csv.row(new BigDecimal("-12.50"), -3, 7L)).isEqualTo("-12.50,-3,7\r\n");
  }
}

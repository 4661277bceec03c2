package org.diestra.platform.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C:\\Users\\Ana\\cv.pdf|cv.pdf",
        "../../etc/passwd|passwd",
        "Año nuevo.pdf|Año nuevo.pdf",
        "مرحبا.pdf|مرحبا.pdf",
        "報告書.xlsx|報告書.xlsx",
        "what?is:this|what_is_this",
        "..hidden|hidden",
        "'  '|file",
        "/|file",
      })
  void aNameKeepsItsScriptAndLosesItsFolders(String given, String kept) {
    assertThat(FileName.clean(given)).isEqualTo(kept);
  }

  @Test
  void aNameCannotTurnItsDirection() {
    assertThat(FileName.clean("invoice\u202Efdp.exe")).isEqualTo("invoicefdp.exe");
    assertThat(FileName.clean("a\r\nSet-Cookie: x.pdf")).isEqualTo("aSet-Cookie_ x.pdf");
  }

  @Test
  void theSameNameOfAnotherSystemIsTheSame() {
    assertThat(FileName.clean("An\u0303o.pdf")).isEqualTo("Año.pdf");
  }

  @Test
  void joinersThatSpellWordsStay() {
    assertThat(FileName.clean("می\u200cخواهم.pdf")).isEqualTo("می\u200cخواهم.pdf");
  }

  @Test
  void aLongNameLosesItsMiddleNotItsEnding() {
    var name = FileName.clean("😀".repeat(300) + ".pdf");

    assertThat(name).endsWith("😀.pdf");
    assertThat(name.codePointCount(0, name.length())).isEqualTo(200);
  }

  @Test
  void aHeaderCarriesEveryScript() {
    assertThat(Disposition.of("attachment", "Año \"nuevo\" 報告.pdf"))
        .isEqualTo(
            "attachment; filename=\"Ano _nuevo_ __.pdf\"; "
                + "filename*=UTF-8''A%C3%B1o%20%22nuevo%22%20%E5%A0%B1%E5%91%8A.pdf");
  }
}

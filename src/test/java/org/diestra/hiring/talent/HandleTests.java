package org.diestra.hiring.talent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandleTests {
  @ParameterizedTest
  @CsvSource({
    "Lucía Gómez Rojas,lucia-gomez-rojas",
    "  Ñusta  O'Higgins-Peña ,nusta-o-higgins-pena",
    "Æ,assistant",
    "李明,assistant",
    "me,assistant-me",
    "Bo,assistant-bo"
  })
  void everyNameGivesOne(String name, String handle) {
    assertThat(Handle.from(name).text()).isEqualTo(handle);
  }

  @Test
  void aLongNameIsCutWhereItFits() {
    var handle = Handle.from("María de los Ángeles Fernández de Córdoba y Alarcón");
    assertThat(handle.text().length()).isLessThanOrEqualTo(Handle.LONGEST);
    assertThat(handle.numbered(9999).text().length()).isLessThanOrEqualTo(Handle.LONGEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ab",
        "-ana",
        "ana-",
        "ana--maria",
        "ana_maria",
        "ana/..",
        "ñandu",
        "admin",
        "New",
        "a1234567890123456789012345678901234567890"
      })
  void whatDoesNotFitIsNone(String typed) {
    assertThat(Handle.read(typed)).isEmpty();
  }

  @Test
  void capitalsBecomeSmall() {
    assertThat(Handle.read(" Ana-Maria ")).contains(new Handle("ana-maria"));
  }
}

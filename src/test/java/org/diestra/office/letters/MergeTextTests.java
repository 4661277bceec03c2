package org.diestra.office.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fields in a text, in whichever way people write them. */
class MergeTextTests {
  private static MergeText.Filled filled(String text, Map<String, String> values, boolean marked) {
    return new MergeText(text).filled(key -> values.getOrDefault(key, ""), marked);
  }

  @Test
  void caseAccentsAndGapsOfANameDoNotMatter() {
    var values = Map.of("direccion", "Calle Mayor", "numero_de_factura", "7");
    assertThat(filled("{{ Dirección }} {{Número  de factura}}", values, false).text())
        .isEqualTo("Calle Mayor 7");
  }

  @Test
  void whatIsNotKnownIsSaidOtherwiseOrMissing() {
    var filled = filled("Hola {{nombre|buenos días}}, {{cargo}}.", Map.of(), false);
    assertThat(filled.text()).isEqualTo("Hola buenos días, .");
    assertThat(filled.missing()).containsExactly("cargo");
  }

  @Test
  void aValueIsNoMarkupAndNoField() {
    var values = Map.of("name", "*Ana* [x](http://a.b) {{email}} $1", "email", "a@b.c");
    assertThat(filled("{{name}}", values, true).text())
        .isEqualTo("\\*Ana\\* \\[x\\]\\(http://a\\.b\\) \\{\\{email\\}\\} $1");
    assertThat(filled("{{name}}", values, false).text()).contains("{{email}} $1");
  }

  @Test
  void onlyItsOwnFieldsAreAskedForOnceEach() {
    var text = new MergeText("{{name}} {{due date}} {{Due_Date}} {{}} {{ }} {{a{b}} {{fecha}}");
    assertThat(text.own()).containsExactly(Map.entry("due_date", "due date"));
  }
}

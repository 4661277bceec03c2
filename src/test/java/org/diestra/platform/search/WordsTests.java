package org.diestra.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.platform.search.Shelf.assistant;
import static org.diestra.platform.search.Shelf.job;

import java.io.IOException;
import java.nio.file.Path;
import org.diestra.platform.search.Found.Correction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTests {
  @TempDir Path folder;
  private Shelf shelf;

  @BeforeEach
  void fill() throws IOException {
    shelf = new Shelf(folder);
  }

  @AfterEach
  void close() throws IOException {
    shelf.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Administración de fincas, administrativa",
    "Administración de fincas, administracion",
    "Facturación y cobros, facturas",
    "Agendas y citas, agenda",
    "Gestoría con viajes, viaje",
    "Diseño de folletos, diseno",
    "Bookkeeping for shops, bookkeeper",
    "Travel planning, travelling",
    "Blog writing, writes",
    "Executive assistants, assistant"
  })
  void wordsAreFoundInAnyFormOfTheirLanguage(String title, String typed) throws IOException {
    shelf.put(assistant(title), assistant("Otra cosa / something else"));

    assertThat(shelf.assistants(typed)).containsExactly(title);
  }

  @Test
  void aSentenceOfTwoLanguagesIsFoundByEither() throws IOException {
    shelf.put(assistant("Community manager para librerías"), assistant("Contable"));

    assertThat(shelf.assistants("managers")).containsExactly("Community manager para librerías");
    assertThat(shelf.assistants("librería")).containsExactly("Community manager para librerías");
  }

  @Test
  void allWordsCountWhereverTheyStand() throws IOException {
    shelf.put(
        assistant("Contable").detail("Holded Excel").body("Diez años en una librería"),
        assistant("Contable en Excel"));

    assertThat(shelf.assistants("contable excel librería")).containsExactly("Contable");
  }

  @Test
  void fillersAreNotAskedFor() throws IOException {
    shelf.put(assistant("Asistente virtual"));

    assertThat(shelf.assistants("una asistente virtual para mi tienda the"))
        .containsExactly("Asistente virtual");
  }

  @Test
  void whereNothingHasAllWordsHalfOfThemDo() throws IOException {
    shelf.put(assistant("Contable de comercios"), assistant("Redactora"));

    var found = shelf.find(Criteria.of(Kind.ASSISTANT).words("contable quesos"));

    assertThat(shelf.titles(found)).containsExactly("Contable de comercios");
    assertThat(found.relaxed()).isTrue();
  }

  @Test
  void aTypoIsMendedAndToldWithItsAccent() throws IOException {
    shelf.put(assistant("Gestión de logística"), assistant("Redactora"));

    var found = shelf.find(Criteria.of(Kind.ASSISTANT).words("lojistica"));

    assertThat(shelf.titles(found)).containsExactly("Gestión de logística");
    assertThat(found.correction()).isEqualTo(new Correction("logística", true));
  }

  @Test
  void aRareWordIsDoubtedButSearched() throws IOException {
    for (int i = 0; i < 30; i++) {
      shelf.put(assistant("Contabilidad " + i));
    }
    shelf.put(assistant("Contavilidad"));

    var found = shelf.find(Criteria.of(Kind.ASSISTANT).words("contavilidad"));

    assertThat(shelf.titles(found)).containsExactly("Contavilidad");
    assertThat(found.correction()).isEqualTo(new Correction("contabilidad", false));
  }

  @Test
  void theLastWordMayBeHalfTyped() throws IOException {
    shelf.put(assistant("Facturación electrónica"), assistant("Redactora"));

    assertThat(shelf.assistants("electr")).containsExactly("Facturación electrónica");
    assertThat(shelf.complete("facturas electr", 5)).containsExactly("facturas electrónica");
    assertThat(shelf.complete("e", 5)).isEmpty();
  }

  @Test
  void suggestionsComeByUseAndOnlyOfTheirKind() throws IOException {
    shelf.put(assistant("Contable"), assistant("Contable"), assistant("Contenidos"));
    shelf.put(job("Contratos"));

    assertThat(shelf.complete("con", 5)).containsExactly("contable", "contenidos");
  }

  @Test
  void aWordOfAnotherKindIsUnknown() throws IOException {
    shelf.put(job("Contratos"), assistant("Contactos"));

    assertThat(shelf.assistants("contratos")).containsExactly("Contactos");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "\"",
        "title:\"a b\"~3 OR *:* AND -x^9 (",
        "*",
        "a*",
        "?",
        "/.*/",
        "[a TO z]",
        "\\",
        "\u0000",
        "🙂🙂",
        "\uD83D",
        "%00' or 1=1 --",
        "de la el the of"
      })
  void whateverIsTypedHasNoSyntax(String typed) throws IOException {
    shelf.put(assistant("Contable"));

    assertThat(shelf.find(Criteria.of(Kind.ASSISTANT).words(typed)).total()).isLessThan(2);
    assertThat(shelf.complete(typed, 5)).hasSizeLessThan(6);
  }

  @Test
  void endlessTextIsCutToTenWords() throws IOException {
    shelf.put(assistant("uno"));
    var words = Words.read("palabra1 palabra2 x ".repeat(100_000));

    assertThat(words).containsExactly("palabra1", "palabra2", "x");
    assertThat(Words.read("a1 a2 a3 a4 a5 a6 a7 a8 a9 b1 b2 b3")).hasSize(10);
    assertThat(Words.read("x".repeat(500))).allMatch(word -> word.length() <= 40);
  }
}

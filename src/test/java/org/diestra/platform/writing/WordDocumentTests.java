package org.diestra.platform.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.writing.WordDocument.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordDocumentTests {
  private static final UUID PICTURE = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
  private static final String RELATIONS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + "%s</Relationships>";
  private static final String TYPE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  @TempDir private Path folder;
  private final List<String> kept = new ArrayList<>();

  @Test
  void aDocumentOfLibreOfficeIsCleanMarkdown() throws IOException {
    var read = read(fixture("manual.docx")).orFail();
    assertThat(read.title()).contains("Manual de la tienda");
    assertThat(read.markdown())
        .isEqualTo(
            """
            # Abrir la tienda

            Llegar a las **8:45** y leer la [guía](https://tienda.example/guia?a=1), con *calma* y ***sin prisa***.
            Otra línea.

            - Encender la luz
              - la del **almacén**
              - la de fuera
            - Contar la caja

            ## Después

            1. Abrir la puerta
               1. con la llave
            2. Saludar

            **Día** — **Hora**
            lunes — 9:00
            martes — 10:00 \\* 2

            La mesa: ![La mesa](file:01890a5d-ac96-774b-bcce-b302099a8057)

            1986 fue un buen año #1.\
            """
                .replace("\\* 2", "* 2"));
    assertThat(kept).containsExactly("image1.png 83");
  }

  @Test
  void changesThatAreTrackedCountAsMade() throws IOException {
    var text =
        "<w:p><w:r><w:t>a </w:t></w:r><w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
            + "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
            + "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>"
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>";
    assertThat(markdown(text)).isEqualTo("a new");
  }

  @Test
  void linksAreLinksHoweverTheyAreWritten() throws IOException {
    var text =
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r>"
            + "<w:r><w:instrText> HYPERLINK \"https://a.example/x\" </w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>one</w:t></w:r>"
            + "<w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:t> and </w:t></w:r>"
            + "<w:fldSimple w:instr=' HYPERLINK \"javascript:x\" '><w:r><w:t>two</w:t></w:r>"
            + "</w:fldSimple><w:hyperlink r:id='rId9'><w:r><w:t> three</w:t></w:r></w:hyperlink></w:p>";
    assertThat(markdown(text))
        .isEqualTo("[one](https://a.example/x) and two [three](https://b.example)");
  }

  @Test
  void pagesNumbersAndCommentsAreNoText() throws IOException {
    var text =
        "<w:p><w:pPr><w:outlineLvl w:val='1'/></w:pPr><w:r><w:t>Head</w:t><w:tab/><w:t>er</w:t>"
            + "</w:r><w:r><w:commentReference w:id='0'/><w:footnoteReference w:id='1'/></w:r></w:p>"
            + "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>in</w:t>"
            + "<w:br w:type='page'/></w:r></w:p></w:sdtContent></w:sdt><w:sectPr/>";
    assertThat(markdown(text)).isEqualTo("## Head er\n\nin");
  }

  @Test
  void stylesSayWhatAParagraphIs() throws IOException {
    var styles =
        "<w:styles xmlns:w='urn:wordprocessingml'>"
            + "<w:style w:styleId='H'><w:name w:val='heading 3'/></w:style>"
            + "<w:style w:styleId='Own'><w:name w:val='x'/><w:basedOn w:val='H'/></w:style>"
            + "<w:style w:styleId='L'><w:name w:val='List Bullet'/><w:pPr><w:numPr>"
            + "<w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
            + "<w:style w:styleId='L2'><w:name w:val='List Bullet 2'/><w:basedOn w:val='L'/></w:style>"
            + "<w:style w:styleId='S'><w:name w:val='Strong'/><w:rPr><w:b/></w:rPr></w:style>"
            + "<w:style w:styleId='Loop'><w:name w:val='y'/><w:basedOn w:val='Loop'/></w:style>"
            + "</w:styles>";
    var text = new StringBuilder();
    for (var style : List.of("Own", "L", "L2", "L", "Loop", "none")) {
      text.append("<w:p><w:pPr><w:pStyle w:val='" + style + "'/></w:pPr><w:r><w:rPr>");
      text.append("<w:rStyle w:val='S'/></w:rPr><w:t>" + style + "</w:t></w:r></w:p>");
    }
    assertThat(read(document("", text.toString(), styles)).orFail().markdown())
        .isEqualTo("### Own\n\n- **L**\n  - **L2**\n- **L**\n\n**Loop**\n\n**none**");
  }

  @Test
  void aPictureThatLiesElsewhereIsNotFetched() throws IOException {
    var blip =
        "<w:p><w:r><w:drawing><a:blip xmlns:a='urn:a' r:%s='%s'/></w:drawing><w:t>x</w:t></w:r></w:p>";
    assertThat(markdown(blip.formatted("link", "rId9"))).isEqualTo("x");
    assertThat(markdown(blip.formatted("embed", "rId9"))).isEqualTo("x");
    assertThat(markdown(blip.formatted("embed", "rId8"))).isEqualTo("x");
    assertThat(kept).isEmpty();
  }

  @Test
  void whatIsNoWordDocumentIsRefused() throws IOException {
    assertThat(why(file("plain.docx", "no zip".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("writing.word.unreadable");
    assertThat(why(file("empty.docx", new byte[0]))).isEqualTo("writing.word.unreadable");
    assertThat(why(zip(Map.of("a.txt", "b")))).isEqualTo("writing.word.unreadable");
    assertThat(why(zip(Map.of("word/document.xml", "<a/>")))).isEqualTo("writing.word.unreadable");
    assertThat(why(fixture("manual.doc"))).isEqualTo("writing.word.old");
  }

  @ParameterizedTest
  @CsvSource({"200", "3000", "6500", "7200"})
  void aDocumentThatWasCutOffIsRefused(int length) throws IOException {
    var whole = Files.readAllBytes(fixture("manual.docx"));
    assertThat(why(file("cut.docx", Arrays.copyOf(whole, length))))
        .isEqualTo("writing.word.unreadable");
  }

  @Test
  void noEntityIsReadAndNoneIsMultiplied() throws IOException {
    var secret = file("secret.txt", "secret".getBytes(StandardCharsets.UTF_8));
    for (var dtd :
        List.of(
            "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>",
            "<!DOCTYPE x SYSTEM '" + secret.toUri() + "'>",
            "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY e '&a;&a;&a;'>]>")) {
      var text = "<w:p><w:r><w:t>&e;</w:t></w:r></w:p>";
      assertThat(why(document(dtd, text))).isEqualTo("writing.word.unreadable");
    }
  }

  @Test
  void whatUnpacksToTooMuchIsRefused() throws IOException {
    var run = "<w:p><w:r><w:t>" + "a".repeat(60_000_000) + "</w:t></w:r></w:p>";
    assertThat(why(document("", run))).isEqualTo("writing.word.too-large");
    assertThat(why(document("", "<w:p/>".repeat(400_000)))).isEqualTo("writing.word.too-large");
    var entries = new HashMap<String, String>();
    for (int i = 0; i <= 2_000; i++) {
      entries.put("word/" + i, "");
    }
    assertThat(why(zip(entries))).isEqualTo("writing.word.too-large");
  }

  @Test
  void nestingWithoutEndIsRefused() throws IOException {
    var text = "<w:sdt>".repeat(5_000) + "</w:sdt>".repeat(5_000);
    assertThat(why(document("", text))).isEqualTo("writing.word.unreadable");
  }

  private String markdown(String text) throws IOException {
    return read(document("", text)).orFail().markdown();
  }

  private String why(Path file) throws IOException {
    var key = read(file).fold(read -> "done: " + read.markdown(), Refusal::key);
    assertThat(kept).isEmpty();
    return key;
  }

  private Outcome<Read> read(Path file) throws IOException {
    return WordDocument.read(
        file,
        picture -> {
          kept.add(picture.name() + " " + picture.content().readAllBytes().length);
          return Optional.of(PICTURE);
        });
  }

  private Path document(String dtd, String text) throws IOException {
    return document(dtd, text, "<styles/>");
  }

  private Path document(String dtd, String text, String styles) throws IOException {
    var document =
        "<?xml version=\"1.0\"?>"
            + dtd
            + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\""
            + TYPE.substring(0, TYPE.length() - 1)
            + "\"><w:body>"
            + text
            + "</w:body></w:document>";
    var links =
        "<Relationship Id=\"rId8\" Type=\""
            + TYPE
            + "image\" Target=\"../../../secret.png\"/><Relationship Id=\"rId9\" Type=\""
            + TYPE
            + "hyperlink\" TargetMode=\"External\" Target=\"https://b.example\"/>"
            + "<Relationship Id=\"rId7\" Type=\""
            + TYPE
            + "styles\" Target=\"styles.xml\"/>";
    return zip(
        Map.of(
            "word/document.xml",
            document,
            "word/styles.xml",
            styles,
            "word/_rels/document.xml.rels",
            RELATIONS.formatted(links)));
  }

  private Path zip(Map<String, String> entries) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file(UUID.randomUUID() + ".docx", bytes.toByteArray());
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private Path fixture(String name) throws IOException {
    try (var in = Objects.requireNonNull(WordDocumentTests.class.getResourceAsStream(name))) {
      return file(name, in.readAllBytes());
    }
  }
}

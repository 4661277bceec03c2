package org.diestra.platform.previews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.diestra.platform.blobs.FileType;
import org.diestra.platform.blobs.SampleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written in documents, and in files that only look like some. */
class ExtractTests {
  private static final String WORD = "<w:document xmlns:w='urn:w'><w:body>";
  @TempDir Path folder;

  private String read(FileType type, Map<String, String> entries, int most) throws Exception {
    var file = Files.write(folder.resolve("a"), SampleFiles.zip(entries));
    return Extract.read(file, type, most);
  }

  @Test
  void eachParagraphIsALine() throws Exception {
    var word =
        WORD
            + "<w:p><w:r><w:t>Con</w:t></w:r><w:r><w:t>trato</w:t><w:tab/><w:t>7</w:t></w:r></w:p>"
            + "<w:p><w:r><w:t>Fin</w:t></w:r></w:p></w:body></w:document>";
    assertThat(read(FileType.DOCX, Map.of("word/document.xml", word), 100))
        .isEqualTo("Contrato\t7\nFin\n");
    var open =
        "<o xmlns:text='urn:t'><text:h>Uno</text:h><text:p>dos<text:s/><text:span>tres</text:span>"
            + "</text:p></o>";
    assertThat(read(FileType.ODT, Map.of("content.xml", open), 100)).isEqualTo("Uno\ndos tres\n");
    var shared = "<sst><si><t>Precio</t><rPh><t>aid</t></rPh></si><si><t>IVA</t></si></sst>";
    assertThat(read(FileType.XLSX, Map.of("xl/sharedStrings.xml", shared), 100))
        .isEqualTo("Precio\nIVA\n");
    var slide = "<p xmlns:a='urn:a'><a:p><a:r><a:t>Oferta</a:t></a:r></a:p></p>";
    assertThat(read(FileType.PPTX, Map.of("ppt/slides/slide1.xml", slide), 100))
        .isEqualTo("Oferta\n");
  }

  @Test
  void aPdfIsReadPageByPageAndNoFurtherThanAsked() throws Exception {
    var file = folder.resolve("a.pdf");
    try (var pdf = new PDDocument()) {
      for (var words : new String[] {"First page", "Second page"}) {
        var page = new PDPage();
        pdf.addPage(page);
        try (var out = new PDPageContentStream(pdf, page)) {
          out.beginText();
          out.setFont(new PDType1Font(FontName.HELVETICA), 12);
          out.showText(words);
          out.endText();
        }
      }
      pdf.save(file.toFile());
    }
    assertThat(Extract.read(file, FileType.PDF, 1000)).isEqualTo("First page\nSecond page\n");
    assertThat(Extract.read(file, FileType.PDF, 5)).isEqualTo("First");
  }

  /** A hundred million letters in a hundred kilobytes. */
  @Test
  void aBombIsCutAtTheLettersAskedForAndRefusedAtItsBytes() throws Exception {
    var endless =
        WORD + "<w:p><w:t>" + "a".repeat(1_000_000) + "</w:t></w:p></w:body></w:document>";
    assertThat(read(FileType.DOCX, Map.of("word/document.xml", endless), 500)).hasSize(500);
    var silent = WORD + "<!-- " + "a".repeat(70_000_000) + " --></w:body></w:document>";
    assertThatThrownBy(() -> read(FileType.DOCX, Map.of("word/document.xml", silent), 500))
        .hasStackTraceContaining("unpacks to more than");
  }

  @Test
  void nothingIsFetchedAndNoEntityGrows() {
    var entity = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><o><p>&x;</p></o>";
    assertThatThrownBy(() -> read(FileType.ODT, Map.of("content.xml", entity), 500))
        .isInstanceOf(Exception.class);
    assertThatThrownBy(() -> read(FileType.ODT, Map.of("other.xml", "<a/>"), 500))
        .isInstanceOf(IOException.class);
  }
}

package org.diestra.platform.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.platform.blobs.SampleFiles.bytes;
import static org.diestra.platform.blobs.SampleFiles.office;
import static org.diestra.platform.blobs.SampleFiles.picture;
import static org.diestra.platform.blobs.SampleFiles.zip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTests {
  private static final Limit ALL =
      new Limit(Purpose.ATTACHMENT, 10_000_000, EnumSet.allOf(Kind.class));

  @TempDir Path parts;

  @ParameterizedTest
  @CsvSource({
    "jpg, JPEG",
    "png, PNG",
    "gif, GIF",
  })
  void picturesAreKnownByTheirBytes(String format, FileType type) throws Exception {
    var received = decide(picture(format, 40, 30), "photo." + format).orFail();

    assertThat(received.type()).isEqualTo(type);
    assertThat(received.dimensions()).isEqualTo(new Dimensions(40, 30));
  }

  @ParameterizedTest
  @MethodSource("soundFilmAndPaper")
  void soundFilmAndPaperAreKnownByTheirBytes(FileType type, String content) throws Exception {
    var received = decide(bytes(content), "work." + type.extension()).orFail();

    assertThat(received.type()).isEqualTo(type);
  }

  static Stream<Arguments> soundFilmAndPaper() {
    return Stream.of(
        Arguments.of(FileType.MP3, "ID3\3\0\0\0\0\0\0"),
        Arguments.of(FileType.WAV, "RIFF....WAVEfmt "),
        Arguments.of(FileType.FLAC, "fLaC\0\0\0\""),
        Arguments.of(FileType.MP4, "\0\0\0\30ftypisom"),
        Arguments.of(FileType.M4A, "\0\0\0\30ftypM4A "),
        Arguments.of(FileType.MOV, "\0\0\0\24ftypqt  "),
        Arguments.of(
            FileType.WEBM, "\32E\u00df\u00a3\u00a3B\u0086\u0081\1B\u00f7\u0081\1B\u0082\u0084webm"),
        Arguments.of(FileType.RTF, "{\\rtf1 x}"),
        Arguments.of(FileType.PDF, "%PDF-1.7 x"));
  }

  @ParameterizedTest
  @CsvSource({
    "wordprocessingml.document.main+xml, DOCX",
    "spreadsheetml.sheet.main+xml, XLSX",
    "presentationml.presentation.main+xml, PPTX",
  })
  void officeDocumentsAreKnownByTheirParts(String part, FileType type) throws Exception {
    assertThat(decide(office(part), "work." + type.extension()).orFail().type()).isEqualTo(type);
  }

  @Test
  void openDocumentsAreKnownByTheirMimetypeEntry() throws Exception {
    var ods = zip(Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet"));

    assertThat(decide(ods, "cuentas.ods").orFail().type()).isEqualTo(FileType.ODS);
  }

  @ParameterizedTest
  @CsvSource({
    "notes.txt, TXT",
    "notes.md, MARKDOWN",
    "list.csv, CSV",
    "notes, TXT",
    "run.bat, TXT",
    "day.ics, CALENDAR"
  })
  void amongPlainTextsTheNameDecides(String name, FileType type) throws Exception {
    var text = "año,mes\n2026,8\n".getBytes(StandardCharsets.UTF_8);

    assertThat(decide(text, name).orFail().type()).isEqualTo(type);
  }

  @Test
  void aPageOrADrawingIsNeverTakenForPlainText() throws Exception {
    assertThat(decide(bytes("<html><script>alert(1)</script>"), "a.txt").orFail().type())
        .isEqualTo(FileType.HTML);
    assertThat(
            decide(bytes("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), "a.xml")
                .orFail()
                .type())
        .isEqualTo(FileType.SVG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"invoice.pdf", "invoice.exe", "photo.jpg", "invoice"})
  void aProgramIsRefusedWhateverItsName(String name) throws Exception {
    assertThat(refusal(decide(SampleFiles.exe(), name)).key()).isEqualTo("blobs.program");
  }

  @Test
  void aProgramThatIsAlsoAPdfIsAProgram() throws Exception {
    var polyglot = bytes("MZ\u0090\0\n%PDF-1.4\n1 0 obj\n%%EOF");

    assertThat(refusal(decide(polyglot, "invoice.pdf")).key()).isEqualTo("blobs.program");
  }

  @Test
  void aPictureWithAPageBehindItIsThePicture() throws Exception {
    var gif = picture("gif", 5, 5);
    var polyglot = Arrays.copyOf(gif, gif.length + 40);
    var script = bytes("<script>alert(document.cookie)</script>");
    System.arraycopy(script, 0, polyglot, gif.length, script.length);

    assertThat(decide(polyglot, "cat.gif").orFail().type()).isEqualTo(FileType.GIF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"setup.exe", "a/b/Run.BAT", "META-INF/MANIFEST.MF", "x.js"})
  void anArchiveWithAProgramInItIsRefused(String entry) throws Exception {
    assertThat(refusal(decide(zip(Map.of(entry, "x")), "files.zip")).key())
        .isEqualTo("blobs.program");
  }

  @Test
  void aDocumentWithMacrosIsRefused() throws Exception {
    var macro =
        zip(
            Map.of(
                "[Content_Types].xml",
                "<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled"
                    + ".main+xml\"/></Types>"));

    assertThat(refusal(decide(macro, "letter.docx")).key()).isEqualTo("blobs.program");
  }

  @Test
  void aSlipOfTheExtensionIsPutRight() throws Exception {
    assertThat(decide(picture("jpg", 5, 5), "me.PNG").orFail().name()).isEqualTo("me.jpg");
    assertThat(decide(picture("png", 5, 5), "screenshot").orFail().name())
        .isEqualTo("screenshot.png");
    assertThat(decide(bytes("echo hi"), "run.bat").orFail().name()).isEqualTo("run.bat.txt");
  }

  @Test
  void aNameOfAnotherFamilyIsRefusedAndSaysBoth() throws Exception {
    var why = refusal(decide(picture("png", 5, 5), "invoice.pdf"));

    assertThat(why.key()).isEqualTo("blobs.disguised");
    assertThat(why.args()).containsExactly("PDF", "PNG", "png");
  }

  @Test
  void whatThePurposeDoesNotAllowIsRefusedWithWhatItAllows() throws Exception {
    var portraits = new Limit(Purpose.PHOTO, 10_000_000, Set.of(Kind.IMAGE));

    var why = refusal(decide(SampleFiles.pdf(), "me.pdf", portraits));

    assertThat(why.key()).isEqualTo("blobs.notHere");
    assertThat(why.args()).containsExactly("PDF", "JPG, PNG, WEBP, GIF");
  }

  @Test
  void aPixelFloodIsRefusedByItsHeader() throws Exception {
    var why = refusal(decide(SampleFiles.pixelFlood(60_000, 60_000), "x.png"));

    assertThat(why.key()).isEqualTo("blobs.tooManyPixels");
    assertThat(why.args()).containsExactly(3600L, 64L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\1\2\3\4\5", "7z\u00bc\u00af'\u001c", "\0\0\0\u0018ftypheic", "PK\3\4cut"})
  void whatNobodyKnowsIsRefused(String content) throws Exception {
    assertThat(refusal(decide(bytes(content), "x.bin")).key()).isEqualTo("blobs.unknown");
  }

  @Test
  void aListOfAMillionEntriesIsNotReadIntoMemory() throws Exception {
    var zip = zip(Map.of("a.txt", "a"));
    int end = zip.length - 22;
    zip[end + 12] = 0;
    zip[end + 13] = 0;
    zip[end + 14] = 0;
    zip[end + 15] = 0x20;

    assertThat(refusal(decide(zip, "x.zip")).key()).isEqualTo("blobs.unknown");
  }

  private Outcome<Received> decide(byte[] content, String name) throws IOException {
    return decide(content, name, ALL);
  }

  private Outcome<Received> decide(byte[] content, String name, Limit limit) throws IOException {
    var part =
        new Intake(parts, new Disk(), 0)
            .take(new ByteArrayInputStream(content), limit.maxBytes())
            .orFail();
    return Admission.decide(part, limit, name);
  }

  private static Refusal refusal(Outcome<Received> outcome) {
    return outcome.fold(
        received -> {
          throw new AssertionError("was admitted as " + received.type());
        },
        why -> why);
  }
}

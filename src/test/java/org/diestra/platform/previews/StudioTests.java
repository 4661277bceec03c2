package org.diestra.platform.previews;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.diestra.platform.blobs.FileType;
import org.diestra.platform.blobs.SampleFiles;
import org.diestra.platform.previews.Order.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioTests {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;
  private Studio studio = new Studio(PATIENCE, Duration.ofMinutes(1), "64m");

  @AfterEach
  void close() {
    studio.close();
  }

  @Test
  void aPageOfAPdfIsAPicture() throws Exception {
    var answer = make(Work.PAGE, pdf("0 0 1 rg 0 0 300 200 re f"), FileType.PDF, 2, "");

    assertThat(answer).isEqualTo(new Answer.Picture(FileType.JPEG, 2));
    var image = ImageIO.read(folder.resolve("out").toFile());
    assertThat(image.getWidth()).isEqualTo(300);
    assertThat(image.getHeight()).isEqualTo(200);
    assertThat(image.getRGB(150, 100) & 0xFF).isGreaterThan(240);
  }

  @Test
  void aMarkMayHoldAnyLetter() throws Exception {
    var file = file(SampleFiles.picture("png", 200, 200));

    assertThat(make(Work.FIT, file, FileType.PNG, 1, "Año 100 %\n見本 ✓"))
        .isInstanceOf(Answer.Picture.class);
  }

  @Test
  void whatIsBrokenFailsAndTheNextIsMade() throws Exception {
    var broken = file(SampleFiles.pdf());
    var sound = file(SampleFiles.picture("png", 20, 20));

    assertThat(make(Work.PAGE, broken, FileType.PDF, 1, "")).isEqualTo(new Answer.Failed());
    assertThat(make(Work.FIT, sound, FileType.PNG, 1, "")).isInstanceOf(Answer.Picture.class);
  }

  @Test
  void whatNeedsTooMuchMemoryFailsAndTheNextIsMade() throws Exception {
    var bomb = pdf("(" + "a".repeat(200_000_000) + ") Tj");
    assertThat(Files.size(bomb)).isLessThan(3_000_000);
    var sound = file(SampleFiles.picture("png", 20, 20));

    assertThat(make(Work.PAGE, bomb, FileType.PDF, 2, "")).isEqualTo(new Answer.Failed());
    assertThat(make(Work.FIT, sound, FileType.PNG, 1, "")).isInstanceOf(Answer.Picture.class);
  }

  @Test
  void whatTakesTooLongIsGivenUp() throws Exception {
    studio = new Studio(Duration.ofSeconds(3), Duration.ofMinutes(1), "64m");
    var endless = pdf("0 0 1 rg 0 0 300 200 re f\n".repeat(3_000_000));
    long before = System.nanoTime();

    assertThat(make(Work.PAGE, endless, FileType.PDF, 2, "")).isEqualTo(new Answer.Failed());
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void aWorkbenchThatHasLeftIsStartedAgain() throws Exception {
    studio = new Studio(PATIENCE, Duration.ofSeconds(1), "64m");
    var sound = file(SampleFiles.picture("png", 20, 20));
    make(Work.FIT, sound, FileType.PNG, 1, "");
    Thread.sleep(3500);

    assertThat(ProcessHandle.current().children().filter(this::isWorkbench)).isEmpty();
    assertThat(make(Work.FIT, sound, FileType.PNG, 1, "")).isInstanceOf(Answer.Picture.class);
  }

  private boolean isWorkbench(ProcessHandle process) {
    return process.isAlive()
        && process.info().commandLine().orElse("").contains(Workbench.class.getName());
  }

  private Answer make(Work work, Path from, FileType type, int page, String mark) {
    return studio.make(new Order(work, from, folder.resolve("out"), type, page, 300, mark));
  }

  /** An empty page, and one of 300×200 points that is drawn like this. */
  private Path pdf(String content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var pdf = new PDDocument()) {
      pdf.addPage(new PDPage());
      var page = new PDPage(new PDRectangle(300, 200));
      var stream = new PDStream(pdf);
      try (var drawn = stream.createOutputStream(COSName.FLATE_DECODE)) {
        drawn.write(content.getBytes());
      }
      page.setContents(stream);
      pdf.addPage(page);
      pdf.save(out);
    }
    return file(out.toByteArray());
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "in", ""), content);
  }
}

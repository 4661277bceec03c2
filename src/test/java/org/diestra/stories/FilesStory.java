package org.diestra.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.diestra.HouseTest;
import org.diestra.platform.blobs.SampleFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that are too large, or something else than they say. */
@Tag("browser")
@HouseTest
class FilesStory extends Story {
  private static final long LARGE = 500_000_000;
  private static final String NEW = "/profile/samples/new";
  @TempDir Path folder;

  /** Refused at its field, with the rest of the form kept; it goes through, never into memory. */
  @ParameterizedTest
  @EnumSource(names = "SPANISH_WITHOUT_SCRIPTS")
  void aSampleOfHalfAGigabyte(Way way) throws IOException {
    var large = folder.resolve("vídeo.mp4");
    try (var file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(LARGE);
    }
    var nora = window(way, assistants.draft("Nora Peña"));
    nora.open(NEW);
    nora.fill("title", "Una visita guiada");
    nora.fill("what", "Grabada y cortada por mí.");
    nora.select("area", "social");
    nora.choose("rights", "own");
    nora.page().setInputFiles("#file", large);
    long before = allocated();
    nora.forward();
    assertThat(allocated() - before).as("bytes of memory taken on the way").isLessThan(LARGE / 2);
    nora.refuses(422, "file");
    assertThat(nora.text("#file-why")).contains("100 MB");
    assertThat(nora.typed("title")).isEqualTo("Una visita guiada");
    assertThat(nora.typed("what")).isEqualTo("Grabada y cortada por mí.");
    assertThat(nora.typed("area")).isEqualTo("social");
  }

  @ParameterizedTest
  @EnumSource(names = {"ENGLISH", "SPANISH_WITHOUT_SCRIPTS"})
  void aProgramThatCallsItselfAPaper(Way way) {
    var author = bookkeeper(way, "Nora Peña");
    var nora = window(way, author);
    nora.open(NEW);
    nora.bring("file", file("factura.pdf", SampleFiles.exe()));
    nora.fill("title", "Una factura");
    nora.select("area", "bookkeeping");
    nora.choose("rights", "own");
    nora.forward();
    nora.refuses(422, "file");
    assertThat(nora.typed("title")).isEqualTo("Una factura");
    nora.open("/profile/samples");
    assertThat(nora.count(".sample-row")).isZero();

    nora.open("/settings");
    nora.bring("photo", file("yo.png", SampleFiles.exe()));
    nora.press("form[action='/settings/photo'] button");
    nora.refuses(422, "photo");

    nora.open("/jobs/" + jobs.hourly(client(way, "Lucía")) + "/bid");
    nora.fill("letter", "Adjunto una factura.");
    nora.bring("brought", file("factura.pdf", SampleFiles.exe()));
    nora.press("button[name=do][value=send]");
    nora.refuses(422, "brought");
    assertThat(nora.typed("letter")).isEqualTo("Adjunto una factura.");
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes();
  }
}

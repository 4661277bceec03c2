package org.diestra.platform.previews;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.diestra.HouseTest;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Dimensions;
import org.diestra.platform.blobs.Purpose;
import org.diestra.platform.blobs.SampleFiles;
import org.diestra.platform.previews.Previews.Size;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class PreviewsTests {
  @Autowired private Previews previews;
  @Autowired private Photos photos;
  @Autowired private Twins twins;
  @Autowired private Blobs blobs;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private TransactionTemplate transactions;

  @Test
  void aPictureIsMadeOnceForEachSizeAndMark() throws Exception {
    var blob = store(PicturesTests.noise(1), "work.png");

    var small = previews.picture(blob, 1, Size.SMALL, "").orElseThrow();
    var marked = previews.picture(blob, 1, Size.SMALL, "Muestra").orElseThrow();

    assertThat(previews.of(blob)).isEqualTo(new Preview.Pictures(1));
    assertThat(previews.picture(blob, 1, Size.SMALL, "")).contains(small);
    assertThat(marked.sha256()).isNotEqualTo(small.sha256());
    assertThat(small.dimensions()).isEqualTo(new Dimensions(256, 256));
    assertThat(previews.picture(blob, 2, Size.SMALL, "")).isEmpty();
  }

  /** A page that shows several weighs 60 kB in all; noise is the worst that can come. */
  @Test
  void aPictureBesideALineOfTextIsLight() throws Exception {
    var blob = store(PicturesTests.noise(7), "work.png");

    var tiny = previews.picture(blob, 1, Size.TINY, "").orElseThrow();

    assertThat(tiny.dimensions()).isEqualTo(new Dimensions(96, 96));
    assertThat(tiny.size()).isLessThanOrEqualTo(1_000);
  }

  @Test
  void whatIsPreparedIsThereSoonAfterTheCommit() throws Exception {
    var blob = store(PicturesTests.noise(6), "work.png");

    transactions.executeWithoutResult(tx -> previews.prepare(blob, "Muestra"));

    for (int i = 0; i < 100 && made(blob) < 4; i++) {
      Thread.sleep(100);
    }
    assertThat(made(blob)).isEqualTo(4);
  }

  private int made(Blob blob) {
    return jdbc.sql("select count(*) from previews.preview where source = :sha and not failed")
        .param("sha", HexFormat.of().parseHex(blob.sha256().hex()))
        .query(Integer.class)
        .single();
  }

  @Test
  void aBrokenPictureCostsOnce() throws Exception {
    var noise = PicturesTests.noise(2);
    var blob = store(Arrays.copyOf(noise, noise.length / 2), "cut.png");

    assertThat(previews.of(blob)).isEqualTo(new Preview.Nothing());
    assertThat(previews.of(blob)).isEqualTo(new Preview.Nothing());

    assertThat(
            jdbc.sql("select count(*) from previews.preview where source = :sha and failed")
                .param("sha", HexFormat.of().parseHex(blob.sha256().hex()))
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aTextShowsItsBeginningInItsLetters() throws Exception {
    var old = "mañana ".repeat(2000).getBytes(Charset.forName("windows-1252"));

    assertThat(previews.of(store(old, "notes.txt")))
        .isInstanceOfSatisfying(
            Preview.Text.class,
            text -> {
              assertThat(text.text()).startsWith("mañana mañana").hasSize(8000);
              assertThat(text.more()).isTrue();
            });
  }

  @Test
  void aListIsATable() throws Exception {
    var csv = "\uFEFFcliente;total\nLucía;12,50\n".getBytes(StandardCharsets.UTF_8);

    assertThat(previews.of(store(csv, "list.csv")))
        .isEqualTo(
            new Preview.Sheet(
                new Table(List.of(List.of("cliente", "total"), List.of("Lucía", "12,50")), false)));
  }

  @Test
  void aSpreadsheetIsATable() throws Exception {
    var ods =
        SampleFiles.zip(
            Map.of(
                "mimetype",
                "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml",
                """
                <b xmlns:t="t"><t:table><t:table-row><t:table-cell><t:p>Año, "x"</t:p>
                </t:table-cell></t:table-row></t:table></b>\
                """));
    var blob = store(ods, "cuentas.ods");
    var expected = new Preview.Sheet(new Table(List.of(List.of("Año, \"x\"")), false));

    assertThat(previews.of(blob)).isEqualTo(expected);
    assertThat(previews.of(blob)).isEqualTo(expected);
  }

  @Test
  void whatABrowserPlaysOrNobodyShowsIsSaidSo() throws Exception {
    assertThat(previews.of(store(SampleFiles.bytes("ID3\3\0\0\0\0\0\0x"), "a.mp3")))
        .isEqualTo(new Preview.Sound());
    assertThat(previews.of(store(SampleFiles.bytes("\0\0\0\30ftypisom"), "a.mp4")))
        .isEqualTo(new Preview.Film());
    assertThat(previews.of(store(SampleFiles.bytes("{\\rtf1 x}"), "a.rtf")))
        .isEqualTo(new Preview.Nothing());
  }

  @Test
  void aPreviewGoesWithItsOriginal() throws Exception {
    var blob = store(PicturesTests.noise(3), "work.png");
    var small = previews.picture(blob, 1, Size.SMALL, "").orElseThrow();

    blobs.sweep(clock.instant().plus(Duration.ofDays(4)));

    assertThat(blobs.find(blob.id())).isEmpty();
    assertThat(blobs.find(small.id())).isEmpty();
    assertThat(blobs.file(small)).doesNotExist();
  }

  @Test
  void aPortraitIsASquareWithoutItsOriginal() throws Exception {
    var owner = Ids.fresh();
    var telephone = SampleFiles.turned(SampleFiles.picture("jpg", 1200, 800), 6);

    var photo = photos.store(new ByteArrayInputStream(telephone), "IMG_1.jpg", owner).orFail();

    assertThat(photo.dimensions()).isEqualTo(new Dimensions(192, 192));
    assertThat(photo.owner()).isEqualTo(owner);
    assertThat(photos.small(photo).orElseThrow().dimensions()).isEqualTo(new Dimensions(96, 96));
    var image = ImageIO.read(blobs.file(photo).toFile());
    assertThat(image.getRGB(96, 15) >> 16 & 0xFF).isGreaterThan(150);
    assertThat(image.getRGB(96, 177) & 0xFF).isGreaterThan(150);
  }

  @Test
  void aBrokenPortraitIsRefused() throws Exception {
    var flood = new ByteArrayInputStream(SampleFiles.pixelFlood(3000, 3000));

    var outcome = photos.store(flood, "me.png", Ids.fresh());

    assertThat(outcome.<String>fold(photo -> "kept", why -> why.key()))
        .isEqualTo("previews.broken");
  }

  @Test
  void aCopiedPictureIsKnownByItsLooks() throws Exception {
    var original = store(PicturesTests.noise(4), "mine.png");
    blobs.hold(original.id(), "test.thing", Ids.fresh());
    assertThat(twins.of(original)).isEmpty();
    var scaled = previews.picture(original, 1, Size.LARGE, "").orElseThrow();
    var copy = store(Files.readAllBytes(blobs.file(scaled)), "theirs.jpg");

    assertThat(twins.of(copy)).containsExactly(original);
    assertThat(twins.of(store(PicturesTests.noise(5), "other.png"))).isEmpty();
  }

  private Blob store(byte[] content, String name) throws IOException {
    return store(content, name, Ids.fresh());
  }

  private Blob store(byte[] content, String name, UUID owner) throws IOException {
    Outcome<Blob> outcome =
        blobs.store(new ByteArrayInputStream(content), Purpose.SAMPLE, name, owner);
    return outcome.orFail();
  }
}

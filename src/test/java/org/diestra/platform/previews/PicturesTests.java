package org.diestra.platform.previews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diestra.platform.blobs.SampleFiles.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.diestra.platform.blobs.FileType;
import org.diestra.platform.blobs.SampleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicturesTests {
  @TempDir Path folder;

  @Test
  void aLargePictureIsScaledAndKeepsItsShape() throws Exception {
    var small = Pictures.fit(file(picture("jpg", 4000, 1000)), FileType.JPEG, 320);

    assertThat(small.getWidth()).isEqualTo(320);
    assertThat(small.getHeight()).isEqualTo(80);
    assertThat(isRed(small, 40, 40)).isTrue();
    assertThat(isRed(small, 280, 40)).isFalse();
  }

  @Test
  void aSmallPictureIsNotBlownUp() throws Exception {
    assertThat(Pictures.fit(file(picture("png", 30, 20)), FileType.PNG, 320).getWidth())
        .isEqualTo(30);
  }

  @Test
  void webpIsRead() throws Exception {
    var image = Pictures.fit(file(SampleFiles.webp()), FileType.WEBP, 320);

    assertThat(image.getWidth()).isEqualTo(40);
    assertThat(isRed(image, 5, 10)).isTrue();
    assertThat(isRed(image, 35, 10)).isFalse();
  }

  /** EXIF 2.3, 4.6.4 A: 3 stands on its head, 6 has its top on the right, 8 on the left. */
  @ParameterizedTest
  @CsvSource({"1, 80, 40, true", "3, 80, 40, false", "6, 40, 80, true", "8, 40, 80, false"})
  void aPictureStandsUpright(int orientation, int width, int height, boolean redFirst)
      throws Exception {
    var turned = SampleFiles.turned(picture("jpg", 80, 40), orientation);

    var upright = Pictures.fit(file(turned), FileType.JPEG, 320);

    assertThat(upright.getWidth()).isEqualTo(width);
    assertThat(upright.getHeight()).isEqualTo(height);
    assertThat(isRed(upright, 5, 5)).isEqualTo(redFirst);
  }

  @Test
  void aSquareIsTheMiddle() throws Exception {
    var square = Pictures.square(file(picture("png", 900, 300)), FileType.PNG, 96);

    assertThat(square.getWidth()).isEqualTo(96);
    assertThat(square.getHeight()).isEqualTo(96);
    assertThat(isRed(square, 10, 48)).isTrue();
    assertThat(isRed(square, 86, 48)).isFalse();
  }

  @Test
  void aVeryLongPictureStillHasASquare() throws Exception {
    var square = Pictures.square(file(picture("png", 5000, 3)), FileType.PNG, 96);

    assertThat(square.getWidth()).isEqualTo(96);
    assertThat(square.getHeight()).isEqualTo(96);
  }

  @Test
  void whatIsWrittenSaysNothingAboutWhereItWasTaken() throws Exception {
    var turned = file(SampleFiles.turned(picture("jpg", 80, 40), 6));
    var written = folder.resolve("out");

    Pictures.write(Pictures.fit(turned, FileType.JPEG, 320), 320, written);

    var bytes = new String(Files.readAllBytes(written), StandardCharsets.ISO_8859_1);
    assertThat(bytes).startsWith("\u00ff\u00d8").doesNotContain("Exif");
  }

  @Test
  void whatShinesThroughStaysSo() throws Exception {
    var glass = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
    var png = folder.resolve("glass.png");
    ImageIO.write(glass, "png", png.toFile());

    assertThat(Pictures.write(Pictures.fit(png, FileType.PNG, 320), 320, folder.resolve("out")))
        .isEqualTo(FileType.PNG);
  }

  /** Noise is the worst that can come, and what shines through is the heaviest to write. */
  @ParameterizedTest
  @CsvSource({"96, false, 1000", "96, true, 1000", "192, false, 4000", "192, true, 4000"})
  void aSmallPictureIsLightWhateverItShows(int side, boolean shines, int most) throws Exception {
    var kind = shines ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    var image = new BufferedImage(side, side, kind);
    var random = new Random(side);
    for (int i = 0; i < side * side; i++) {
      image.setRGB(i % side, i / side, random.nextInt());
    }
    var written = folder.resolve("out");

    assertThat(Pictures.write(image, side, written)).isEqualTo(FileType.JPEG);
    assertThat(Files.size(written)).isBetween(most / 3L, (long) most);
  }

  @Test
  void aTextThatUnpacksWithoutEndIsNotUnpacked() throws Exception {
    var bomb = file(SampleFiles.textBomb());
    long before = System.nanoTime();

    var image = Pictures.fit(bomb, FileType.PNG, 320);

    assertThat(image.getWidth()).isEqualTo(2);
    assertThat(System.nanoTime() - before).isLessThan(1_000_000_000L);
  }

  @Test
  void aTruncatedPngIsBroken() throws Exception {
    var noise = noise(300);
    var cut = file(Arrays.copyOf(noise, noise.length / 2));

    assertThatThrownBy(() -> Pictures.fit(cut, FileType.PNG, 100)).isInstanceOf(Exception.class);
  }

  @Test
  void aPictureThatPromisesMoreThanItHoldsIsBroken() throws Exception {
    var flood = file(SampleFiles.pixelFlood(8000, 8000));

    assertThatThrownBy(() -> Pictures.fit(flood, FileType.PNG, 100)).isInstanceOf(Exception.class);
  }

  @Test
  void aWatermarkReachesEveryCorner() throws Exception {
    var plain = Pictures.fit(file(picture("png", 800, 600)), FileType.PNG, 1280);

    var marked = Watermark.over(plain, "Muestra de Lucía Peña · Diestra");

    for (int x = 0; x < 800; x += 200) {
      for (int y = 0; y < 600; y += 200) {
        assertThat(differing(plain, marked, x, y)).as("%d,%d", x, y).isGreaterThan(300);
      }
    }
  }

  @Test
  void theSamePictureScaledHasTheSameFingerprint() throws Exception {
    var original = ImageIO.read(file(noise(64)).toFile());
    var scaled = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
    scaled.createGraphics().drawImage(original, 0, 0, 400, 300, null);
    var other = ImageIO.read(file(noise(65)).toFile());

    long mine = Fingerprint.of(original).orElseThrow();

    assertThat(Long.bitCount(mine ^ Fingerprint.of(scaled).orElseThrow())).isLessThan(5);
    assertThat(Long.bitCount(mine ^ Fingerprint.of(other).orElseThrow())).isGreaterThan(12);
  }

  @Test
  void blankPaperHasNoFingerprint() {
    var blank = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);

    assertThat(Fingerprint.of(blank)).isEmpty();
  }

  private static long differing(BufferedImage a, BufferedImage b, int left, int top) {
    long count = 0;
    for (int x = left; x < left + 200; x++) {
      for (int y = top; y < top + 200; y++) {
        count += a.getRGB(x, y) != b.getRGB(x, y) ? 1 : 0;
      }
    }
    return count;
  }

  private static boolean isRed(BufferedImage image, int x, int y) {
    var color = new Color(image.getRGB(x, y));
    return color.getRed() > color.getBlue();
  }

  /** Large and small spots that hardly compress, the same for the same seed. */
  static byte[] noise(int seed) throws IOException {
    var random = new Random(seed);
    var image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
    var g = image.createGraphics();
    for (int i = 0; i < 200; i++) {
      g.setColor(new Color(random.nextInt(0x1000000)));
      g.fillOval(random.nextInt(256), random.nextInt(256), 20 + random.nextInt(60), 50);
    }
    g.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "in", ""), content);
  }
}

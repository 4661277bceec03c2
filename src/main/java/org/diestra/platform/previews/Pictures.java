package org.diestra.platform.previews;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.webp.WebpMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.filters.ImageFilter;
import net.coobird.thumbnailator.geometry.Positions;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.diestra.platform.blobs.FileType;
import org.jspecify.annotations.Nullable;

/** Decodes strangers' pictures no larger than needed, and writes our own without their metadata. */
final class Pictures {
  /** Pixels of the longer side: a page shows several stamps at once, and one portrait. */
  private static final int STAMP = 96;

  private static final int PORTRAIT = 192;
  private static final int FIRST_VIEW = 640;

  /**
   * Bytes of each, however much there is to be seen in it: a page's first view is to stay light.
   */
  private static final int STAMP_BYTES = 1_000;

  private static final int PORTRAIT_BYTES = 4_000;
  private static final int FIRST_VIEW_BYTES = 13_000;
  private static final float COARSEST = 0.05f;

  private Pictures() {}

  /** As it is meant to be seen, upright, with neither side longer than this. */
  static BufferedImage fit(Path file, FileType type, int longest) throws IOException {
    var decoded = upright(decode(file, type, longest, false), file, type);
    return decoded.getWidth() <= longest && decoded.getHeight() <= longest
        ? decoded
        : Thumbnails.of(decoded).size(longest, longest).asBufferedImage();
  }

  /** The middle of it, upright, as a square of exactly this side. */
  static BufferedImage square(Path file, FileType type, int side) throws IOException {
    var decoded = upright(decode(file, type, side, true), file, type);
    return Thumbnails.of(decoded).crop(Positions.CENTER).size(side, side).asBufferedImage();
  }

  /**
   * Reads every n-th pixel of a large picture: at least twice as many as are wanted, so that
   * scaling stays smooth, and never the whole.
   */
  private static BufferedImage decode(Path file, FileType type, int wanted, boolean shorter)
      throws IOException {
    ImageReader reader = ImageIO.getImageReadersByMIMEType(type.mediaType()).next();
    var plain = type == FileType.PNG ? PngCore.copy(file) : file;
    try (var in = ImageIO.createImageInputStream(plain.toFile())) {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      int side = shorter ? Math.min(width, height) : Math.max(width, height);
      int step = Math.max(1, Math.min(side / (2 * wanted), Math.min(width, height)));
      ImageReadParam param = reader.getDefaultReadParam();
      param.setSourceSubsampling(step, step, 0, 0);
      return reader.read(0, param);
    } finally {
      reader.dispose();
      if (!plain.equals(file)) {
        Files.deleteIfExists(plain);
      }
    }
  }

  private static BufferedImage upright(BufferedImage image, Path file, FileType type) {
    ImageFilter turn = ExifFilterUtils.getFilterForOrientation(orientation(file, type));
    return turn.apply(image);
  }

  private static Orientation orientation(Path file, FileType type) {
    try {
      var exif = metadata(file, type).getFirstDirectoryOfType(ExifIFD0Directory.class);
      if (exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
        int value = exif.getInt(ExifIFD0Directory.TAG_ORIENTATION);
        return value < 1 || value > 8 ? Orientation.TOP_LEFT : Orientation.typeOf(value);
      }
    } catch (ImageProcessingException | MetadataException | IOException broken) {
      // A picture with damaged metadata is a picture all the same.
    }
    return Orientation.TOP_LEFT;
  }

  /** Only of formats whose metadata can't be packed: there is no end to what might come out. */
  private static Metadata metadata(Path file, FileType type)
      throws IOException, ImageProcessingException {
    return switch (type) {
      case JPEG -> JpegMetadataReader.readMetadata(file.toFile(), List.of(new ExifReader()));
      case WEBP -> WebpMetadataReader.readMetadata(file.toFile());
      default -> new Metadata();
    };
  }

  /**
   * Writes PNG where something shines through, as long as it is light, else JPEG. Answers which.
   *
   * @param longest pixels of the longer side that were asked for
   */
  static FileType write(BufferedImage image, int longest, Path file) throws IOException {
    if (image.getColorModel().hasAlpha()) {
      ImageIO.write(painted(image, BufferedImage.TYPE_INT_ARGB, null), "png", file.toFile());
      if (Files.size(file) <= most(longest)) {
        return FileType.PNG;
      }
    }
    var plain = painted(image, BufferedImage.TYPE_INT_RGB, Color.WHITE);
    float quality = quality(longest);
    writeJpeg(plain, longest, quality, file);
    while (Files.size(file) > most(longest) && quality > COARSEST) {
      quality = Math.max(COARSEST, quality * 0.8f);
      writeJpeg(plain, longest, quality, file);
    }
    return FileType.JPEG;
  }

  private static BufferedImage painted(BufferedImage image, int type, @Nullable Color ground) {
    var plain = new BufferedImage(image.getWidth(), image.getHeight(), type);
    var g = plain.createGraphics();
    g.drawImage(image, 0, 0, ground, null);
    g.dispose();
    return plain;
  }

  private static void writeJpeg(BufferedImage image, int longest, float quality, Path file)
      throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    Files.deleteIfExists(file);
    try (var out = ImageIO.createImageOutputStream(file.toFile())) {
      var param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      if (param instanceof JPEGImageWriteParam jpeg && longest <= PORTRAIT) {
        jpeg.setOptimizeHuffmanTables(true); // a quarter less than in steps, which nobody sees here
      } else {
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
  }

  /** What is shown smaller than it is can be coarser. */
  private static float quality(int longest) {
    return longest <= STAMP ? 0.45f : longest <= PORTRAIT ? 0.7f : 0.82f;
  }

  private static long most(int longest) {
    if (longest <= PORTRAIT) {
      return longest <= STAMP ? STAMP_BYTES : PORTRAIT_BYTES;
    }
    return longest == FIRST_VIEW ? FIRST_VIEW_BYTES : Long.MAX_VALUE;
  }
}

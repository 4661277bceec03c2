package org.diestra.platform.blobs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Reads a picture's size out of its header, without decoding a pixel. */
final class PictureHeader {
  private PictureHeader() {}

  /** Empty for what is no picture, and for a picture whose header is broken. */
  static Optional<Dimensions> of(Path file, FileType type) {
    if (type.kind() != Kind.IMAGE) {
      return Optional.empty();
    }
    var reader = ImageIO.getImageReadersByMIMEType(type.mediaType()).next();
    try (var in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in, true, true);
      return Optional.of(new Dimensions(reader.getWidth(0), reader.getHeight(0)));
    } catch (IOException | RuntimeException broken) {
      // The readers answer damaged headers with exceptions of every kind.
      return Optional.empty();
    } finally {
      reader.dispose();
    }
  }
}

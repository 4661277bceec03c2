package org.diestra.platform.previews;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalLong;
import net.coobird.thumbnailator.Thumbnails;

/**
 * How a picture looks, in 64 bits: whether it grows brighter or darker from each of 9×8 fields to
 * the next (the "difference hash"). Scaling, another format or a little colour change few of them.
 */
final class Fingerprint {
  private static final int WIDTH = 9;
  private static final int HEIGHT = 8;

  /** Steps of brightness, of 256, that are noise. */
  private static final int NOISE = 3;

  private Fingerprint() {}

  /** Empty for a picture with too little in it: blank paper would resemble every other. */
  static OptionalLong of(BufferedImage picture) {
    var small = scaled(picture);
    long bits = 0;
    int edges = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH - 1; x++) {
        int step = brightness(small.getRGB(x, y)) - brightness(small.getRGB(x + 1, y));
        bits = bits << 1 | (step > NOISE ? 1 : 0);
        edges += Math.abs(step) > NOISE ? 1 : 0;
      }
    }
    return edges < 12 ? OptionalLong.empty() : OptionalLong.of(bits);
  }

  private static BufferedImage scaled(BufferedImage picture) {
    try {
      return Thumbnails.of(picture).forceSize(WIDTH, HEIGHT).asBufferedImage();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int brightness(int rgb) {
    return (299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF)) / 1000;
  }
}

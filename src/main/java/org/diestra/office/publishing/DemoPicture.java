package org.diestra.office.publishing;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A shelf of books that never was, for the demo: coloured backs on a board. */
final class DemoPicture {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 640;

  private DemoPicture() {}

  /**
   * @param salt another one gives another shelf
   */
  static byte[] png(int salt) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setPaint(new GradientPaint(0, 0, new Color(0xF3E9D8), 0, HEIGHT, new Color(0xD9C3A0)));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    int x = 60;
    for (int i = 0; x < WIDTH - 110; i++) {
      int mixed = Math.floorMod((i + salt) * 7919 + salt * 104_729, 1_000);
      int width = 36 + mixed % 34;
      int height = 300 + mixed % 160;
      pen.setPaint(Color.getHSBColor(mixed / 1000f, .38f + mixed % 20 / 100f, .62f));
      pen.fillRoundRect(x, HEIGHT - 90 - height, width, height, 8, 8);
      pen.setPaint(new Color(255, 255, 255, 110));
      pen.fillRect(x + 8, HEIGHT - 60 - height, width - 16, 6);
      x += width + 5;
    }
    pen.setPaint(new Color(0x6B4A2B));
    pen.fillRect(0, HEIGHT - 90, WIDTH, 34);
    pen.dispose();
    try (var out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

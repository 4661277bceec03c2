package org.diestra.platform.previews;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Writes whose sample this is across a picture, often enough that no crop is free of it. The
 * letters are drawn from the font that comes with PDFBox, for a server may have no font at all.
 */
final class Watermark {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final double TILT = Math.toRadians(-24);

  private Watermark() {}

  static BufferedImage over(BufferedImage picture, String text) throws IOException {
    var marked =
        new BufferedImage(
            picture.getWidth(),
            picture.getHeight(),
            picture.getColorModel().hasAlpha()
                ? BufferedImage.TYPE_INT_ARGB
                : BufferedImage.TYPE_INT_RGB);
    var g = marked.createGraphics();
    g.drawImage(picture, 0, 0, null);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    cover(g, outline(text), picture.getWidth(), picture.getHeight());
    g.dispose();
    return marked;
  }

  private static void cover(Graphics2D g, Path2D words, int width, int height) {
    double size = Math.max(12, Math.min(width, height) / 16.0);
    words.transform(AffineTransform.getScaleInstance(size, -size));
    double step = words.getBounds2D().getWidth() + 2 * size;
    double reach = Math.hypot(width, height);
    g.translate(width / 2.0, height / 2.0);
    g.rotate(TILT);
    int line = 0;
    for (double y = -reach; y < reach; y += 4 * size) {
      double shift = line++ % 2 == 0 ? 0 : step / 2;
      for (double x = -reach - shift; x < reach; x += step) {
        draw(g, words, x, y, size);
      }
    }
  }

  /** Light with a dark rim: to be seen on white paper and on night sky alike. */
  private static void draw(Graphics2D g, Path2D words, double x, double y, double size) {
    var there = words.createTransformedShape(AffineTransform.getTranslateInstance(x, y));
    g.setComposite(AlphaComposite.SrcOver.derive(0.30f));
    g.setStroke(new BasicStroke((float) (size / 16)));
    g.setColor(Color.BLACK);
    g.draw(there);
    g.setColor(Color.WHITE);
    g.fill(there);
  }

  /**
   * The text in letters one unit high, from the left; what the font has no letter for is left out.
   */
  private static Path2D outline(String text) throws IOException {
    var outline = new Path2D.Double();
    try (var in = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT));
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
      double unit = 1.0 / font.getUnitsPerEm();
      var letters = font.getUnicodeCmapLookup();
      double x = 0;
      for (int letter : text.codePoints().toArray()) {
        int glyph = letters.getGlyphId(letter);
        var shape = glyph == 0 ? null : font.getGlyph().getGlyph(glyph);
        if (shape != null) {
          var place = AffineTransform.getTranslateInstance(x * unit, 0);
          place.scale(unit, unit);
          outline.append(shape.getPath().getPathIterator(place), false);
        }
        x += glyph == 0 ? 0 : font.getAdvanceWidth(glyph);
      }
    }
    return outline;
  }
}

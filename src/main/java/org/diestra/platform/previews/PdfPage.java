package org.diestra.platform.previews;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A page of a PDF as a picture.
 *
 * @param pages how many the document has, at least 1
 */
record PdfPage(BufferedImage image, int pages) {

  /**
   * @param number from 1
   * @param longest pixels of its longer side
   */
  static PdfPage render(Path file, int number, int longest) throws IOException {
    try (var pdf =
        Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
      int pages = pdf.getNumberOfPages();
      if (number < 1 || number > pages) {
        throw new IOException("page " + number + " of " + pages);
      }
      var box = pdf.getPage(number - 1).getCropBox();
      float side = Math.max(1, Math.max(box.getWidth(), box.getHeight()));
      var renderer = new PDFRenderer(pdf);
      renderer.setSubsamplingAllowed(true);
      return new PdfPage(renderer.renderImage(number - 1, longest / side, ImageType.RGB), pages);
    }
  }
}

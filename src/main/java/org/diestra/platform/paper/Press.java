package org.diestra.platform.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prints well-formed XHTML. Its CSS may name the families {@code Paper} (with bold and italic),
 * {@code Code} and {@code Other}, which has the letters that the first lacks.
 */
public final class Press {
  private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
  // what people type may hold it, XML may not (XML 1.0, section 2.2)
  private static final Pattern NO_XML = Pattern.compile("[\\uFFFE\\uFFFF]");
  private static final String OWN_PICTURE = "data:image/";

  private Press() {}

  /** As PDF; of pictures only those that stand in the text itself as {@code data:image/…}. */
  public static byte[] print(String html) {
    return print(html, null);
  }

  /**
   * @param colours a profile for PDF/A-3B, or null for plain PDF
   */
  static byte[] print(String html, byte @Nullable [] colours) {
    var out = new ByteArrayOutputStream();
    var builder = new PdfRendererBuilder();
    if (colours != null) {
      builder.usePdfAConformance(PdfAConformance.PDFA_3_B);
      builder.useColorProfile(colours);
    }
    builder.withHtmlContent(NO_XML.matcher(html).replaceAll(""), null);
    builder.useFont(() -> font("DejaVuSerif.ttf"), "Paper", 400, FontStyle.NORMAL, true);
    builder.useFont(() -> font("DejaVuSerif-Bold.ttf"), "Paper", 700, FontStyle.NORMAL, true);
    builder.useFont(() -> font("DejaVuSerif-Italic.ttf"), "Paper", 400, FontStyle.ITALIC, true);
    builder.useFont(() -> font("DejaVuSansMono.ttf"), "Code", 400, FontStyle.NORMAL, true);
    builder.useFont(() -> font("DejaVuSans.ttf"), "Other", 400, FontStyle.NORMAL, true);
    builder.useUriResolver((base, uri) -> uri.startsWith(OWN_PICTURE) ? uri : null);
    builder.toStream(out);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static InputStream font(String name) {
    return Objects.requireNonNull(Press.class.getResourceAsStream(FONTS + name));
  }
}

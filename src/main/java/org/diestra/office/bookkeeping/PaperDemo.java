package org.diestra.office.bookkeeping;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The smallest PDF (ISO 32000-1, 7.5) that shows a few words, for papers of the demo. */
final class PaperDemo {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private PaperDemo() {}

  /**
   * @param from in large letters
   * @param what below
   */
  static byte[] pdf(String from, String what) {
    var words =
        "BT /F 17 Tf 36 250 Td (%s) Tj /F 11 Tf 0 -34 Td (Factura de muestra) Tj 0 -22 Td (%s) Tj ET\n"
            .formatted(escaped(from), escaped(what));
    var parts =
        List.of(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 320 300]/Contents 4 0 R"
                + "/Resources<</Font<</F 5 0 R>>>>>>",
            "<</Length " + words.length() + ">>stream\n" + words + "endstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
    return joined(parts);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
  }

  private static byte[] joined(List<String> parts) {
    var out = new ByteArrayOutputStream();
    var places = new ArrayList<Integer>();
    out.writeBytes("%PDF-1.4\n".getBytes(WESTERN));
    for (var part : parts) {
      places.add(out.size());
      out.writeBytes((places.size() + " 0 obj\n" + part + "\nendobj\n").getBytes(WESTERN));
    }
    int table = out.size();
    out.writeBytes(("xref\n0 " + (parts.size() + 1) + "\n0000000000 65535 f \n").getBytes(WESTERN));
    for (int place : places) {
      out.writeBytes(String.format(Locale.ROOT, "%010d 00000 n \n", place).getBytes(WESTERN));
    }
    out.writeBytes(
        ("trailer<</Size "
                + (parts.size() + 1)
                + "/Root 1 0 R>>\nstartxref\n"
                + table
                + "\n%%EOF\n")
            .getBytes(WESTERN));
    return out.toByteArray();
  }
}

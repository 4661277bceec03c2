package org.diestra.work.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.Test;

class SignedTextTests {
  private static final String TEXT = "{\"parties\":[\"Lucía\",\"Rosa\"]}";

  @Test
  void anAttachedTextIsFoundAsItIsAndDeflated() throws Exception {
    for (boolean deflated : new boolean[] {false, true}) {
      try (var document = new PDDocument()) {
        document.addPage(new PDPage());
        var bytes = new ByteArrayInputStream(bytes(TEXT));
        var stream =
            deflated
                ? new PDStream(document, bytes, org.apache.pdfbox.cos.COSName.FLATE_DECODE)
                : new PDStream(document, bytes);
        document
            .getDocumentCatalog()
            .getCOSObject()
            .setItem(org.apache.pdfbox.cos.COSName.EF, stream);
        var out = new ByteArrayOutputStream();
        document.save(out);
        assertThat(SignedText.candidates(out.toByteArray())).containsExactly(TEXT);
      }
    }
  }

  @Test
  void whatInflatesWithoutEndIsLeft() throws Exception {
    var bomb = new byte[64 << 20];
    bomb[0] = '{';
    var small = deflated(bomb);
    assertThat(small.length).isLessThan(1 << 20);
    assertThat(SignedText.candidates(streams(small, deflated(bytes(TEXT))))).containsExactly(TEXT);
  }

  @Test
  void whatWasWrappedTwiceOrIsDamagedIsNoText() throws Exception {
    var twice = deflated(deflated(bytes(TEXT)));
    var cut = java.util.Arrays.copyOf(deflated(bytes(TEXT)), 20);
    assertThat(SignedText.candidates(streams(twice, cut))).isEmpty();
    assertThat(SignedText.candidates(bytes("stream\n"))).isEmpty();
    assertThat(SignedText.candidates(new byte[0])).isEmpty();
  }

  @Test
  void ofManyTextsTheFirstFewAreLookedAt() throws Exception {
    var many = new byte[100][];
    java.util.Arrays.fill(many, deflated(bytes(TEXT)));
    assertThat(SignedText.candidates(streams(many))).hasSize(8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] deflated(byte[] bytes) throws Exception {
    var out = new ByteArrayOutputStream();
    try (var deflate = new DeflaterOutputStream(out, new Deflater(9))) {
      deflate.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] streams(byte[]... all) throws Exception {
    var out = new ByteArrayOutputStream();
    out.write(bytes("%PDF-1.7\n"));
    for (var one : all) {
      out.write(bytes("1 0 obj\n<</Filter/FlateDecode>>\nstream\r\n"));
      out.write(one);
      out.write(bytes("\nendstream\nendobj\n"));
    }
    return out.toByteArray();
  }
}

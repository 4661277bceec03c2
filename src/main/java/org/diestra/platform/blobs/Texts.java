package org.diestra.platform.blobs;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Tells text from bytes, and in which letters it is written. */
public final class Texts {
  private static final BitSet CONTROLS = controls();

  private Texts() {}

  static boolean isText(byte[] head) {
    var charset = charset(head);
    if (charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE)) {
      return true;
    }
    for (byte b : head) {
      if (CONTROLS.get(b & 0xFF)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The charset by its byte order mark, else UTF-8 where the bytes obey it, else windows-1252,
   * which the offices of both languages wrote before.
   */
  public static Charset charset(byte[] head) {
    if (head.length > 1 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (head.length > 1 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return isUtf8(head) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
  }

  /** The beginning of a text; a character that the end of the look cuts off is left out. */
  public static String read(byte[] head) {
    var letters = CharBuffer.allocate(head.length + 1);
    charset(head)
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .decode(ByteBuffer.wrap(head), letters, false);
    var text = letters.flip().toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** A character cut off by the end of the look is no fault: the decoder waits for its rest. */
  private static boolean isUtf8(byte[] head) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return !decoder
        .decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length), false)
        .isError();
  }

  /** Control characters that no text has; tab, line feeds, form feed and escape are fine. */
  private static BitSet controls() {
    var controls = new BitSet();
    controls.set(0x00, 0x20);
    controls.clear('\t');
    controls.clear('\n');
    controls.clear('\f');
    controls.clear('\r');
    controls.clear(0x1B);
    controls.set(0x7F);
    return controls;
  }
}

package org.diestra.platform.banking;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** The letters of a file that does not say which it is in: UTF-8, else what Windows wrote. */
final class Letters {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private Letters() {}

  /** Without a mark at its beginning. */
  static String of(byte[] bytes) {
    String text;
    try {
      text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException older) {
      text = new String(bytes, WESTERN);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}

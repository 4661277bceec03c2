package org.diestra.platform.banking;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;

/**
 * Reads the bytes of an XML document by its mark or its declaration (XML 1.0, appendix F). The
 * parser of the JDK would do so as well, but writes each broken byte to the standard error.
 */
final class XmlLetters {
  private static final int DECLARATION = 200;
  private static final Pattern ENCODING =
      Pattern.compile("^<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]{0,30})[\"']");

  private XmlLetters() {}

  /** A reader that fails where bytes are none of the letters they are said to be. */
  static Reader of(InputStream bytes) throws IOException {
    var in = new BufferedInputStream(bytes);
    in.mark(DECLARATION + 4);
    var head = in.readNBytes(DECLARATION);
    in.reset();
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      in.skipNBytes(3);
      return strict(in, UTF_8);
    }
    if (starts(head, 0xFE, 0xFF) || starts(head, 0xFF, 0xFE)) {
      in.skipNBytes(2);
      return strict(in, starts(head, 0xFE, 0xFF) ? UTF_16BE : UTF_16LE);
    }
    var declared = ENCODING.matcher(new String(head, ISO_8859_1));
    var name = declared.find() ? declared.group(1) : null;
    try {
      return strict(in, name == null ? UTF_8 : Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return strict(in, UTF_8);
    }
  }

  private static Reader strict(InputStream in, Charset letters) {
    return new InputStreamReader(in, letters.newDecoder());
  }

  private static boolean starts(byte[] head, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= head.length || (head[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}

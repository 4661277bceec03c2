package org.diestra.platform.vcard;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.diestra.platform.vcard.CardLine.Param;

/** Cards of version 2.1 (versit, 1996), written as 3.0: phones of old still make them. */
final class Older {
  private static final int HEX = 16;

  private Older() {}

  static Card renewed(Card old) {
    return new Card(old.lines().stream().map(Older::renewed).toList());
  }

  private static CardLine renewed(CardLine line) {
    if (line.name().equals("VERSION")) {
      return CardLine.of("VERSION", "3.0");
    }
    boolean quoted = line.param("ENCODING").stream().anyMatch("quoted-printable"::equalsIgnoreCase);
    boolean base64 = line.param("ENCODING").stream().anyMatch("base64"::equalsIgnoreCase);
    var letters = line.param("CHARSET").stream().findFirst().orElse("UTF-8");
    var value = quoted ? decoded(line.value(), charset(letters)) : line.value();
    if (base64) {
      value = value.replaceAll("\\s+", "");
    }
    var params = new ArrayList<Param>();
    if (base64) {
      params.add(new Param("ENCODING", "b"));
    }
    line.params().stream()
        .filter(p -> !p.name().equals("ENCODING") && !p.name().equals("CHARSET"))
        .forEach(params::add);
    // in 2.1 a comma is a comma, and a line end can stand in what was quoted
    var escaped = base64 ? value : escaped(value, line.name());
    return new CardLine(line.group(), line.name(), params, escaped, null);
  }

  private static String escaped(String value, String name) {
    var ends = value.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\\n");
    boolean lists = List.of("CATEGORIES", "NICKNAME").contains(name);
    return lists ? ends : ends.replaceAll("(?<!\\\\),", "\\\\,");
  }

  private static Charset charset(String name) {
    try {
      var charset = Charset.forName(name.strip().toUpperCase(Locale.ROOT));
      // what can't be written, or writes letters otherwise than ASCII, is no charset of a card
      boolean plain =
          charset.canEncode() && Arrays.equals("a=".getBytes(charset), new byte[] {'a', '='});
      return plain ? charset : StandardCharsets.UTF_8;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  /** RFC 2045, section 6.7; what is no code stays as it is. */
  private static String decoded(String value, Charset letters) {
    var out = new ByteArrayOutputStream(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      int code = c == '=' ? code(value, i + 1) : -1;
      if (code >= 0) {
        out.write(code);
        i += 2;
      } else {
        var bytes = Objects.toString(c).getBytes(letters);
        out.write(bytes, 0, bytes.length);
      }
    }
    return out.toString(letters).replace("\0", "");
  }

  private static int code(String value, int at) {
    if (at + 2 > value.length()) {
      return -1;
    }
    int high = Character.digit(value.charAt(at), HEX);
    int low = Character.digit(value.charAt(at + 1), HEX);
    return high < 0 || low < 0 ? -1 : high * HEX + low;
  }
}

package org.diestra.platform.vcard;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.diestra.platform.vcard.CardLine.Param;
import org.jspecify.annotations.Nullable;

/**
 * A picture that stands in a card itself (RFC 2426, section 3.1.4; RFC 6350, section 6.2.4). What
 * stands elsewhere is not fetched: its address could be anybody's.
 *
 * @param type by its own first bytes, whatever the card says
 */
public record CardPhoto(String type, byte[] bytes) {
  private static final String NAME = "PHOTO";
  private static final String DATA = "data:";
  private static final int LEAST = 12;

  public static Optional<CardPhoto> of(Card card) {
    return card.all(NAME).stream().flatMap(line -> read(line).stream()).findFirst();
  }

  /** Of the bytes of a picture that browsers show; empty for anything else. */
  public static Optional<CardPhoto> of(byte[] bytes) {
    return Optional.ofNullable(type(bytes)).map(type -> new CardPhoto(type, bytes));
  }

  private static Optional<CardPhoto> read(CardLine line) {
    var value = line.value().replace("\\,", ",").replace("\\;", ";");
    var lower = value.substring(0, Math.min(value.length(), 200)).toLowerCase(Locale.ROOT);
    int comma = lower.indexOf(',');
    boolean data =
        lower.startsWith(DATA) && comma > 0 && lower.substring(0, comma).contains("base64");
    boolean inline = !line.param("ENCODING").isEmpty();
    if (!data && !inline) {
      return Optional.empty();
    }
    try {
      var bytes = Base64.getMimeDecoder().decode(data ? value.substring(comma + 1) : value);
      return of(bytes);
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  private static @Nullable String type(byte[] b) {
    if (b.length < LEAST) {
      return null;
    }
    if ((b[0] & 0xFF) == 0xFF && (b[1] & 0xFF) == 0xD8) {
      return "image/jpeg";
    }
    if ((b[0] & 0xFF) == 0x89 && b[1] == 'P' && b[2] == 'N' && b[3] == 'G') {
      return "image/png";
    }
    if (b[0] == 'G' && b[1] == 'I' && b[2] == 'F' && b[3] == '8') {
      return "image/gif";
    }
    boolean riff = b[0] == 'R' && b[1] == 'I' && b[2] == 'F' && b[3] == 'F';
    return riff && b[8] == 'W' && b[9] == 'E' && b[10] == 'B' && b[11] == 'P' ? "image/webp" : null;
  }

  /** With this picture in the place of any other, as the card's version wants it. */
  public Card in(Card card) {
    var text = Base64.getEncoder().encodeToString(bytes);
    var line =
        card.version().equals("4.0")
            ? CardLine.of(NAME, DATA + type + ";base64," + text)
            : new CardLine(
                "",
                NAME,
                List.of(
                    new Param("ENCODING", "b"),
                    new Param("TYPE", type.substring("image/".length()).toUpperCase(Locale.ROOT))),
                text,
                null);
    return card.without(NAME).plus(List.of(line));
  }
}

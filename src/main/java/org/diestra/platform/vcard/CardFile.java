package org.diestra.platform.vcard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;

/**
 * A file of cards, each of which is read or refused by itself.
 *
 * @param cards in the order of the file; those of 2.1 written as 3.0
 * @param refused what could not be read
 */
public record CardFile(List<Card> cards, List<Refused> refused) {
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final Pattern BEGIN = Pattern.compile("BEGIN\\s*:\\s*VCARD\\s*");
  private static final Pattern END = Pattern.compile("END\\s*:\\s*VCARD\\s*");
  private static final Pattern NAME =
      Pattern.compile("(?im)^(?:[\\w-]+\\.)?(?:FN|ORG|EMAIL)[^:\r\n]*:([^\r\n]{1,80})");
  private static final int LONGEST_FRAME = 40; // letters of a line that begins or ends a card

  /**
   * @param line of the file on which it begins
   * @param name as far as one can tell
   */
  public record Refused(int line, String name, Refusal why) {}

  public CardFile {
    cards = List.copyOf(cards);
    refused = List.copyOf(refused);
  }

  /**
   * One card out of bytes that hold nothing else, as a program keeps it: UTF-8, and of a version
   * that is kept as it comes.
   */
  public static Outcome<Card> one(byte[] bytes) {
    if (bytes.length > Card.LARGEST) {
      return Outcome.refused(Refusal.invalid("vcard.too-large", List.of(Card.LARGEST / 1000)));
    }
    try {
      var text = clean(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
      if (text.indexOf('\0') >= 0) {
        return Outcome.refused(Refusal.invalid("vcard.not-utf8", List.of()));
      }
      var card = CardReader.read(text, 1);
      return Card.VERSIONS.contains(card.version())
          ? Outcome.done(card)
          : Outcome.refused(Refusal.invalid("vcard.version", List.of(card.version())));
    } catch (CharacterCodingException otherLetters) {
      return Outcome.refused(Refusal.invalid("vcard.not-utf8", List.of()));
    } catch (Faulty faulty) {
      return Outcome.refused(faulty.why());
    }
  }

  /**
   * All cards of a file, in whichever letters it is written.
   *
   * @param most how many cards it may have
   */
  public static Outcome<CardFile> read(byte[] bytes, int most) {
    try {
      return Outcome.done(new Cutter(clean(decoded(bytes)).replace("\0", ""), most).all());
    } catch (Faulty faulty) {
      return Outcome.refused(faulty.why());
    }
  }

  private static String clean(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Whoever writes no UTF-8 and no UTF-16 with its mark writes Western letters of Windows. */
  private static String decoded(byte[] bytes) {
    if (bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
        || bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException older) {
      return new String(bytes, WESTERN);
    }
  }

  /** Cuts a file into its cards. For one thread. */
  private static final class Cutter {
    /** Each takes some hundred bytes of memory. */
    private static final int MOST_LINES = 600_000;

    private final String text;
    private final int most;
    private final List<Card> cards = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private int begin = -1; // where the card that is open begins
    private int begun; // on which line
    private int depth;

    Cutter(String text, int most) {
      this.text = text;
      this.most = most;
    }

    CardFile all() {
      int number = 0;
      for (int at = 0; at < text.length(); ) {
        int end = lineEnd(at);
        if (++number > MOST_LINES) {
          throw new Faulty("vcard.file.lines", MOST_LINES);
        }
        look(at, end, number);
        at = end;
      }
      if (begin >= 0) {
        refuse(text.substring(begin), new Faulty("vcard.not-a-card"));
      }
      if (cards.isEmpty() && refused.isEmpty()) {
        throw new Faulty("vcard.none");
      }
      return new CardFile(cards, refused);
    }

    private void look(int at, int end, int number) {
      if (end - at > LONGEST_FRAME) {
        return;
      }
      var line = text.substring(at, end).toUpperCase(Locale.ROOT);
      if (BEGIN.matcher(line).matches()) {
        if (depth++ == 0) {
          begin = at;
          begun = number;
        }
      } else if (depth > 0 && END.matcher(line).matches() && --depth == 0) {
        take(text.substring(begin, end));
        begin = -1;
      }
    }

    private int lineEnd(int from) {
      int at = from;
      while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
        at++;
      }
      boolean both = text.startsWith("\r\n", at);
      return Math.min(text.length(), at + (both ? 2 : 1));
    }

    private void take(String one) {
      if (cards.size() + refused.size() >= most) {
        throw new Faulty("vcard.many", most);
      }
      try {
        if (one.getBytes(UTF_8).length > Card.LARGEST) {
          throw new Faulty("vcard.too-large", Card.LARGEST / 1000);
        }
        cards.add(kept(CardReader.read(one, begun)));
      } catch (Faulty faulty) {
        refuse(one, faulty);
      }
    }

    private static Card kept(Card card) {
      var version = card.version();
      if (!Card.VERSIONS.contains(version) && !version.equals("2.1")) {
        throw new Faulty("vcard.version", version);
      }
      return version.equals("2.1") ? Older.renewed(card) : card;
    }

    private void refuse(String one, Faulty faulty) {
      var name = NAME.matcher(one.substring(0, Math.min(one.length(), 2_000)));
      refused.add(
          new Refused(
              begun,
              name.find() ? Objects.requireNonNullElse(name.group(1), "").strip() : "",
              faulty.why()));
    }
  }
}

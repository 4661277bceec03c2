package org.diestra.office.channels;

import java.util.Objects;
import java.util.regex.Pattern;

/** How long a text is, as a network counts it. {@code count.js} counts the same in the browser. */
public enum Counting {
  /** Each character of Unicode is one. */
  PLAIN {
    @Override
    public int of(String text) {
      return text.codePointCount(0, text.length());
    }
  },
  /** What people see as one character is one (UAX #29): a flag, a family. */
  GRAPHEMES {
    @Override
    public int of(String text) {
      return graphemes(text);
    }
  },
  /** The same, but an address is 23 and a person's server is not counted (Mastodon's own rule). */
  MASTODON {
    @Override
    public int of(String text) {
      var links = LINK.matcher(text).replaceAll(LINK_OF_23);
      return graphemes(MENTION.matcher(links).replaceAll("$1@$2"));
    }
  },
  /**
   * An address is 23, an emoji 2, letters of most scripts 1 and of others 2 (X's weighted count,
   * version 3 of its configuration).
   */
  WEIGHTED {
    @Override
    public int of(String text) {
      var matcher = GRAPHEME.matcher(LINK.matcher(text).replaceAll(LINK_OF_23));
      int weight = 0;
      while (matcher.find()) {
        var one = Objects.requireNonNull(matcher.group());
        weight += EMOJI.matcher(one).find() ? 2 : one.codePoints().map(c -> light(c) ? 1 : 2).sum();
      }
      return weight;
    }
  };

  private static final Pattern GRAPHEME = Pattern.compile("\\X");
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]]");
  private static final Pattern MENTION =
      Pattern.compile("(^|[^/\\w])@([A-Za-z0-9_]+)@[A-Za-z0-9.-]+[A-Za-z0-9]");
  private static final Pattern EMOJI =
      Pattern.compile("\\p{IsExtended_Pictographic}|[\\x{1F1E6}-\\x{1F1FF}]|\\x{20E3}");
  private static final String LINK_OF_23 = "x".repeat(23);
  private static final Pattern TAG =
      Pattern.compile("(?<![\\w&/])#[\\p{L}\\p{N}_]*\\p{L}[\\p{L}\\p{N}_]*");

  /** So long is the text there. */
  public abstract int of(String text);

  /** How many tags it has. */
  public static int tags(String text) {
    return (int) TAG.matcher(text).results().count();
  }

  static Pattern tag() {
    return TAG;
  }

  static Pattern link() {
    return LINK;
  }

  private static int graphemes(String text) {
    return (int) GRAPHEME.matcher(text).results().count();
  }

  private static boolean light(int c) {
    return c <= 4351 || c >= 8192 && c <= 8205 || c >= 8208 && c <= 8223 || c >= 8242 && c <= 8247;
  }
}

package org.diestra.hiring.screening;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as its words, in lower case and without accents, each with its place in the text. What is
 * no letter and no digit parts words.
 */
record Tokens(String text, List<Token> all) {
  /** From inclusive, to exclusive, in the characters of the text. */
  record Token(String word, int from, int to) {}

  private static final int LONGEST_WORD = 64;

  static Tokens of(String text) {
    var found = new ArrayList<Token>();
    var word = new StringBuilder();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
        from = word.isEmpty() ? i : from;
        fold(c, word);
      } else if (!word.isEmpty()) {
        found.add(new Token(word.substring(0, Math.min(word.length(), LONGEST_WORD)), from, i));
        word.setLength(0);
      }
    }
    return new Tokens(text, found);
  }

  /** At most 80 characters from the first word to the last. */
  String excerpt(int first, int last) {
    var found = text.substring(all.get(first).from(), all.get(last).to());
    return shorten(found);
  }

  static String shorten(String found) {
    var line = found.strip().replaceAll("\\s+", " ");
    return line.length() <= 80 ? line : line.substring(0, 79) + "…";
  }

  private static void fold(char c, StringBuilder into) {
    if (c < 128) {
      into.append(Character.toLowerCase(c));
      return;
    }
    var parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
    for (int i = 0; i < parts.length(); i++) {
      char part = parts.charAt(i);
      if (Character.getType(part) != Character.NON_SPACING_MARK) {
        into.append(Character.toLowerCase(part));
      }
    }
  }
}

package org.diestra.platform.page;

/**
 * Takes the sting out of a text that is made to keep the parser busy: for each star that might end
 * an emphasis it looks through all those before it in the paragraph. Beyond 4000 of them, which
 * nobody writes, the rest of a paragraph's stars and underscores are signs like any other.
 */
final class Calm {
  private static final int MOST = 4_000;

  private Calm() {}

  static String of(String text) {
    return text.chars().filter(Calm::isMark).limit(MOST + 1L).count() > MOST ? calmed(text) : text;
  }

  private static String calmed(String text) {
    var out = new StringBuilder(text.length() * 2);
    int marks = 0;
    boolean blank = true;
    boolean escaped = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        marks = blank ? 0 : marks;
        blank = true;
      } else {
        blank &= Character.isWhitespace(c);
      }
      if (isMark(c) && ++marks > MOST && !escaped) {
        out.append('\\');
      }
      escaped = c == '\\' && !escaped;
      out.append(c);
    }
    return out.toString();
  }

  private static boolean isMark(int c) {
    return c == '*' || c == '_';
  }
}

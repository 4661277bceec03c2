package org.diestra.platform.writing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A line as the words it is made of; no gap is ever a word. */
record Line(List<Word> words) {
  /**
   * @param text a word with what is joined to it ({@code isn't}, {@code 12,50}), or one other sign
   * @param spaced whether a gap stands before it
   */
  record Word(String text, boolean spaced) {}

  /** The lines that hold something. */
  static List<Line> all(String text) {
    return text.lines().map(Line::of).filter(line -> !line.words.isEmpty()).toList();
  }

  static Line of(String text) {
    var words = new ArrayList<Word>();
    boolean spaced = false;
    for (int from = 0; from < text.length(); ) {
      int sign = text.codePointAt(from);
      int to = from + Character.charCount(sign);
      if (isGap(sign)) {
        spaced = true;
      } else {
        to = isLetter(sign) ? wordEnd(text, to) : to;
        words.add(new Word(text.substring(from, to), spaced && !words.isEmpty()));
        spaced = false;
      }
      from = to;
    }
    return new Line(words);
  }

  private static int wordEnd(String text, int from) {
    int to = from;
    while (to < text.length()) {
      int sign = text.codePointAt(to);
      int next = to + Character.charCount(sign);
      boolean joins =
          "'’-.,:_@".indexOf(sign) >= 0 && next < text.length() && isLetter(text.codePointAt(next));
      if (!isLetter(sign) && !joins) {
        break;
      }
      to = next;
    }
    return to;
  }

  private static boolean isLetter(int sign) {
    return Character.isLetterOrDigit(sign)
        || Character.getType(sign) == Character.NON_SPACING_MARK
        || Character.getType(sign) == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isGap(int sign) {
    return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
  }

  /** Both texts' lines as numbers, the same for lines of the same words. */
  static int[] ids(List<Line> was, List<Line> is) {
    var known = new HashMap<List<String>, Integer>();
    var ids = new int[was.size() + is.size()];
    for (int i = 0; i < ids.length; i++) {
      var line = i < was.size() ? was.get(i) : is.get(i - was.size());
      ids[i] = id(line.words.stream().map(Word::text).toList(), known);
    }
    return ids;
  }

  /** The words of two lines as numbers, one line after the other. */
  static int[] ids(Line was, Line is) {
    var known = new HashMap<String, Integer>();
    var ids = new int[was.words.size() + is.words.size()];
    for (int i = 0; i < ids.length; i++) {
      int j = i - was.words.size();
      ids[i] = id((j < 0 ? was.words.get(i) : is.words.get(j)).text(), known);
    }
    return ids;
  }

  private static <T> int id(T thing, Map<T, Integer> known) {
    return known.computeIfAbsent(thing, _ -> known.size());
  }

  /** How many words two lines share, of all that they have: 0 to 1. */
  double likeness(Line other) {
    var counts = new HashMap<String, Integer>();
    words.forEach(word -> counts.merge(word.text(), 1, Integer::sum));
    int shared = 0;
    for (var word : other.words) {
      int left = counts.getOrDefault(word.text(), 0);
      counts.put(word.text(), left - 1);
      shared += left > 0 ? 1 : 0;
    }
    return 2.0 * shared / (words.size() + other.words.size());
  }
}

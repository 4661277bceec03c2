package org.diestra.office.tables;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.diestra.platform.base.Folded;

/**
 * The words that somebody looks for: each begins a word of what is found. Writing without spaces
 * between words (Chinese, Japanese) is found by any of its signs.
 */
final class Sought {
  private static final int MOST = 8;
  private static final int LONGEST = 60;
  private static final int MARK = 7; // of 12 random digits
  private static final Pattern SIGN =
      Pattern.compile("([\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Sought() {}

  /** A folded text with one space between its words. */
  static String parted(String folded) {
    return BETWEEN.matcher(SIGN.matcher(folded).replaceAll(" $1 ")).replaceAll(" ").strip();
  }

  static List<String> words(String typed) {
    return Arrays.stream(parted(Folded.of(typed)).split(" "))
        .filter(w -> !w.isEmpty())
        .map(Sought::cut)
        .limit(MOST)
        .toList();
  }

  /**
   * The words of a row as they stand in the index, one space between them. Each begins with its
   * table's mark: who looks for a word reads nothing of other tables, however many have it.
   *
   * @param folded what the row says
   */
  static String marked(TableId table, String folded) {
    var mark = mark(table);
    return Arrays.stream(parted(folded).split(" "))
        .filter(w -> !w.isEmpty())
        .map(w -> mark + cut(w))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** For {@code tsquery}; words hold neither quotes nor backslashes. */
  static String query(TableId table, List<String> words) {
    var mark = mark(table);
    return words.stream().map(w -> "'" + mark + w + "':*").collect(Collectors.joining(" & "));
  }

  /** The end of its id: two tables that have the same one only read each other's words. */
  private static String mark(TableId table) {
    var id = table.value().toString();
    return id.substring(id.length() - MARK);
  }

  private static String cut(String word) {
    boolean split = word.length() > LONGEST && Character.isHighSurrogate(word.charAt(LONGEST - 1));
    return word.substring(0, Math.min(split ? LONGEST - 1 : LONGEST, word.length()));
  }
}

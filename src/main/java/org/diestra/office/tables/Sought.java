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
        .map(w -> w.substring(0, Math.min(LONGEST, w.length())))
        .limit(MOST)
        .toList();
  }

  /** For {@code tsquery}; words hold neither quotes nor backslashes. */
  static String query(List<String> words) {
    return words.stream().map(w -> "'" + w + "':*").collect(Collectors.joining(" & "));
  }
}

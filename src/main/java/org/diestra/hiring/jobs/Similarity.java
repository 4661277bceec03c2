package org.diestra.hiring.jobs;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How much of two texts is the same: the share of three-word shingles that both have. */
public final class Similarity {
  /** From here on two jobs of one client are one and the same. */
  static final double SAME = 0.85;

  private static final int SHINGLE = 3;

  private Similarity() {}

  /** From 0 (nothing in common) to 1 (the same words in the same order). */
  public static double of(String one, String other) {
    var ours = shingles(one);
    var theirs = shingles(other);
    int both = 0;
    for (var shingle : ours) {
      both += theirs.contains(shingle) ? 1 : 0;
    }
    int all = ours.size() + theirs.size() - both;
    return all == 0 ? 1 : (double) both / all;
  }

  /** The words in order, without case, accents, commas and marks. */
  public static List<String> words(String text) {
    var bare = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    return Arrays.stream(bare.replaceAll("\\p{M}+", "").split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** A text shorter than a shingle is one shingle. */
  private static Set<String> shingles(String text) {
    var words = words(text);
    var out = new HashSet<String>();
    for (int i = 0; i + SHINGLE <= words.size(); i++) {
      out.add(String.join(" ", words.subList(i, i + SHINGLE)));
    }
    if (out.isEmpty() && !words.isEmpty()) {
      out.add(String.join(" ", words));
    }
    return out;
  }
}

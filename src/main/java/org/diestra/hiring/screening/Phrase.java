package org.diestra.hiring.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.springframework.util.ConcurrentLruCache;

/**
 * A pattern that somebody without programming can write: words, {@code *} for any ending or
 * beginning of a word, {@code ...} for up to five words between. Case and accents don't count.
 *
 * <p>It is matched by walking the text once while keeping the set of all places reached in the
 * pattern, so the time is bounded by text × pattern, whatever either of them says.
 */
record Phrase(List<Element> elements) {
  private static final int GAP = 5;
  private static final int MOST_ELEMENTS = 12;
  private static final int LEAST_LETTERS = 3;

  // The same few hundred lines are read for each text that anybody sends.
  private static final int REMEMBERED = 4_000;
  private static final ConcurrentLruCache<String, Optional<Phrase>> READ =
      new ConcurrentLruCache<>(REMEMBERED, Phrase::parse);

  /**
   * @param glob a word in which {@code *} stands for any letters
   * @param loose whether up to five other words may stand before it
   */
  record Element(String glob, boolean loose) {}

  /**
   * Empty where the line is no usable pattern: too long, or so short that it would find anything.
   */
  static Optional<Phrase> read(String line) {
    return READ.get(line);
  }

  private static Optional<Phrase> parse(String line) {
    var elements = new ArrayList<Element>();
    boolean loose = false;
    for (var part : line.strip().split("\\s+")) {
      if (part.equals("...") || part.equals("…")) {
        loose = !elements.isEmpty();
        continue;
      }
      for (var glob : globs(part)) {
        elements.add(new Element(glob, loose));
        loose = false;
      }
    }
    boolean usable =
        elements.size() <= MOST_ELEMENTS && letters(elements) >= LEAST_LETTERS && !loose;
    return usable ? Optional.of(new Phrase(List.copyOf(elements))) : Optional.empty();
  }

  /** The first place where the text says it, in the text's own words. */
  Optional<String> find(Tokens tokens) {
    int width = elements.size() * (GAP + 1);
    int[] started = new int[width];
    var reached = new BitSet(width);
    for (int i = 0; i < tokens.all().size(); i++) {
      if (reached.isEmpty() && !glob(elements.getFirst().glob(), tokens.all().get(i).word())) {
        continue; // as nearly every word of nearly every text
      }
      var next = new BitSet(width);
      int[] since = new int[width];
      int start = step(tokens.all().get(i).word(), i, reached, started, next, since);
      if (start >= 0) {
        return Optional.of(tokens.excerpt(start, i));
      }
      reached = next;
      started = since;
    }
    return Optional.empty();
  }

  /**
   * Moves every place reached on by one word. Place {@code e × 6 + g} says that the first e
   * elements were found and g words skipped since.
   *
   * @return the index of the word where a whole match began, or -1
   */
  private int step(
      String word, int index, BitSet reached, int[] started, BitSet next, int[] since) {
    if (glob(elements.getFirst().glob(), word)) {
      if (elements.size() == 1) {
        return index;
      }
      enter(GAP + 1, index, next, since);
    }
    for (int at = reached.nextSetBit(0); at >= 0; at = reached.nextSetBit(at + 1)) {
      int element = at / (GAP + 1);
      int skipped = at % (GAP + 1);
      if (glob(elements.get(element).glob(), word)) {
        if (element + 1 == elements.size()) {
          return started[at];
        }
        enter((element + 1) * (GAP + 1), started[at], next, since);
      }
      if (elements.get(element).loose() && skipped < GAP) {
        enter(at + 1, started[at], next, since);
      }
    }
    return -1;
  }

  private static void enter(int place, int start, BitSet next, int[] since) {
    if (!next.get(place)) {
      next.set(place);
      since[place] = start;
    }
  }

  /** Whether a pattern with {@code *} fits a word; steps back at most to the last star. */
  static boolean glob(String glob, String word) {
    int g = 0;
    int star = -1;
    int resume = 0;
    for (int w = 0; w < word.length(); ) {
      if (g < glob.length() && glob.charAt(g) == '*') {
        star = g++;
        resume = w;
      } else if (g < glob.length() && glob.charAt(g) == word.charAt(w)) {
        g++;
        w++;
      } else if (star >= 0) {
        g = star + 1;
        w = ++resume;
      } else {
        return false;
      }
    }
    while (g < glob.length() && glob.charAt(g) == '*') {
      g++;
    }
    return g == glob.length();
  }

  /** The words of one part, stars kept: {@code pre-pay*} is {@code pre} and {@code pay*}. */
  private static List<String> globs(String part) {
    return Arrays.stream(part.split("[^\\p{L}\\p{Nd}\\p{M}*]+"))
        .map(Phrase::folded)
        .filter(glob -> !glob.isEmpty())
        .toList();
  }

  private static String folded(String glob) {
    var out = new StringBuilder();
    int from = 0;
    for (int i = 0; i <= glob.length(); i++) {
      if (i == glob.length() || glob.charAt(i) == '*') {
        Tokens.of(glob.substring(from, i)).all().forEach(t -> out.append(t.word()));
        out.append(i < glob.length() ? "*" : "");
        from = i + 1;
      }
    }
    return out.toString();
  }

  private static int letters(List<Element> elements) {
    return elements.stream().mapToInt(e -> e.glob().replace("*", "").length()).sum();
  }
}

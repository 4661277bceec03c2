package org.diestra.platform.writing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * Which parts of two sequences are the same, in order. What occurs once in either is an anchor (as
 * in Bram Cohen's patience diff); between anchors the longest common subsequence is found, where
 * that is at most a million comparisons, and what is larger without an anchor counts as changed. So
 * the cost is bounded by about a thousand steps for each part, whatever the texts are.
 */
final class Alignment {
  private static final int MOST = 1_000_000; // comparisons in one gap
  private static final int DEEPEST = 12; // gaps within gaps

  private final int[] parts;
  private final int second;
  private final int[] pairs;

  /** A gap in both: from (inclusive), to (exclusive), as places in {@link #parts}. */
  private record Gap(int a, int aEnd, int b, int bEnd, int depth) {
    int height() {
      return aEnd - a;
    }

    int width() {
      return bEnd - b;
    }
  }

  private Alignment(int[] parts, int second) {
    this.parts = parts;
    this.second = second;
    this.pairs = new int[second];
    Arrays.fill(pairs, -1);
  }

  /**
   * @param parts both sequences, one after the other; equal numbers are equal parts
   * @param second where the second begins
   * @return for each place in the first its place in the second, or -1
   */
  static int[] of(int[] parts, int second) {
    var alignment = new Alignment(parts, second);
    alignment.align(new Gap(0, second, second, parts.length, 0));
    return alignment.pairs;
  }

  private void align(Gap whole) {
    var gap = trimmed(whole);
    if (gap.height() == 0 || gap.width() == 0) {
      return;
    }
    if ((long) gap.height() * gap.width() <= MOST) {
      common(gap);
      return;
    }
    int a = gap.a;
    int b = gap.b;
    var anchors = gap.depth < DEEPEST ? anchors(gap) : List.<int[]>of();
    for (var anchor : anchors) {
      pair(anchor[0], anchor[1]);
      align(new Gap(a, anchor[0], b, anchor[1], gap.depth + 1));
      a = anchor[0] + 1;
      b = anchor[1] + 1;
    }
    if (!anchors.isEmpty()) {
      align(new Gap(a, gap.aEnd, b, gap.bEnd, gap.depth + 1));
    }
  }

  private void pair(int a, int b) {
    pairs[a] = b - second;
  }

  private Gap trimmed(Gap gap) {
    int a = gap.a;
    int b = gap.b;
    int aEnd = gap.aEnd;
    int bEnd = gap.bEnd;
    while (a < aEnd && b < bEnd && parts[a] == parts[b]) {
      pair(a++, b++);
    }
    while (a < aEnd && b < bEnd && parts[aEnd - 1] == parts[bEnd - 1]) {
      pair(--aEnd, --bEnd);
    }
    return new Gap(a, aEnd, b, bEnd, gap.depth);
  }

  private void common(Gap gap) {
    var longest = new int[gap.height() + 1][gap.width() + 1];
    for (int i = gap.height() - 1; i >= 0; i--) {
      for (int j = gap.width() - 1; j >= 0; j--) {
        longest[i][j] =
            parts[gap.a + i] == parts[gap.b + j]
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < gap.height() && j < gap.width()) {
      if (parts[gap.a + i] == parts[gap.b + j]) {
        pair(gap.a + i++, gap.b + j++);
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }

  /** What occurs once in either, as far as it stands in the same order. */
  private List<int[]> anchors(Gap gap) {
    var places = new HashMap<Integer, int[]>(); // place, times, in either
    for (int i = gap.a; i < gap.aEnd; i++) {
      seen(places.computeIfAbsent(parts[i], _ -> new int[4]), 0, i);
    }
    for (int j = gap.b; j < gap.bEnd; j++) {
      seen(places.computeIfAbsent(parts[j], _ -> new int[4]), 2, j);
    }
    var single = new ArrayList<int[]>();
    for (var place : places.values()) {
      if (place[1] == 1 && place[3] == 1) {
        single.add(new int[] {place[0], place[2]});
      }
    }
    single.sort((x, y) -> Integer.compare(x[0], y[0]));
    return rising(single);
  }

  private static void seen(int[] place, int side, int at) {
    place[side] = at;
    place[side + 1]++;
  }

  /** The longest part of them whose second places rise (by piles, as in the game of patience). */
  private static List<int[]> rising(List<int[]> anchors) {
    var tops = new int[anchors.size()];
    var under = new int[anchors.size()];
    int piles = 0;
    for (int i = 0; i < anchors.size(); i++) {
      int low = 0;
      int high = piles;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (anchors.get(tops[middle])[1] < anchors.get(i)[1]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      tops[low] = i;
      under[i] = low == 0 ? -1 : tops[low - 1];
      piles = Math.max(piles, low + 1);
    }
    var out = new ArrayList<int[]>();
    for (int i = piles == 0 ? -1 : tops[piles - 1]; i >= 0; i = under[i]) {
      out.add(anchors.get(i));
    }
    return out.reversed();
  }
}

package org.diestra.hiring.jobs;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two texts side by side, line by line. */
final class Lines {
  /** Beyond so many comparisons two texts are shown as altogether different. */
  private static final long MOST = 1_000_000;

  /**
   * @param before null where the line is new
   * @param after null where the line is gone
   */
  record Pair(@Nullable String before, @Nullable String after) {
    boolean same() {
      return before != null && before.equals(after);
    }
  }

  private Lines() {}

  static List<Pair> compare(List<String> before, List<String> after) {
    if ((long) before.size() * after.size() > MOST) {
      var pairs = new ArrayList<Pair>();
      before.forEach(line -> pairs.add(new Pair(line, null)));
      after.forEach(line -> pairs.add(new Pair(null, line)));
      return joined(pairs);
    }
    return joined(walk(before, after, common(before, after)));
  }

  private static List<Pair> walk(List<String> before, List<String> after, int[][] common) {
    var pairs = new ArrayList<Pair>();
    int b = 0;
    int a = 0;
    while (b < before.size() || a < after.size()) {
      boolean both = b < before.size() && a < after.size();
      if (both && before.get(b).equals(after.get(a))) {
        pairs.add(new Pair(before.get(b++), after.get(a++)));
      } else if (a == after.size() || both && common[b + 1][a] >= common[b][a + 1]) {
        pairs.add(new Pair(before.get(b++), null));
      } else {
        pairs.add(new Pair(null, after.get(a++)));
      }
    }
    return pairs;
  }

  /** The length of the longest common run of lines from each place on. */
  private static int[][] common(List<String> before, List<String> after) {
    var common = new int[before.size() + 1][after.size() + 1];
    for (int b = before.size() - 1; b >= 0; b--) {
      for (int a = after.size() - 1; a >= 0; a--) {
        common[b][a] =
            before.get(b).equals(after.get(a))
                ? common[b + 1][a + 1] + 1
                : Math.max(common[b + 1][a], common[b][a + 1]);
      }
    }
    return common;
  }

  /** A line that went and one that came in its place stand in one row. */
  private static List<Pair> joined(List<Pair> pairs) {
    var out = new ArrayList<Pair>();
    var gone = new ArrayList<String>();
    for (var pair : pairs) {
      if (pair.after() == null && pair.before() != null) {
        gone.add(pair.before());
      } else if (pair.before() == null && !gone.isEmpty()) {
        out.add(new Pair(gone.removeFirst(), pair.after()));
      } else {
        gone.forEach(line -> out.add(new Pair(line, null)));
        gone.clear();
        out.add(pair);
      }
    }
    gone.forEach(line -> out.add(new Pair(line, null)));
    return out;
  }
}

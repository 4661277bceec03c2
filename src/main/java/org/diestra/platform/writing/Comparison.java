package org.diestra.platform.writing;

import java.util.ArrayList;
import java.util.List;

/**
 * Two versions of a text beside each other, line by line and within a line word by word. Blank
 * lines and the width of gaps are no changes. Time grows little more than with the length, whatever
 * the texts are: where they have nothing in common, whole lines stand for changed.
 */
public final class Comparison {
  /** Unchanged lines that are shown on either side of a change. */
  private static final int AROUND = 2;

  private Comparison() {}

  public enum Kind {
    SAME,
    REMOVED,
    ADDED
  }

  /** A piece of a line; two that follow each other are of different kinds. */
  public record Run(String text, Kind kind) {}

  /**
   * A line of the one beside a line of the other.
   *
   * @param before in the older text; empty where the line is new
   * @param after in the newer text; empty where the line is gone
   */
  public record Row(List<Run> before, List<Run> after) {
    public Row {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }

    public boolean changed() {
      return before.size() != 1 || !before.equals(after) || before.getFirst().kind() != Kind.SAME;
    }
  }

  /** Rows that are either shown, or folded because nothing changed near them. */
  record Stretch(boolean folded, List<Row> rows) {}

  /** The rows in the order of both texts. */
  public static List<Row> of(String before, String after) {
    var was = Line.all(before);
    var is = Line.all(after);
    var pairs = Alignment.of(Line.ids(was, is), was.size());
    var rows = new ArrayList<Row>();
    int i = 0;
    int j = 0;
    for (; i < was.size(); i++) {
      if (pairs[i] >= 0) {
        rows.addAll(Gap.rows(List.of(), is.subList(j, pairs[i])));
        rows.add(Gap.same(is.get(pairs[i])));
        j = pairs[i] + 1;
      } else {
        int end = i;
        while (end < was.size() && pairs[end] < 0) {
          end++;
        }
        int next = end < was.size() ? pairs[end] : is.size();
        rows.addAll(Gap.rows(was.subList(i, end), is.subList(j, next)));
        j = next;
        i = end - 1;
      }
    }
    rows.addAll(Gap.rows(List.of(), is.subList(j, is.size())));
    return rows;
  }

  public static boolean changed(List<Row> rows) {
    return rows.stream().anyMatch(Row::changed);
  }

  /** Folds what lies further than two rows from a change; a fold holds at least three rows. */
  static List<Stretch> stretches(List<Row> rows) {
    var out = new ArrayList<Stretch>();
    var near = near(rows);
    for (int from = 0; from < rows.size(); ) {
      int to = from;
      while (to < rows.size() && near[to] == near[from]) {
        to++;
      }
      out.add(new Stretch(!near[from] && to - from > AROUND, rows.subList(from, to)));
      from = to;
    }
    return out;
  }

  private static boolean[] near(List<Row> rows) {
    var near = new boolean[rows.size()];
    for (int i = 0; i < near.length; i++) {
      if (rows.get(i).changed()) {
        int to = Math.min(near.length, i + AROUND + 1);
        for (int k = Math.max(0, i - AROUND); k < to; k++) {
          near[k] = true;
        }
      }
    }
    return near;
  }
}

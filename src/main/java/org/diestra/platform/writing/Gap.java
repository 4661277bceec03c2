package org.diestra.platform.writing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.diestra.platform.writing.Comparison.Kind;
import org.diestra.platform.writing.Comparison.Row;
import org.diestra.platform.writing.Comparison.Run;
import org.jspecify.annotations.Nullable;

/** Lines between two that are the same: those that resemble each other stand side by side. */
final class Gap {
  private static final double ALIKE = 0.3; // of their words
  private static final int MOST = 2_500; // pairs of lines that are looked at for a likeness

  private Gap() {}

  static List<Row> rows(List<Line> was, List<Line> is) {
    var rows = new ArrayList<Row>();
    int i = 0;
    int j = 0;
    for (var pair : alike(was, is)) {
      beside(was.subList(i, pair[0]), is.subList(j, pair[1]), rows);
      rows.add(words(was.get(pair[0]), is.get(pair[1])));
      i = pair[0] + 1;
      j = pair[1] + 1;
    }
    beside(was.subList(i, was.size()), is.subList(j, is.size()), rows);
    return rows;
  }

  /** Lines without any likeness, one beside the other as far as there are two. */
  private static void beside(List<Line> was, List<Line> is, List<Row> rows) {
    for (int k = 0; k < Math.max(was.size(), is.size()); k++) {
      rows.add(
          new Row(
              whole(k < was.size() ? was.get(k) : null, Kind.REMOVED),
              whole(k < is.size() ? is.get(k) : null, Kind.ADDED)));
    }
  }

  /** A line that stayed, as the newer text spaces it. */
  static Row same(Line line) {
    return new Row(whole(line, Kind.SAME), whole(line, Kind.SAME));
  }

  private static List<Run> whole(@Nullable Line line, Kind kind) {
    return line == null ? List.of() : runs(line, new int[line.words().size()], kind, kind);
  }

  private static Row words(Line was, Line is) {
    var pairs = Alignment.of(Line.ids(was, is), was.words().size());
    var back = new int[is.words().size()];
    Arrays.fill(back, -1);
    for (int i = 0; i < pairs.length; i++) {
      if (pairs[i] >= 0) {
        back[pairs[i]] = i;
      }
    }
    return new Row(
        runs(was, pairs, Kind.SAME, Kind.REMOVED), runs(is, back, Kind.SAME, Kind.ADDED));
  }

  /** A gap between two kinds belongs to what stayed the same. */
  private static List<Run> runs(Line line, int[] pairs, Kind paired, Kind lone) {
    var runs = new ArrayList<Run>();
    var text = new StringBuilder();
    for (int i = 0; i < pairs.length; i++) {
      var word = line.words().get(i);
      var gap = word.spaced() ? " " : "";
      boolean turns = i > 0 && pairs[i] < 0 != pairs[i - 1] < 0;
      if (turns) {
        text.append(pairs[i] < 0 ? gap : "");
        runs.add(new Run(text.toString(), pairs[i] < 0 ? paired : lone));
        text.setLength(0);
      }
      text.append(turns && pairs[i] < 0 ? "" : gap).append(word.text());
    }
    runs.add(new Run(text.toString(), pairs[pairs.length - 1] < 0 ? lone : paired));
    return runs;
  }

  /** Pairs of places, in order, whose likenesses have the largest sum. */
  private static List<int[]> alike(List<Line> was, List<Line> is) {
    if ((long) was.size() * is.size() > MOST) {
      return inStep(was, is);
    }
    var like = new double[was.size()][is.size()];
    var best = new double[was.size() + 1][is.size() + 1];
    for (int i = was.size() - 1; i >= 0; i--) {
      for (int j = is.size() - 1; j >= 0; j--) {
        double likeness = was.get(i).likeness(is.get(j));
        like[i][j] = likeness < ALIKE ? -1 : likeness;
        best[i][j] =
            Math.max(like[i][j] + best[i + 1][j + 1], Math.max(best[i + 1][j], best[i][j + 1]));
      }
    }
    var out = new ArrayList<int[]>();
    int i = 0;
    int j = 0;
    while (i < was.size() && j < is.size()) {
      if (like[i][j] > 0 && best[i][j] == like[i][j] + best[i + 1][j + 1]) {
        out.add(new int[] {i++, j++});
      } else if (best[i + 1][j] >= best[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return out;
  }

  private static List<int[]> inStep(List<Line> was, List<Line> is) {
    var out = new ArrayList<int[]>();
    for (int k = 0; k < Math.min(was.size(), is.size()); k++) {
      if (was.get(k).likeness(is.get(k)) >= ALIKE) {
        out.add(new int[] {k, k});
      }
    }
    return out;
  }
}

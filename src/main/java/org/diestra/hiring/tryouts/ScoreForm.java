package org.diestra.hiring.tryouts;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Ui;
import org.jspecify.annotations.Nullable;

/**
 * Points for each area of the job, as chosen. Which fields there are depends on the job, so it
 * takes what was sent as it is and looks up what it asked for.
 */
public record ScoreForm(Map<String, String> typed) {
  /** Characters of a note. */
  public static final int NOTE = 500;

  /** Nothing chosen yet. */
  public static final ScoreForm EMPTY = new ScoreForm(Map.of());

  /** Filled from what was given before. */
  public static ScoreForm of(Scores scores) {
    var typed = new LinkedHashMap<String, String>();
    scores.points().forEach((area, points) -> typed.put(field(area), String.valueOf(points)));
    var note = scores.note();
    if (note != null) {
      typed.put("note", note);
    }
    return new ScoreForm(typed);
  }

  /** The name of an area’s field. */
  public static String field(Area area) {
    return "points-" + area.slug();
  }

  /** What was chosen for it, or null. */
  public @Nullable String value(Area area) {
    return typed.get(field(area));
  }

  /** What was written, or null. */
  public @Nullable String note() {
    return typed.get("note");
  }

  /** 0–5, each with what it means. */
  static Map<String, String> options() {
    var all = new LinkedHashMap<String, String>();
    for (int points = 0; points <= Scores.BEST; points++) {
      all.put(String.valueOf(points), Ui.words("tryouts.points." + points));
    }
    return all;
  }

  /** Null where there are problems. */
  public @Nullable Scores read(Collection<Area> areas, Problems problems) {
    var points = new EnumMap<Area, Integer>(Area.class);
    for (var area : areas) {
      var chosen = value(area);
      if (chosen != null && chosen.matches("[0-5]")) {
        points.put(area, Integer.valueOf(chosen));
      } else {
        problems.add(field(area), "tryouts.points.missing");
      }
    }
    var said = new Typed(problems).text("note", note(), NOTE);
    return problems.any() ? null : new Scores(points, said.isEmpty() ? null : said);
  }
}

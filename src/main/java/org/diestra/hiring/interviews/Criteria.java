package org.diestra.hiring.interviews;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.diestra.platform.base.Area;

/** What somebody is judged by after an interview: each of the job's areas, and how the two work. */
final class Criteria {
  private static final List<String> ALWAYS =
      List.of("understanding", "communication", "independence");

  private Criteria() {}

  /** The areas in the house's order, then what holds for any work. */
  static List<String> of(Set<Area> areas) {
    var all = new ArrayList<>(areas.stream().sorted().map(Area::slug).toList());
    all.addAll(ALWAYS);
    return all;
  }

  /** What a criterion is called in the reader's language. */
  static String key(String criterion) {
    return Area.read(criterion).map(Area::key).orElse("interviews.criterion." + criterion);
  }
}

package org.diestra.hiring.talent;

import java.util.List;
import org.diestra.platform.base.Area;

/**
 * An area somebody works in.
 *
 * @param years how long, 0–60
 * @param tools which they know, at most {@link #MOST_TOOLS}
 * @param shown whether a sample or a reference stands behind it; else it is said, not shown
 */
public record Claim(Area area, int years, List<String> tools, boolean shown) {
  public static final int MOST_YEARS = 60;
  public static final int MOST_TOOLS = 12;

  public Claim {
    if (years < 0 || years > MOST_YEARS || tools.size() > MOST_TOOLS) {
      throw new IllegalArgumentException("no claim: " + years + " years, " + tools.size());
    }
    tools = List.copyOf(tools);
  }

  /** The same, with something behind it. */
  Claim proven() {
    return new Claim(area, years, tools, true);
  }
}

package org.diestra.work.time;

import java.util.List;

/** How a timer ended. */
sealed interface Stop {
  /**
   * Its time is recorded.
   *
   * @param lines one, or more where a week or a pause parts it
   * @param cut whether some of what it counted could not be kept
   * @param undescribed whether a note has to be written yet
   */
  record Recorded(List<Entry> lines, boolean cut, boolean undescribed) implements Stop {
    public Recorded {
      lines = List.copyOf(lines);
    }

    int minutes() {
      return lines.stream().mapToInt(e -> e.facts().minutes()).sum();
    }
  }

  /** Nothing of it could be kept: less than a minute, or no work could be done then. */
  record Nothing() implements Stop {}

  /** It had been stopped before, by another tab or another device. */
  record Already() implements Stop {}
}

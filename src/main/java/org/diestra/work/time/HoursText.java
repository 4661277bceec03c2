package org.diestra.work.time;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.diestra.work.time.Entry.Source;
import org.jspecify.annotations.Nullable;

/** Reads the demo's hours from the table beside this class. */
final class HoursText {
  static final List<Line> LINES = read();

  private HoursText() {}

  /**
   * @param week counted from 0, the first one of the contract
   * @param task what its title begins with, or empty for none
   * @param question of the client's, or null
   */
  record Line(
      int week,
      DayOfWeek day,
      LocalTime from,
      int minutes,
      Source source,
      String task,
      String note,
      @Nullable String question,
      String answer) {}

  private static List<Line> read() {
    try (var in = Objects.requireNonNull(HoursText.class.getResourceAsStream("hours.data.txt"));
        var lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(HoursText::line).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Line line(String text) {
    var cells = List.of(text.split("\\|", -1));
    return new Line(
        Integer.parseInt(cells.get(0)),
        DayOfWeek.valueOf(cells.get(1)),
        LocalTime.parse(cells.get(2)),
        Integer.parseInt(cells.get(3)),
        Source.valueOf(cells.get(4)),
        cells.get(5),
        cells.get(6),
        cells.get(7).isEmpty() ? null : cells.get(7),
        cells.get(8));
  }
}

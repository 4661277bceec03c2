package org.diestra.platform.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Fluency;

/** Reads the demo's assistants from the table beside this class. */
final class Assistants {
  static final List<Assistant> ALL = read();

  private Assistants() {}

  private static List<Assistant> read() {
    try (var in =
            Objects.requireNonNull(Assistants.class.getResourceAsStream("assistants.data.txt"));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Assistants::assistant)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Assistant assistant(String line) {
    var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    return new Assistant(
        cells.get(0) + "@demo.test",
        cells.get(1),
        cells.get(2),
        ZoneId.of(cells.get(3)),
        words(cells.get(4)).map(word -> Fluency.read(word).orElseThrow()).toList(),
        words(cells.get(5)).map(Assistants::area).toList(),
        Integer.parseInt(cells.get(6)),
        Long.parseLong(cells.get(7)),
        Integer.parseInt(cells.get(8)));
  }

  private static java.util.stream.Stream<String> words(String cell) {
    return Arrays.stream(cell.split(" ", -1));
  }

  private static Area area(String slug) {
    return Area.valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}

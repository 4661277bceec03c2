package org.diestra.hiring.tryouts;

import java.util.List;
import java.util.stream.Collectors;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.previews.Preview;
import org.diestra.platform.previews.Previews;
import org.jspecify.annotations.Nullable;

/**
 * What can be read of the file that comes with a task: the beginning of a text, the corner of a
 * sheet. Of pictures and papers nothing can.
 *
 * @param head the first line, at most 300 characters; null where there is none
 */
record Material(String text, @Nullable String head) {
  private static final int LONGEST_HEAD = 300;
  private static final Material NOTHING = new Material("", null);

  /** May take seconds; not within a transaction. */
  static Material of(@Nullable Blob file, Previews previews) {
    if (file == null) {
      return NOTHING;
    }
    return switch (previews.of(file)) {
      case Preview.Text(var text, var more) -> new Material(text, firstLine(text));
      case Preview.Sheet(var table) -> {
        var lines = table.rows().stream().map(Material::line).toList();
        yield new Material(String.join("\n", lines), firstLine(String.join("\n", lines)));
      }
      default -> NOTHING;
    };
  }

  private static String line(List<String> cells) {
    return cells.stream().filter(cell -> !cell.isBlank()).collect(Collectors.joining(" ; "));
  }

  private static @Nullable String firstLine(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .map(line -> line.length() <= LONGEST_HEAD ? line : line.substring(0, LONGEST_HEAD))
        .orElse(null);
  }
}

package org.diestra.office.imports;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.diestra.office.fields.Field;
import org.diestra.office.fields.FieldKind;
import org.diestra.office.tables.Table;
import org.diestra.platform.base.Folded;

/** What a file's first rows tell of it, before a person says how it is. */
final class Guess {
  private static final Pattern POINT = Pattern.compile("-?[0-9]+\\.[0-9]+");
  private static final Pattern COMMA = Pattern.compile("-?[0-9]+,[0-9]+");

  /** May as well be a whole number whose thousands are parted. */
  private static final Pattern THOUSANDS = Pattern.compile("-?[1-9][0-9]{0,2}[.,][0-9]{3}");

  private Guess() {}

  /** To which field each column goes: those that are called like one, to it. */
  static List<Integer> mapping(Table table, List<List<String>> preview) {
    int columns = preview.stream().mapToInt(List::size).max().orElse(0);
    var taken = new HashSet<Integer>();
    return IntStream.range(0, columns)
        .mapToObj(i -> i < preview.getFirst().size() ? Folded.of(preview.getFirst().get(i)) : "")
        .map(name ->
            table.fields().stream()
                .filter(f -> Folded.of(f.name()).equals(name) && taken.add(f.number()))
                .map(Field::number)
                .findFirst()
                .orElse(0))
        .toList();
  }

  /**
   * With which sign its numbers are written: where they tell it themselves, as what was exported
   * here does, not as whoever brings it would write them.
   *
   * @param commas whether these part its cells
   * @param usual what holds where nothing tells
   */
  static char decimal(
      Table table, List<List<String>> preview, List<Integer> mapping, boolean commas, char usual) {
    var cells =
        IntStream.range(0, mapping.size())
            .filter(i -> table.field(mapping.get(i)).filter(Guess::number).isPresent())
            .boxed()
            .flatMap(i -> preview.stream().skip(1).filter(r -> i < r.size()).map(r -> r.get(i)))
            .toList();
    if (tells(cells, POINT, ',', commas)) {
      return '.';
    }
    return tells(cells, COMMA, '.', false) ? ',' : usual;
  }

  private static boolean tells(List<String> cells, Pattern shape, char other, boolean surely) {
    var fit = cells.stream().filter(c -> shape.matcher(c).matches()).toList();
    return !fit.isEmpty()
        && cells.stream().noneMatch(c -> c.indexOf(other) >= 0)
        && (surely || fit.stream().anyMatch(c -> !THOUSANDS.matcher(c).matches()));
  }

  private static boolean number(Field field) {
    return field.kind() == FieldKind.NUMBER || field.kind() == FieldKind.MONEY;
  }
}

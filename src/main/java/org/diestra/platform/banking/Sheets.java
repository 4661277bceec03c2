package org.diestra.platform.banking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one file. Some banks put the latest first: what there was before all of them
 * and after is told by their days, where each begins with what the one before it ended with.
 */
final class Sheets {
  private final List<Sheet> all = new ArrayList<>();

  private record Sheet(@Nullable Money opening, @Nullable Money closing, LocalDate day) {}

  /**
   * @param lines its own; where there are none it is of the day of the one before it
   */
  void add(@Nullable Money opening, @Nullable Money closing, List<BankLine> lines) {
    var before = all.isEmpty() ? LocalDate.MIN : all.getLast().day();
    var day = lines.stream().map(BankLine::day).min(Comparator.naturalOrder()).orElse(before);
    all.add(new Sheet(opening, closing, day));
  }

  @Nullable Money opening() {
    return all.isEmpty() ? null : inOrder().getFirst().opening();
  }

  @Nullable Money closing() {
    return all.isEmpty() ? null : inOrder().getLast().closing();
  }

  /** As they stand where that adds up, or backwards, or else by their days. */
  private List<Sheet> inOrder() {
    if (chained(all)) {
      return all;
    }
    var backwards = all.reversed();
    if (chained(backwards)) {
      return backwards;
    }
    return all.stream().sorted(Comparator.comparing(Sheet::day)).toList();
  }

  private static boolean chained(List<Sheet> sheets) {
    for (int i = 1; i < sheets.size(); i++) {
      var ended = sheets.get(i - 1).closing();
      if (ended == null || !Objects.equals(ended, sheets.get(i).opening())) {
        return false;
      }
    }
    return true;
  }
}

package org.diestra.money.payments;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.ledger.StatementLine;
import org.diestra.work.tasks.Prices;
import org.diestra.work.tasks.TaskId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody's lines in the books, with what each was for. */
@Component
class Statements {
  private static final Pattern TASK =
      Pattern.compile("/contracts/[0-9A-Za-z]{22}/tasks/([0-9A-Za-z]{22})");
  private final Ledger ledger;
  private final Prices prices;

  Statements(Ledger ledger, Prices prices) {
    this.ledger = ledger;
    this.prices = prices;
  }

  /**
   * Some lines, the latest first.
   *
   * @param more whether there are earlier ones
   */
  record Part(List<StatementLine> lines, Map<TaskId, String> titles, boolean more) {
    static final Part NONE = new Part(List.of(), Map.of(), false);

    /** What a line was for, or nothing where that has no name. */
    String title(StatementLine line) {
      return task(line).map(id -> titles.getOrDefault(id, "")).orElse("");
    }
  }

  /**
   * @param owner whose statement it is; that it is the viewer's to see is the caller's duty
   * @param before the place of the last line that was given, or null for the latest
   */
  Part part(UUID owner, @Nullable Long before, int most) {
    var lines = ledger.statement(owner, before, most + 1);
    var page = lines.stream().limit(most).toList();
    var tasks = page.stream().flatMap(l -> task(l).stream()).distinct().toList();
    return new Part(page, prices.titles(tasks), lines.size() > most);
  }

  /** What a line was for, or nothing where that has no name. */
  String title(StatementLine line) {
    return task(line).map(id -> prices.titles(List.of(id)).getOrDefault(id, "")).orElse("");
  }

  private static Optional<TaskId> task(StatementLine line) {
    return Optional.ofNullable(line.about())
        .map(TASK::matcher)
        .filter(Matcher::matches)
        .map(match -> TaskId.of(Objects.requireNonNull(match.group(1))));
  }
}

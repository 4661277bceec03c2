package org.diestra.money.transfers;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * A statement as it was read, with nothing in it that is only announced.
 *
 * @param opening the balance before its first line, or null where it does not say
 * @param closing the balance after its last line, or null where it does not say
 */
record BankStatement(
    Format format, @Nullable Money opening, @Nullable Money closing, List<BankLine> lines) {
  /** Lines of one file; a month of a busy house fits in. */
  static final int MOST_LINES = 10_000;

  /** Bytes of one file. */
  static final long LARGEST = 20_000_000;

  enum Format {
    CAMT,
    CSV;

    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  BankStatement {
    lines = List.copyOf(lines);
  }

  @Nullable LocalDate from() {
    return lines.stream().map(BankLine::day).min(LocalDate::compareTo).orElse(null);
  }

  @Nullable LocalDate to() {
    return lines.stream().map(BankLine::day).max(LocalDate::compareTo).orElse(null);
  }
}

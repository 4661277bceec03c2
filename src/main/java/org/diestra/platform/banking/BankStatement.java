package org.diestra.platform.banking;

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
 * @param until the last day it speaks for, or null where it does not say: after a quiet end of the
 *     month there is no line of it
 */
public record BankStatement(
    Format format,
    @Nullable Money opening,
    @Nullable Money closing,
    @Nullable LocalDate until,
    List<BankLine> lines) {
  /** Lines of one file; a month of a busy house fits in. */
  public static final int MOST_LINES = 10_000;

  /** Bytes of one file. */
  public static final long LARGEST = 20_000_000;

  public enum Format {
    /** ISO 20022, camt.053. */
    CAMT,
    CSV,
    /** SWIFT. */
    MT940,
    /** Of Intuit, Microsoft and CheckFree, in either writing. */
    OFX;

    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public BankStatement {
    lines = List.copyOf(lines);
  }

  /** The day of its first line, or null where it has none. */
  public @Nullable LocalDate from() {
    return lines.stream().map(BankLine::day).min(LocalDate::compareTo).orElse(null);
  }

  /**
   * The last day it speaks for, which is that of its last line or later; null where it has none.
   */
  public @Nullable LocalDate to() {
    var last = lines.stream().map(BankLine::day).max(LocalDate::compareTo).orElse(null);
    return until == null || last != null && last.isAfter(until) ? last : until;
  }
}

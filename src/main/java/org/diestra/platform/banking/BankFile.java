package org.diestra.platform.banking;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.jspecify.annotations.Nullable;

/** A file as somebody had it from a bank, whichever of the four formats it is in. */
public sealed interface BankFile {
  /** Bytes of one file that is read in one piece. */
  int LARGEST = 5_000_000;

  /**
   * A statement.
   *
   * @param faults rows of a CSV that can't be read; other formats are whole or refused
   */
  record Read(BankStatement statement, List<Refusal> faults) implements BankFile {}

  /** A CSV whose columns have to be named first. */
  record Unnamed(CsvTable table) implements BankFile {}

  /**
   * Reads it, by what its first signs say it is.
   *
   * @param bytes at most {@link #LARGEST}
   * @param columns of that bank's CSV, or null while nobody has named them
   */
  static Outcome<BankFile> read(OwnAccount account, byte[] bytes, @Nullable CsvColumns columns) {
    if (bytes.length > LARGEST) {
      return refused(Refusal.invalid("file", "banking.file.large", LARGEST / 1_000_000));
    }
    return switch (Sort.of(bytes)) {
      case CAMT -> whole(CamtReader.read(account, new ByteArrayInputStream(bytes)));
      case OFX -> whole(OfxReader.read(account, bytes));
      case MT940 -> whole(Mt940Reader.read(account, bytes));
      case CSV -> csv(account, bytes, columns);
    };
  }

  private static Outcome<BankFile> whole(Outcome<BankStatement> read) {
    return read.fold(statement -> done(new Read(statement, List.of())), Outcome::refused);
  }

  private static Outcome<BankFile> csv(
      OwnAccount account, byte[] bytes, @Nullable CsvColumns columns) {
    try {
      var table = CsvTable.read(bytes);
      return columns == null || !columns.fits(table)
          ? done(new Unnamed(table))
          : CsvReader.rows(account, table, columns).fold(Outcome::done, Outcome::refused);
    } catch (Unreadable unreadable) {
      return refused(unreadable.why());
    }
  }

  /** What the beginning of a file says it is. */
  enum Sort {
    CAMT,
    OFX,
    MT940,
    CSV;

    private static final int HEAD = 2_000;
    private static final Pattern SWIFT = Pattern.compile("(?m)^(\\{4:\\s*)?:(20|25):");

    static Sort of(byte[] bytes) {
      var head = Letters.of(java.util.Arrays.copyOf(bytes, Math.min(HEAD, bytes.length)));
      var upper = head.strip().toUpperCase(Locale.ROOT);
      if (upper.startsWith("OFXHEADER") || upper.startsWith("<") && upper.contains("<OFX>")) {
        return OFX;
      }
      boolean wide = bytes.length > 1 && (bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF);
      if (upper.startsWith("<") || wide) {
        return CAMT;
      }
      return upper.startsWith("{1:") || SWIFT.matcher(head).find() ? MT940 : CSV;
    }
  }
}

package org.diestra.office.statements;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diestra.platform.banking.BankLine;
import org.diestra.platform.banking.BankStatement;
import org.diestra.platform.banking.CsvTable;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Refusal;
import org.jspecify.annotations.Nullable;

/** What a file would bring, before it is taken in. */
sealed interface Trial {

  /** Its columns have to be named first. */
  record Unnamed(String name, CsvTable table) implements Trial {}

  /**
   * Line by line.
   *
   * @param rows all that can be read, with what becomes of each
   * @param faults why the others can't be
   * @param gap by how much its opening differs from what the books' statements came to the day
   *     before, or null where it does not, or nobody can tell
   */
  record Lines(
      String name,
      BankStatement statement,
      List<Row> rows,
      List<Refusal> faults,
      @Nullable Money gap)
      implements Trial {

    long fresh() {
      return rows.stream().filter(row -> row.fate() == Fate.FRESH).count();
    }

    long reconciled() {
      return rows.stream().filter(row -> row.fate() == Fate.RECONCILED).count();
    }

    long earlier() {
      return rows.stream().filter(row -> row.fate() == Fate.EARLIER).count();
    }

    /** Those to be taken in, by what makes each of them itself. */
    Map<String, BankLine> taken() {
      var taken = new LinkedHashMap<String, BankLine>();
      rows.stream()
          .filter(row -> row.fate() == Fate.FRESH)
          .forEach(row -> taken.put(row.key(), row.line()));
      return taken;
    }
  }

  /** A line of the file. */
  record Row(String key, BankLine line, Fate fate) {}

  /** What becomes of a line. */
  enum Fate {
    FRESH("good"),
    /** It is there, from this file or another. */
    KNOWN(""),
    /** Of a day before the first of that account: what there was by then is its opening. */
    EARLIER(""),
    /** It is new and of days that are reconciled already. */
    RECONCILED("stop");

    private final String tone;

    Fate(String tone) {
      this.tone = tone;
    }

    String key() {
      return "statements.fate." + name().toLowerCase(java.util.Locale.ROOT);
    }

    String tone() {
      return tone;
    }
  }
}

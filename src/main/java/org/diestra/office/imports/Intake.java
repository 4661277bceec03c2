package org.diestra.office.imports;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.fields.Manner;
import org.diestra.office.fields.Manner.DateOrder;
import org.diestra.office.tables.TableId;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.sheets.SheetReader;
import org.jspecify.annotations.Nullable;

/**
 * A file that is brought into a table.
 *
 * @param blob null when it can't be taken back any more
 * @param preview its first rows
 * @param mapping for each column the number of the field it goes to, 0 for none
 * @param tried rows that were tried out
 * @param faulty how many of them have a fault, and stay outside
 * @param done rows that came in
 * @param line of the file behind which it goes on
 * @param undone rows that were taken back
 * @param fault why it can't be read, or goes on no more, or null
 */
record Intake(
    IntakeId id,
    WorkspaceId workspace,
    TableId table,
    PersonId person,
    @Nullable UUID blob,
    String name,
    State state,
    Ways ways,
    List<List<String>> preview,
    List<Integer> mapping,
    int tried,
    int faulty,
    int done,
    int line,
    int undone,
    @Nullable String fault,
    Instant madeAt) {

  Intake {
    preview = List.copyOf(preview);
    mapping = List.copyOf(mapping);
  }

  /** Where it stands. */
  enum State {
    BROUGHT,
    CHECKING,
    CHECKED,
    RUNNING,
    DONE,
    /** Not all of it came in, for one of the reasons of {@link Stop}. */
    STOPPED,
    UNREADABLE,
    UNDOING,
    UNDONE;

    String key() {
      return "imports.state." + name().toLowerCase(Locale.ROOT);
    }

    /** Whether something goes on without anybody. */
    boolean busy() {
      return this == CHECKING || this == RUNNING || this == UNDOING;
    }
  }

  /** Why it goes on no more. */
  enum Stop {
    /** Whoever brought it works there no more, or its table was taken out. */
    PERSON,
    /** The table holds no more rows. */
    FULL,
    /** A field to which one of its columns goes is in use no more. */
    FIELD,
    /** It could not be read to its end. */
    FILE,
    /** Somebody has stopped it. */
    ASKED;

    String key() {
      return "imports.stopped." + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How it is written.
   *
   * @param headed whether its first row names its columns
   */
  record Ways(char decimal, boolean monthFirst, boolean headed) {
    Manner manner() {
      var order = monthFirst ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
      return new Manner(decimal, order, Locale.ROOT);
    }
  }

  /** What a row of it says, by the numbers of fields. */
  Map<Integer, String> typed(SheetReader.Row row) {
    var typed = new HashMap<Integer, String>();
    for (int i = 0; i < mapping.size(); i++) {
      if (mapping.get(i) > 0) {
        typed.put(mapping.get(i), row.cell(i));
      }
    }
    return typed;
  }

  /** How many rows it may bring in. */
  int sound() {
    return tried - faulty;
  }
}

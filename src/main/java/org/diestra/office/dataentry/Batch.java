package org.diestra.office.dataentry;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.diestra.office.fields.Field;
import org.diestra.office.fields.FieldKind;
import org.diestra.office.tables.Table;
import org.diestra.office.tables.TableId;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Records that are keyed in for a table.
 *
 * @param doubled how many of a hundred are keyed in twice
 * @param tolerance letters by which free text may differ, 0–10
 * @param agreed hundredths of a per cent of fields that may be wrong in the end
 * @param second null where nothing is keyed in twice
 * @param judge settles what differs, and looks the sample through; neither of the others
 * @param round how often it is keyed in
 * @param only the fields that are keyed in anew; empty for all
 */
record Batch(
    BatchId id,
    WorkspaceId workspace,
    TableId table,
    String name,
    int doubled,
    int tolerance,
    int agreed,
    PersonId first,
    @Nullable PersonId second,
    PersonId judge,
    State state,
    int round,
    List<Integer> only,
    PersonId openedBy,
    Instant openedAt) {
  Batch {
    only = List.copyOf(only);
  }

  /** Where it stands; comparing and settling go on beside keying, record by record. */
  enum State {
    KEYING,
    /** Every record is settled, and a sample is looked through. */
    CHECKING,
    /** The sample was good enough. */
    PASSED,
    ACCEPTED;

    String key() {
      return "dataentry.state." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Of the two who key in. */
  enum Hand {
    A,
    B
  }

  /** How many of its records there are in each state, and what is left to do. */
  record Progress(
      int records,
      int doneA,
      int leftA,
      int leftB,
      int mismatches,
      int settled,
      int sampled,
      int unchecked) {
    int percent() {
      return records == 0 ? 0 : settled * 100 / records;
    }
  }

  /** A record, without any value. */
  record Item(
      UUID id, int place, @Nullable UUID source, boolean doubled, boolean seen, boolean sampled) {}

  @Nullable Hand hand(PersonId person) {
    if (person.equals(first)) {
      return Hand.A;
    }
    return person.equals(second) ? Hand.B : null;
  }

  /** The two or three people it has. */
  List<PersonId> people() {
    return second == null ? List.of(first, judge) : List.of(first, second, judge);
  }

  boolean judges(PersonId person) {
    return person.equals(judge);
  }

  /** What is keyed in this time; links are no part of what a source says. */
  List<Field> fields(Table table) {
    return table.fields().stream()
        .filter(f -> f.kind() != FieldKind.LINK)
        .filter(f -> only.isEmpty() || only.contains(f.number()))
        .toList();
  }

  String href() {
    return "/w/" + workspace + "/data/batches/" + id;
  }
}

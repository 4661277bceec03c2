package org.diestra.office.tables;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.diestra.office.fields.Field;
import org.diestra.office.workspaces.WorkspaceId;

/**
 * A table with its fields.
 *
 * @param about what it is for, at most 500 characters
 * @param version grows with each change of its name or its fields
 * @param size how many rows it has
 * @param all its fields in order, those out of use too
 * @param filling the numbers of those whose keys are still being made
 */
public record Table(
    TableId id,
    WorkspaceId workspace,
    String name,
    String about,
    int version,
    int size,
    List<Field> all,
    Set<Integer> filling) {
  /** Fields of a table. */
  public static final int MOST_FIELDS = 60;

  /** Rows of a table. */
  public static final int MOST_ROWS = 2_000_000;

  public Table {
    all = List.copyOf(all);
    filling = Set.copyOf(filling);
  }

  /** Whether its rows can be sorted and found by that field, now. */
  public boolean sorts(Field field) {
    return field.slot() != null && !filling.contains(field.number());
  }

  /** Those in use, in order. */
  public List<Field> fields() {
    return all.stream().filter(f -> !f.retired()).toList();
  }

  public Optional<Field> field(int number) {
    return fields().stream().filter(f -> f.number() == number).findFirst();
  }

  /** The one by which a row is called; a table always has one. */
  public Field first() {
    return fields().getFirst();
  }

  public String href() {
    return "/w/" + workspace + "/data/" + id;
  }
}

package org.diestra.office.tables;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A row.
 *
 * @param place where it stands in the order in which rows came
 * @param cells values by the numbers of their fields, in the form that is kept; none is empty
 * @param title what it is called where another row leads to it, at most 200 characters
 * @param changedBy null for somebody without an account
 * @param removed whether it was taken out
 */
public record TableRow(
    RowId id,
    long place,
    Map<Integer, String> cells,
    String title,
    int version,
    @Nullable PersonId changedBy,
    Instant changedAt,
    boolean removed) {
  public TableRow {
    cells = Collections.unmodifiableMap(new TreeMap<>(cells));
  }

  public String cell(int field) {
    return cells.getOrDefault(field, "");
  }
}

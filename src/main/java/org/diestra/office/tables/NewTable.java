package org.diestra.office.tables;

import java.util.List;
import org.diestra.office.fields.Field;

/**
 * What a table begins as.
 *
 * @param fields at least one, without their numbers, places and slots, which they get
 */
public record NewTable(String name, String about, List<Field> fields) {
  public NewTable {
    fields = List.copyOf(fields);
  }
}

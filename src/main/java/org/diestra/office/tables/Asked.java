package org.diestra.office.tables;

import java.util.List;
import org.diestra.office.fields.Field;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table are asked for, and in which order.
 *
 * @param words each of which begins a word of a row
 * @param sort by which field; null for the order in which rows came
 */
public record Asked(
    List<String> words, List<Filter> filters, @Nullable Field sort, boolean descending) {
  public static final Asked ALL = new Asked(List.of(), List.of(), null, false);

  public Asked {
    words = List.copyOf(words);
    filters = List.copyOf(filters);
  }

  public boolean narrowed() {
    return !words.isEmpty() || !filters.isEmpty();
  }

  /**
   * Where a page begins: behind a row.
   *
   * @param key its key where rows are sorted by a field
   */
  record Mark(String key, long place) {}
}

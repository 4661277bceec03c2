package org.diestra.office.dataentry;

import java.util.List;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What a batch begins as.
 *
 * @param doubled how many of a hundred records are keyed in twice, 0–100
 * @param tolerance letters by which free text may differ, 0–10
 * @param agreed hundredths of a per cent of fields that may be wrong
 * @param second null where nothing is keyed in twice
 * @param each records of each source, or records in all where there is none; 1–5000
 */
record NewBatch(
    String name,
    int doubled,
    int tolerance,
    int agreed,
    PersonId first,
    @Nullable PersonId second,
    PersonId judge,
    int each) {
  List<PersonId> people() {
    return second == null ? List.of(first, judge) : List.of(first, second, judge);
  }
}

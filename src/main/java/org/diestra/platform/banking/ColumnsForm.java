package org.diestra.platform.banking;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.diestra.platform.base.Problems;
import org.jspecify.annotations.Nullable;

/** Which column is what, as an operator chooses it; each is a number from 0 on, or empty. */
public record ColumnsForm(
    @Nullable String day,
    @Nullable String days,
    @Nullable String amount,
    @Nullable String in,
    @Nullable String out,
    @Nullable String party,
    @Nullable String account,
    @Nullable String words,
    @Nullable String reference,
    @Nullable String currency) {

  public static ColumnsForm of(CsvColumns columns) {
    return new ColumnsForm(
        text(columns.day()),
        columns.days(),
        text(columns.amount()),
        text(columns.in()),
        text(columns.out()),
        text(columns.party()),
        text(columns.account()),
        text(columns.words()),
        text(columns.reference()),
        text(columns.currency()));
  }

  /** Empty where there are problems. */
  public Optional<CsvColumns> read(CsvTable table, Problems problems) {
    if (column(day, table) < 0) {
      problems.add("day", "banking.columns.day.missing");
    }
    boolean signed = column(amount, table) >= 0;
    if (!signed && column(in, table) < 0) {
      problems.add("amount", "banking.columns.amount.missing");
    }
    if (days == null || !CsvColumns.DAYS.contains(days)) {
      problems.add("days", "banking.columns.days.missing");
    }
    return problems.any() || days == null
        ? Optional.empty()
        : Optional.of(
            new CsvColumns(
                column(day, table),
                column(amount, table),
                signed ? -1 : column(in, table),
                signed ? -1 : column(out, table),
                column(party, table),
                column(account, table),
                column(words, table),
                column(reference, table),
                column(currency, table),
                days,
                CsvColumns.head(table)));
  }

  /** Column numbers to their names; nothing comes first. */
  public static Map<String, String> choices(CsvTable table) {
    var all = new LinkedHashMap<String, String>();
    all.put("", "—");
    var names = table.head().cells();
    for (int i = 0; i < names.size(); i++) {
      all.put(String.valueOf(i), names.get(i).isEmpty() ? String.valueOf(i + 1) : names.get(i));
    }
    return all;
  }

  private static String text(int column) {
    return column < 0 ? "" : String.valueOf(column);
  }

  private static int column(@Nullable String typed, CsvTable table) {
    if (typed == null || !typed.matches("[0-9]{1,3}")) {
      return -1;
    }
    int column = Integer.parseInt(typed);
    return column < table.head().cells().size() ? column : -1;
  }
}

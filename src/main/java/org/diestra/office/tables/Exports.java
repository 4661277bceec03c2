package org.diestra.office.tables;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.tables.Asked.Mark;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.Area;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** A table for another program; some rows at a time, so that none is too large. */
@Service
class Exports {
  private static final int AT_ONCE = 1_000;
  private final ListStore lists;
  private final RowStore rows;
  private final Audit audit;

  Exports(ListStore lists, RowStore rows, Audit audit) {
    this.lists = lists;
    this.rows = rows;
    this.audit = audit;
  }

  /**
   * As it stands at one moment: what is written meanwhile is in none of its parts.
   *
   * @param kind for the record
   */
  @Transactional(isolation = Isolation.REPEATABLE_READ)
  public void write(Pass pass, Table table, Asked asked, String kind, RowWriter writer)
      throws IOException {
    pass.requireWorks(Area.DATA_ENTRY);
    audit.record(
        Deed.of("tables", "export")
            .by(pass.viewer().id().value())
            .onBehalfOf(pass.workspace().organisation().value())
            .on("table", table.id().value())
            .with("kind", kind));
    writer.begin(table);
    @Nullable Mark after = null;
    List<TableRow> some;
    do {
      some = lists.page(table, asked, after, AT_ONCE);
      var names = names(table, some);
      for (var row : some) {
        writer.row(row, names);
      }
      after = some.isEmpty() ? after : mark(asked, some.getLast());
    } while (some.size() == AT_ONCE);
    writer.end();
  }

  private Map<UUID, String> names(Table table, List<TableRow> some) {
    var links = Cells.links(table, some.stream().map(TableRow::cells).toList());
    return rows.names(table.workspace().value(), links);
  }

  private static Mark mark(Asked asked, TableRow last) {
    var sort = asked.sort();
    return new Mark(sort == null ? "" : sort.key(last.cell(sort.number())), last.place());
  }
}

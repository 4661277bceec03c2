package org.diestra.office.tables;

import java.util.Comparator;
import java.util.List;
import org.diestra.office.workspaces.Pass;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What stands around each page of a table. */
@Component
public class TableFrame {
  private final ObjectProvider<TableTab> tabs;

  TableFrame(ObjectProvider<TableTab> tabs) {
    this.tabs = tabs;
  }

  /**
   * A table before somebody.
   *
   * @param tabs its pages, in order
   */
  public record Around(Pass pass, Table table, List<TableTab> tabs) {
    public String href(String path) {
      return path.isEmpty() ? table.href() : table.href() + "/" + path;
    }
  }

  public Around of(Pass pass, Table table) {
    var all = tabs.stream().sorted(Comparator.comparingInt(TableTab::order)).toList();
    return new Around(pass, table, all);
  }
}

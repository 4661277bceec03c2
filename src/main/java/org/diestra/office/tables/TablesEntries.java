package org.diestra.office.tables;

import java.util.Set;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.RoomEntry;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.base.Area;
import org.diestra.platform.data.Caller;
import org.diestra.platform.timers.Timer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TablesEntries {

  @Bean
  static RoomEntry tablesRoom() {
    return new RoomEntry(
        "data", "tables.nav", "table-2", 35, Set.of(Area.DATA_ENTRY), Level.WORKING);
  }

  @Bean
  static TableTab rowsTab() {
    return new TableTab("", "tables.rows", "rows-3", 10);
  }

  @Bean
  static TableTab fieldsTab() {
    return new TableTab("fields", "tables.fields", "columns-3", 90);
  }

  /** For the workspace, the table and its version; goes on where it broke off or anew. */
  @Bean
  static Timer tablesTitles(ObjectProvider<FieldEdits> edits) {
    return new Timer(
        FieldEdits.TITLES,
        (key, due) ->
            Caller.house()
                .run(() -> {
                  var parts = key.split(" ");
                  var room = WorkspaceId.of(parts[0]);
                  var table = TableId.of(parts[1]);
                  var after = edits.getObject().callAnew(room, table, 0);
                  while (after.isPresent()) {
                    after = edits.getObject().callAnew(room, table, after.get());
                  }
                }));
  }

  /** For the table and the field's number; goes on where it broke off or anew. */
  @Bean
  static Timer tablesKeys(ObjectProvider<FieldEdits> edits) {
    return new Timer(
        FieldEdits.FILL,
        (key, due) ->
            Caller.house()
                .run(() -> {
                  var parts = key.split(" ");
                  var table = TableId.of(parts[0]);
                  int number = Integer.parseInt(parts[1]);
                  var after = edits.getObject().fill(table, number, 0);
                  while (after.isPresent()) {
                    after = edits.getObject().fill(table, number, after.get());
                  }
                }));
  }
}

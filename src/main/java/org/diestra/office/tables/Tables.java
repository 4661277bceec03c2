package org.diestra.office.tables;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diestra.office.fields.Field;
import org.diestra.office.tables.TableStore.Out;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to a workspace's tables. */
@Service
public class Tables {
  /** Tables of a workspace. */
  static final int MOST = 200;

  private final Workspaces workspaces;
  private final TableStore store;
  private final Audit audit;
  private final Clock clock;

  Tables(Workspaces workspaces, TableStore store, Audit audit, Clock clock) {
    this.workspaces = workspaces;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Lets somebody in who works in data entry there.
   *
   * @throws NotFound if the person does not
   */
  @Transactional(readOnly = true)
  public Pass enter(Viewer viewer, WorkspaceId workspace) {
    var pass = workspaces.enter(viewer, workspace);
    pass.requireWorks(Area.DATA_ENTRY);
    return pass;
  }

  /** Those of a workspace, by name; at most {@value #MOST}. */
  @Transactional(readOnly = true)
  public List<Table> of(WorkspaceId workspace) {
    return store.of(workspace, MOST);
  }

  /** Those that are taken out, the latest first, for who may bring them back; else none. */
  @Transactional(readOnly = true)
  List<Out> out(Pass pass) {
    return pass.keeps() ? store.out(pass.workspace().id(), MOST) : List.of();
  }

  /**
   * @throws NotFound if there is no such table in that workspace, or the caller may not see it
   */
  @Transactional(readOnly = true)
  public Table get(WorkspaceId workspace, TableId id) {
    return find(workspace, id).orElseThrow(NotFound::new);
  }

  @Transactional(readOnly = true)
  public Optional<Table> find(WorkspaceId workspace, TableId id) {
    return store.find(workspace, id);
  }

  /** Opens one, with its first fields. */
  @Transactional
  public Outcome<Table> open(Pass pass, NewTable fresh) {
    pass.requireWorks(Area.DATA_ENTRY);
    var workspace = pass.workspace().id();
    if (store.count(workspace) >= MOST) {
      return refused(Refusal.limit("tables.most", MOST));
    }
    var fields = new ArrayList<Field>();
    for (var field : fresh.fields()) {
      fields.add(numbered(field, fields.size() + 1));
    }
    var table =
        new Table(
            new TableId(Ids.fresh()),
            workspace,
            fresh.name(),
            fresh.about(),
            1,
            0,
            fields,
            Set.of());
    store.add(table, pass.viewer().id(), clock.instant());
    record(pass, table.id().value(), "open");
    return done(table);
  }

  private static Field numbered(Field f, int number) {
    return new Field(
        number,
        f.name(),
        f.kind(),
        f.required(),
        f.settings(),
        number,
        number <= Cells.SLOTS ? number : null,
        false);
  }

  /** Calls it otherwise. */
  @Transactional
  public Outcome<Table> rename(Pass pass, Table table, String name, String about, int seen) {
    pass.requireWorks(Area.DATA_ENTRY);
    if (!store.touch(table, name, about, seen)) {
      return refused(Refusal.conflict("tables.changed-meanwhile"));
    }
    record(pass, table.id().value(), "rename");
    return done(get(table.workspace(), table.id()));
  }

  /** Takes it out, so that it can come back. Only those who keep the workspace may. */
  @Transactional
  public void remove(Pass pass, TableId table) {
    pass.requireKeeps();
    move(pass, table, true);
  }

  @Transactional
  public Outcome<TableId> bringBack(Pass pass, TableId table) {
    pass.requireKeeps();
    if (store.count(pass.workspace().id()) >= MOST) {
      return refused(Refusal.limit("tables.most", MOST));
    }
    move(pass, table, false);
    return done(table);
  }

  private void move(Pass pass, TableId table, boolean out) {
    var at = out ? clock.instant() : null;
    var by = out ? pass.viewer().id() : null;
    if (!store.remove(pass.workspace().id(), table, by, at)) {
      throw new NotFound();
    }
    record(pass, table.value(), out ? "remove" : "return");
  }

  private void record(Pass pass, UUID table, String action) {
    audit.record(
        Deed.of("tables", action)
            .by(pass.viewer().id().value())
            .onBehalfOf(pass.workspace().organisation().value())
            .on("table", table));
  }
}

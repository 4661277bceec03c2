package org.diestra.office.contacts;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contact books that the caller may open, and who else may. */
@Service
public class Books {
  private final BookStore store;
  private final Audit audit;
  private final Clock clock;

  Books(BookStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** Those that the caller may read now, by the clients' names. */
  @Transactional(readOnly = true)
  public List<Book> all() {
    return store.books(null, clock.instant());
  }

  /** That one, where the caller may read it now. */
  @Transactional(readOnly = true)
  public Optional<Book> find(WorkspaceId workspace) {
    return store.books(workspace, clock.instant()).stream().findFirst();
  }

  /**
   * @throws NotFound if the caller may not read it
   */
  @Transactional(readOnly = true)
  Book reads(WorkspaceId workspace) {
    return find(workspace).orElseThrow(NotFound::new);
  }

  /**
   * @throws NotFound if the caller may not write in it
   */
  @Transactional(readOnly = true)
  Book writes(WorkspaceId workspace) {
    return find(workspace).filter(book -> book.reach().writes()).orElseThrow(NotFound::new);
  }

  /** How far those go who work in an area, while nobody has said otherwise. */
  static Reach usual(Area area) {
    return area == Area.ADMIN || area == Area.APPOINTMENTS ? Reach.WRITE : Reach.NONE;
  }

  /** How far those go who work in each area. */
  @Transactional(readOnly = true)
  Map<Area, Reach> rules(Pass keeper) {
    keeper.requireKeeps();
    var all = new EnumMap<Area, Reach>(Area.class);
    for (var area : Area.values()) {
      all.put(area, usual(area));
    }
    all.putAll(store.rules(keeper.workspace().id()));
    return all;
  }

  @Transactional
  void rule(Pass keeper, Map<Area, Reach> rules) {
    keeper.requireKeeps();
    var workspace = keeper.workspace().id();
    store.rule(workspace, rules, keeper.viewer().id(), clock.instant());
    var deed = Deed.of("contacts", "rules").on("workspace", workspace.value());
    for (var rule : rules.entrySet()) {
      deed = deed.with(rule.getKey().slug(), rule.getValue().slug());
    }
    audit.record(deed);
  }
}

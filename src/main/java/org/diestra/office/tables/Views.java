package org.diestra.office.tables;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The views of tables that people keep, for themselves or for everybody who works there. */
@Service
class Views {
  private final ViewStore store;
  private final Clock clock;

  Views(ViewStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public List<SavedView> of(Table table) {
    return store.of(table.id());
  }

  /**
   * Keeps one.
   *
   * @param query what the address of the list says of it
   * @param own whether it is for whoever keeps it alone
   */
  @Transactional
  public Outcome<SavedView> keep(Pass pass, Table table, String name, String query, boolean own) {
    pass.requireWorks(Area.DATA_ENTRY);
    if (query.isEmpty() || query.length() > SavedView.QUERY) {
      return refused(Refusal.invalid("name", "tables.view.nothing"));
    }
    if (store.of(table.id()).size() >= SavedView.MOST) {
      return refused(Refusal.limit("tables.view.most", SavedView.MOST));
    }
    var view = new SavedView(Ids.fresh(), name, query, own, pass.viewer().id());
    return store.add(table, view, clock.instant())
        ? done(view)
        : refused(Refusal.invalid("name", "tables.view.twice", name));
  }

  /**
   * Throws one away.
   *
   * @throws NotFound if it is not there, or another's
   */
  @Transactional
  public void remove(Pass pass, Table table, UUID id) {
    pass.requireWorks(Area.DATA_ENTRY);
    var view = store.find(table.id(), id).orElseThrow(NotFound::new);
    if (!view.throwable(pass) || !store.remove(table.id(), id)) {
      throw new NotFound();
    }
  }
}

package org.diestra.office.manuals;

import java.time.Clock;
import java.util.Currency;
import java.util.List;
import org.diestra.office.procedures.Instructions;
import org.diestra.office.procedures.Templates;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.springframework.stereotype.Component;

/** The demo's rooms; the bookshop's has manuals, and one that is still being written. */
@Component
class ManualsDemo implements DemoPart {
  private static final Currency EUR = Currency.getInstance("EUR");
  private final Workspaces workspaces;
  private final Manuals manuals;
  private final ManualStore store;
  private final TextStore texts;
  private final Clock clock;

  ManualsDemo(
      Workspaces workspaces, Manuals manuals, ManualStore store, TextStore texts, Clock clock) {
    this.workspaces = workspaces;
    this.manuals = manuals;
    this.store = store;
    this.texts = texts;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "manuals:bookshop";
  }

  @Override
  public int order() {
    return 38;
  }

  @Override
  public void play(Cast cast) {
    for (var owner : List.of(Cast.CLIENT, Cast.PRACTICE, Cast.STUDIO)) {
      workspaces.open(cast.business(owner));
    }
    var room = workspaces.open(cast.business(Cast.CLIENT));
    var author = cast.person(Cast.CLIENT);
    for (var area : List.of(Area.ADMIN, Area.BOOKKEEPING, Area.TRAVEL)) {
      manuals.begin(room, area, "es", template(area, 0), author, null);
    }
    draft(cast, room);
  }

  private void draft(Cast cast, WorkspaceId room) {
    var id = new ProcedureId(Ids.fresh());
    var text = template(Area.SOCIAL, 0);
    var author = cast.person(Cast.CLIENT);
    var naming = Manuals.naming("es", text, null);
    store.add(id, room, Area.SOCIAL, naming, author, clock.instant());
    texts.begin(id, text, author, clock.instant());
  }

  private static Instructions template(Area area, int which) {
    return Templates.of(area, "es", EUR).get(which).instructions();
  }
}

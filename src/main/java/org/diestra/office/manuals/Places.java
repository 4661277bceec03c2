package org.diestra.office.manuals;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.diestra.office.procedures.Instructions;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.writing.Embedded;
import org.springframework.stereotype.Component;

/** Where a page about a procedure stands: who looks at it, and what is looked at. */
@Component
class Places {
  private final Workspaces workspaces;
  private final Manuals manuals;
  private final Drafting drafting;
  private final ManualFiles files;

  Places(Workspaces workspaces, Manuals manuals, Drafting drafting, ManualFiles files) {
    this.workspaces = workspaces;
    this.manuals = manuals;
    this.drafting = drafting;
    this.files = files;
  }

  /** A procedure before somebody who may read it. */
  record Place(Pass pass, Procedure procedure) {
    boolean writes() {
      return pass.works(procedure.area());
    }

    String href(String path) {
      return procedure.href() + "/" + path;
    }
  }

  /** Instructions with the files that stand in them, ready to be shown. */
  record Sheet(Instructions text, Function<UUID, Optional<Embedded>> files) {}

  /**
   * @throws NotFound if there is none that this person may read
   */
  Place read(Viewer viewer, WorkspaceId workspace, ProcedureId id) {
    var pass = workspaces.enter(viewer, workspace);
    return new Place(pass, manuals.get(pass, id));
  }

  /**
   * @throws NotFound if there is none that this person may write
   */
  Place write(Viewer viewer, WorkspaceId workspace, ProcedureId id) {
    var pass = workspaces.enter(viewer, workspace);
    return new Place(pass, drafting.writable(pass, id));
  }

  /**
   * Whoever may begin a procedure there.
   *
   * @throws NotFound if the person works in none of its areas
   */
  Pass writer(Viewer viewer, WorkspaceId workspace) {
    var pass = workspaces.enter(viewer, workspace);
    if (pass.working().isEmpty()) {
      throw new NotFound();
    }
    return pass;
  }

  Sheet sheet(Place place, Instructions text) {
    return new Sheet(text, files.of(place.procedure(), text));
  }
}

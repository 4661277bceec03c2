package org.diestra.office.learning;

import java.util.List;
import org.diestra.office.manuals.Procedure;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.springframework.stereotype.Component;

/** Who works by a manual, and so confirms it: all but those who decide what it says. */
@Component
class Learners {
  private final Workspaces workspaces;
  private final Organisations organisations;

  Learners(Workspaces workspaces, Organisations organisations) {
    this.workspaces = workspaces;
    this.organisations = organisations;
  }

  static boolean is(Pass pass) {
    return pass.viewer()
        .memberOf(pass.workspace().organisation())
        .filter(m -> m.role().enters(Area.ADMIN))
        .isEmpty();
  }

  List<PersonId> of(Procedure procedure) {
    return of(procedure.workspace(), procedure.area());
  }

  private List<PersonId> of(WorkspaceId id, Area area) {
    var decide =
        organisations.members(workspaces.get(id).organisation()).stream()
            .filter(m -> m.role().enters(Area.ADMIN))
            .map(Organisations.Member::person)
            .toList();
    return workspaces.readers(id, area).stream().filter(p -> !decide.contains(p)).toList();
  }
}

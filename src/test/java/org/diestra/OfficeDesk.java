package org.diestra;

import java.util.Set;
import java.util.UUID;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A client with a workspace, and an assistant whom contracts let in. */
public abstract class OfficeDesk extends Browsing {
  @Autowired protected People people;
  @Autowired protected Workspaces workspaces;
  protected Viewer owner;
  protected Viewer assistant;
  protected WorkspaceId room;

  @BeforeEach
  protected void aWorkspace() {
    owner = people.client("Lucía");
    assistant = people.assistant("Rosa");
    room = workspaces.open(People.organisation(owner));
  }

  /** Lets somebody in by a contract; answers it. */
  protected UUID works(Viewer viewer, Area... areas) {
    var contract = UUID.randomUUID();
    workspaces.admit(contract, room, viewer.id(), Set.of(areas), Level.WORKING);
    return contract;
  }
}

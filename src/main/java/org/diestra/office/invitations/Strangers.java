package org.diestra.office.invitations;

import java.util.Set;
import java.util.stream.Collectors;
import org.diestra.office.calendar.EventTexts.Text;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Refusal;
import org.springframework.stereotype.Component;

/**
 * Whether somebody may have the house write to people whom it does not know: where really somebody
 * works for somebody, or the operator has looked at who the client is. Else every new account would
 * be a way to write to the world in our name.
 */
@Component
class Strangers {
  static final Refusal REFUSED = Refusal.limit("invitations.strangers");
  private final Workspaces workspaces;

  Strangers(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  boolean allowed(Viewer viewer, Text event) {
    var room = event.workspace();
    return room == null
        ? workspaces.of(viewer).stream()
            .filter(pass -> !pass.working().isEmpty())
            .anyMatch(pass -> workspaces.deals(pass.workspace().id()))
        : workspaces.deals(room);
  }

  /** Those whom the caller works with there, who are no strangers. */
  Set<PersonId> inside(Viewer viewer, Text event) {
    var room = event.workspace();
    return room == null
        ? workspaces.of(viewer).stream()
            .filter(pass -> !pass.working().isEmpty())
            .flatMap(pass -> workspaces.people(pass.workspace().id()).stream())
            .collect(Collectors.toSet())
        : workspaces.people(room);
  }
}

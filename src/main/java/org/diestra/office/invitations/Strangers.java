package org.diestra.office.invitations;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.diestra.office.calendar.EventTexts.Text;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.HouseRights;
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
  private final Accounts accounts;
  private final HouseRights house;

  Strangers(Workspaces workspaces, Accounts accounts, HouseRights house) {
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.house = house;
  }

  boolean allowed(Viewer viewer, Text event) {
    var room = event.workspace();
    return room == null
        ? rooms(viewer, event).stream().anyMatch(pass -> workspaces.deals(pass.workspace().id()))
        : workspaces.deals(room);
  }

  /** Those who work where the event stands, or with whose calendar it is: no strangers. */
  Set<PersonId> inside(Viewer viewer, Text event) {
    var room = event.workspace();
    return room == null
        ? rooms(viewer, event).stream()
            .flatMap(pass -> workspaces.people(pass.workspace().id()).stream())
            .collect(Collectors.toSet())
        : workspaces.people(room);
  }

  /** Where whoever keeps the calendar works, also when somebody else acts in it. */
  private List<Pass> rooms(Viewer viewer, Text event) {
    var owner = event.owner();
    var keeper =
        owner == null || owner.equals(viewer.id()) ? Optional.of(viewer) : accounts.viewer(owner);
    return keeper
        .map(one -> house.callAs(one.id().value(), () -> workspaces.of(one)))
        .orElse(List.of())
        .stream()
        .filter(pass -> !pass.working().isEmpty())
        .toList();
  }
}

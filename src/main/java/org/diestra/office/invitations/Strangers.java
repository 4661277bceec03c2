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
    return room == null ? people(rooms(viewer, event)) : workspaces.people(room);
  }

  /**
   * Those of them whom the caller may know of: in somebody else's own calendar only whom they work
   * with too, not the people of that person's other clients.
   */
  Set<PersonId> circle(Viewer viewer, Text event) {
    var all = inside(viewer, event);
    var owner = event.owner();
    if (event.workspace() != null || owner == null || owner.equals(viewer.id())) {
      return all;
    }
    var known = people(rooms(viewer));
    return all.stream()
        .filter(one -> one.equals(owner) || known.contains(one))
        .collect(Collectors.toSet());
  }

  private Set<PersonId> people(List<Pass> rooms) {
    return rooms.stream()
        .flatMap(pass -> workspaces.people(pass.workspace().id()).stream())
        .collect(Collectors.toSet());
  }

  /** Where whoever keeps the calendar works, also when somebody else acts in it. */
  private List<Pass> rooms(Viewer viewer, Text event) {
    var owner = event.owner();
    var keeper =
        owner == null || owner.equals(viewer.id()) ? Optional.of(viewer) : accounts.viewer(owner);
    return keeper.isEmpty() ? List.of() : rooms(keeper.get());
  }

  private List<Pass> rooms(Viewer keeper) {
    return house.callAs(keeper.id().value(), () -> workspaces.of(keeper)).stream()
        .filter(pass -> !pass.working().isEmpty())
        .toList();
  }
}

package org.diestra.office.travel;

import java.util.EnumSet;
import java.util.Set;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.NotFound;

/** Somebody who works in the travel of a workspace, on either side. */
record Desk(Pass pass) {
  static final Set<Role> DECIDE = EnumSet.of(Role.OWNER, Role.MANAGER, Role.APPROVER);

  /**
   * @throws NotFound if the person does not work in travel there
   */
  Desk {
    pass.requireWorks(Area.TRAVEL);
  }

  /** Whether the person chooses and authorises for the client, unless they prepared it. */
  boolean decides() {
    return pass.viewer()
        .memberOf(pass.workspace().organisation())
        .filter(member -> DECIDE.contains(member.role()))
        .isPresent();
  }

  /**
   * @throws NotFound if the person doesn’t
   */
  void requireDecides() {
    if (!decides()) {
      throw new NotFound();
    }
  }

  PersonId me() {
    return pass.viewer().id();
  }

  /** The address of something in it: {@code href("new")}; its own for the empty text. */
  String href(String path) {
    return pass.href(path.isEmpty() ? "travel" : "travel/" + path);
  }
}

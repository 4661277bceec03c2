package org.diestra.office.publishing;

import org.diestra.office.workspaces.Pass;
import org.diestra.platform.accounts.PersonId;

/** Somebody who works on what a client publishes, in one of its two areas at least. */
record Desk(Pass pass) {

  /** Whether the person decides for the client what goes out. */
  boolean approves() {
    return pass.viewer()
        .memberOf(pass.workspace().organisation())
        .filter(member -> member.role().approves())
        .isPresent();
  }

  PersonId me() {
    return pass.viewer().id();
  }

  String href(String path) {
    return pass.href(path.isEmpty() ? "publishing" : "publishing/" + path);
  }
}

package org.diestra.office.booking;

import java.util.List;
import org.diestra.office.workspaces.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * How a client stands before its own customers.
 *
 * @param handle in its public address
 * @param contact the mail address that customers see as the organizer
 * @param sender who sends on its behalf, or null for the house's own address
 * @param sites origins in whose frames its pages may stand
 */
record Page(
    WorkspaceId workspace,
    String handle,
    String name,
    String about,
    String contact,
    @Nullable String sender,
    List<String> sites) {
  static final int MOST_SITES = 10;

  Page {
    sites = List.copyOf(sites);
  }

  String href() {
    return "/book/" + handle;
  }
}

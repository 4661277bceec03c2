package org.diestra.office.workspaces;

import java.time.ZoneId;
import java.util.Currency;
import org.diestra.platform.accounts.OrganisationId;

/**
 * A client's room.
 *
 * @param name the client's
 * @param zone where its days begin and end, unless something says otherwise
 * @param currency the client's own, for amounts that name none
 */
public record Workspace(
    WorkspaceId id, OrganisationId organisation, String name, ZoneId zone, Currency currency) {

  /** Its page; what belongs to it has addresses below. */
  public String href() {
    return "/w/" + id;
  }
}

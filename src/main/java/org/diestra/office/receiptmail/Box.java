package org.diestra.office.receiptmail;

import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;

/**
 * Where papers for a client's books reach somebody who works in them.
 *
 * @param id what the address is made of
 */
record Box(WorkspaceId workspace, PersonId person, UUID id) {}

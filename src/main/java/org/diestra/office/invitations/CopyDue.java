package org.diestra.office.invitations;

import java.util.UUID;

/** What a member holds of an invitation in a calendar of their own is not what it should be. */
public record CopyDue(UUID guest) {}

package org.diestra.office.invitations;

import java.util.UUID;

/** A member has taken what they hold out of a calendar of their own. */
public record CopyGone(UUID guest) {}

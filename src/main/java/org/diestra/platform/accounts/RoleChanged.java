package org.diestra.platform.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do for a client is another from now on.
 *
 * @param now null where the person does not belong to it any more
 */
public record RoleChanged(
    OrganisationId organisation, PersonId person, Role was, @Nullable Role now, Instant at) {}

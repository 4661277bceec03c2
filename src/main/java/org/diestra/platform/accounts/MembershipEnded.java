package org.diestra.platform.accounts;

import java.time.Instant;

/** Somebody does not belong to that client any more. */
public record MembershipEnded(
    OrganisationId organisation, PersonId person, Role role, Instant at) {}

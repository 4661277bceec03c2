package org.diestra.platform.accounts;

/** A person's place in a client's organisation. */
public record Membership(OrganisationId organisation, String name, Role role) {}

package org.diestra.platform.accounts;

/**
 * Somebody is let in again; what was hidden for it is to be shown.
 *
 * @param why what the suspension had said
 */
public record PersonRestored(PersonId person, PersonId by, String why) {}

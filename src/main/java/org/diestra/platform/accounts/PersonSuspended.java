package org.diestra.platform.accounts;

/**
 * From now on somebody is kept out; what the person offers or asks for is to be hidden.
 *
 * @param why the operator's words to the person
 */
public record PersonSuspended(PersonId person, PersonId by, String why) {}

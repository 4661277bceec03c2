package org.diestra.platform.signin;

import org.diestra.platform.accounts.PersonId;

/** Somebody who had forgotten the password, or lost it to another, has set a new one. */
public record PasswordReset(PersonId person) {}

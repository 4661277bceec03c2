package org.diestra.platform.signin;

import org.diestra.platform.accounts.PersonId;

/** Gives people passwords, for tests of other modules. */
public final class KnownPasswords {
  private KnownPasswords() {}

  public static void set(Passwords passwords, PersonId person, String password) {
    passwords.set(person, passwords.hash(password));
  }
}

package org.diestra.platform.signin;

import org.diestra.platform.accounts.PersonId;

/** What may be asked of somebody beside the password. */
public interface SecondStep {
  /** Whether that person wants to be asked. */
  boolean asks(PersonId person);

  /** The page that asks whoever is {@link HalfWay}. */
  String page();
}

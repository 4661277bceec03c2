package org.diestra.platform.sessions;

import org.diestra.platform.accounts.PersonId;

/**
 * A way to prove who one is, as {@code /settings/security} shows it: a bean of the module that
 * knows it.
 */
public interface WayIn {
  /** Smaller stands further up. */
  int order();

  /** How that person has it now; called once a page. */
  State of(PersonId person);

  /**
   * @param picture an icon
   * @param key its name
   * @param text the message that says how it stands
   * @param arg what that message names
   * @param on whether it protects the account now
   * @param href where it is changed
   * @param button what one does there
   */
  record State(
      String picture,
      String key,
      String text,
      Object arg,
      boolean on,
      String href,
      String button) {}
}

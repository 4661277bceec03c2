package org.diestra.platform.page;

/** The kinds of visitor that the frame of a page tells apart; one person may be several. */
public enum Audience {
  GUEST,
  /** Whoever acts for a business. */
  CLIENT,
  /** Of those, whoever posts its jobs and hires. */
  HIRING,
  ASSISTANT,
  OPERATOR
}

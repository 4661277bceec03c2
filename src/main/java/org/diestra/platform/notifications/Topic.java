package org.diestra.platform.notifications;

/** Under which heading kinds stand among the preferences. */
public enum Topic {
  HIRING,
  WORK,
  MESSAGES,
  MONEY,
  OFFICE,
  ACCOUNT,
  OPERATION
}

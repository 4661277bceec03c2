package org.diestra.platform.page;

/** The kinds of visitor that the frame of a page tells apart; one person may be several. */
public enum Audience {
  GUEST,
  CLIENT,
  ASSISTANT,
  OPERATOR
}

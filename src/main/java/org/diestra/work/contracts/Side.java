package org.diestra.work.contracts;

import java.util.Locale;

/** The two who make a contract. */
public enum Side {
  CLIENT,
  ASSISTANT;

  public Side other() {
    return this == CLIENT ? ASSISTANT : CLIENT;
  }

  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}

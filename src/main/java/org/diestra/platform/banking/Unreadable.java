package org.diestra.platform.banking;

import org.diestra.platform.base.Refusal;

/** A file can't be taken as it is; nothing of it was. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Refusal why;

  Unreadable(String key, Object... args) {
    super(key);
    this.why = Refusal.invalid("file", key, args);
  }

  public Refusal why() {
    return why;
  }
}

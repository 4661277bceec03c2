package org.diestra.platform.base;

import java.util.Locale;

/** What is paid for: a finished task, or an hour. */
public enum PayUnit {
  TASK,
  HOUR;

  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** "per task", "per hour" in the visitor's language. */
  public String key() {
    return "page.per." + slug();
  }
}

package org.diestra.platform.programs;

import java.util.Locale;

/** A part of the house that programs can be let into. */
public enum Part {
  /** The files of workspaces. */
  FILES,
  /** Calendars. */
  CALENDARS;

  /** As it stands in messages and forms. */
  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is called in the visitor's language. */
  public String key() {
    return "programs.part." + slug();
  }
}

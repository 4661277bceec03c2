package org.diestra.platform.programs;

import java.util.List;
import java.util.Locale;

/** A part of the house that programs can be let into. */
public enum Part {
  /** The files of workspaces. */
  FILES,
  /** Calendars, one's own and those that others show. */
  CALENDARS,
  /** The contact books of workspaces. */
  CONTACTS;

  /** Those that a program can really be let into. */
  static List<Part> offered() {
    return List.of(FILES, CALENDARS, CONTACTS);
  }

  /** As it stands in messages and forms. */
  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is called in the visitor's language. */
  public String key() {
    return "programs.part." + slug();
  }
}

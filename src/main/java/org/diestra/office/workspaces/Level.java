package org.diestra.office.workspaces;

/** How far somebody may go in an area. */
public enum Level {
  /** Its manuals alone, to learn the work before it begins. */
  READING,
  /** All of it. */
  WORKING
}

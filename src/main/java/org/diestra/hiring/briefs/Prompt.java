package org.diestra.hiring.briefs;

import java.util.List;
import org.diestra.platform.base.Area;

/**
 * A question that an area asks of whoever describes work in it.
 *
 * @param name within its area: lower-case letters and dashes
 * @param options what can be chosen; empty for a line of text
 */
public record Prompt(Area area, String name, Kind kind, List<String> options) {
  /** How it is answered. */
  public enum Kind {
    LINE,
    ONE,
    MANY
  }

  static Prompt line(Area area, String name) {
    return new Prompt(area, name, Kind.LINE, List.of());
  }

  static Prompt one(Area area, String name, String... options) {
    return new Prompt(area, name, Kind.ONE, List.of(options));
  }

  static Prompt many(Area area, String name, String... options) {
    return new Prompt(area, name, Kind.MANY, List.of(options));
  }

  /** Names the answer, in a form and where it is kept: {@code bookkeeping.software}. */
  public String id() {
    return area.slug() + "." + name;
  }

  /** The message that asks it. */
  public String key() {
    return "briefs.ask." + id();
  }

  /** The message that says how to answer it. */
  public String hintKey() {
    return key() + ".hint";
  }

  /** The message of one of its options. */
  public String optionKey(String option) {
    return key() + "." + option;
  }
}

package org.diestra.hiring.screening;

import java.util.Locale;

/** What a rule does when it finds something; later ones weigh more. */
public enum Action {
  /** The writer is told and may go on. */
  WARN,
  /** The text goes out only after an operator has read it. */
  REVIEW,
  /** The text can't go out like this. */
  BLOCK;

  /** Its tone as a badge. */
  public String tone() {
    return this == BLOCK ? "stop" : this == REVIEW ? "wait" : "";
  }

  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}

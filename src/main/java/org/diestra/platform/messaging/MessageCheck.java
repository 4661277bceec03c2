package org.diestra.platform.messaging;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Reads a message before it is sent: a bean of a module that has rules for some threads. */
public interface MessageCheck {
  /**
   * @param subjects the kind of thing the thread is about
   */
  List<Remark> check(String subjects, UUID thing, String text);

  /**
   * Something that was found.
   *
   * @param stops whether it can't be said like this; else the writer is told and may go on, and the
   *     message carries a mark
   * @param excerpt the words that were found, at most 80 characters
   */
  record Remark(boolean stops, String english, String spanish, String excerpt) {
    /** What the writer is told. */
    public String advice(Locale locale) {
      return locale.getLanguage().equals("es") ? spanish : english;
    }
  }
}

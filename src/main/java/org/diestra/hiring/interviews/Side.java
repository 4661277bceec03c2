package org.diestra.hiring.interviews;

import java.util.Locale;

/** The two who meet; a client may come with several of its hiring team. */
enum Side {
  CLIENT,
  ASSISTANT;

  Side other() {
    return this == CLIENT ? ASSISTANT : CLIENT;
  }

  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}

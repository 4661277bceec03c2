package org.diestra.platform.messaging;

import java.util.UUID;

/**
 * A thread, as one of its participants has it.
 *
 * @param messages the number of the newest message; 0 while there is none
 * @param readTo the number of the last one this participant has read
 */
record Talk(ThreadId id, String subjects, UUID thing, int messages, int readTo) {
  int unread() {
    return Math.max(0, messages - readTo);
  }

  String href() {
    return "/messages/" + id;
  }
}

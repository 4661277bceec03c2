package org.diestra.hiring.jobs;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What the client asks of each bidder, at most 300 characters. An answer belongs to the words of
 * its question: its key is made of them, so that a question asked in other words is another
 * question.
 */
public record Question(String text) {
  static final int LONGEST = 300;
  static final int MOST = 5;

  /** The same for the same words: 8 hexadecimal digits. */
  public String key() {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString().substring(0, 8);
  }
}

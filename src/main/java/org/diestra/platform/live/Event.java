package org.diestra.platform.live;

import java.nio.charset.StandardCharsets;
import org.diestra.platform.accounts.PersonId;

/**
 * Something that changed, as it is kept and as it goes over the line.
 *
 * @param sequence counts the events of this person, without a gap
 */
record Event(PersonId person, long sequence, String kind, String key) {

  /** In the words of server-sent events (HTML, section 9.2): a name and a number. */
  byte[] frame() {
    var name = key.isEmpty() ? kind : kind + "-" + key;
    return frame("told", sequence, name);
  }

  /** Says that more was told than is still known, so that the page loads everything anew. */
  static byte[] reset(long last) {
    return frame("reset", last, "reset");
  }

  private static byte[] frame(String event, long id, String data) {
    return "id: %d\nevent: %s\ndata: %s\n\n"
        .formatted(id, event, data)
        .getBytes(StandardCharsets.US_ASCII);
  }
}

package org.diestra.office.invitations;

import java.util.ArrayList;
import java.util.List;
import org.diestra.platform.icalendar.Line;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as one guest is told.
 *
 * @param name the client's, or the person's
 * @param reply where a program's answer goes: an address that the house reads, or theirs
 * @param sender who sent it on their behalf (RFC 5545, section 3.2.18), or null for themselves
 */
record Asker(String name, String reply, @Nullable String sender) {
  Line line() {
    var params = new ArrayList<>(List.of(Line.Param.quoted("CN", name)));
    if (sender != null) {
      params.add(Line.Param.quoted("SENT-BY", "mailto:" + sender));
    }
    return new Line("ORGANIZER", params, "mailto:" + reply);
  }
}

package org.diestra.office.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.diestra.office.channels.Channel;

/** The weekly times of a channel that nothing has taken yet. */
final class Slots {
  private static final int DAYS = 366;

  private Slots() {}

  /**
   * The next ones, in order.
   *
   * @param taken times of posts on that channel
   * @param most how many are wanted
   */
  static List<Instant> free(
      Channel channel, ZoneId zone, Instant now, List<Instant> taken, int most) {
    var found = new ArrayList<Instant>();
    if (channel.slots().isEmpty()) {
      return found;
    }
    var gone = new HashSet<>(taken);
    var day = LocalDate.ofInstant(now, zone);
    for (int i = 0; i < DAYS && found.size() < most; i++, day = day.plusDays(1)) {
      for (var slot : channel.slots()) {
        if (slot.day() == day.getDayOfWeek()) {
          var at = day.atTime(slot.time()).atZone(zone).toInstant();
          if (at.isAfter(now) && !gone.contains(at) && found.size() < most) {
            found.add(at);
          }
        }
      }
    }
    return found;
  }
}

package org.diestra.work.time;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which minutes of a week are above its cap: in the order of their start, whatever comes after the
 * cap is full. What the client accepts above it is taken in the same order, to the minute.
 */
final class Cap {
  private Cap() {}

  /**
   * The minutes of each line that nobody has accepted yet because of the cap.
   *
   * @param cap minutes, or null for none
   * @param extra minutes above it that were accepted
   */
  static Map<EntryId, Integer> over(List<Entry> week, @Nullable Integer cap, int extra) {
    return over(week, cap, extra, Comparator.comparing((Entry e) -> e.facts().span().from()));
  }

  /** The same for a week that draws from a month: what is in dispute comes after the rest. */
  static Map<EntryId, Integer> overOfMonth(List<Entry> week, int cap, int extra) {
    var disputedLast = Comparator.comparing((Entry e) -> e instanceof Entry.Disputed);
    return over(week, cap, extra, disputedLast.thenComparing(e -> e.facts().span().from()));
  }

  private static Map<EntryId, Integer> over(
      List<Entry> week, @Nullable Integer cap, int extra, Comparator<Entry> inOrder) {
    var over = new HashMap<EntryId, Integer>();
    if (cap == null) {
      return over;
    }
    int room = cap + extra;
    for (var entry : week.stream().sorted(inOrder).toList()) {
      int minutes = entry.facts().minutes();
      int beyond = Math.clamp((long) minutes - room, 0, minutes);
      room = Math.max(0, room - minutes);
      if (beyond > 0) {
        over.put(entry.facts().id(), beyond);
      }
    }
    return over;
  }

  /** The most that may be accepted above the cap. */
  static int most(int minutes, @Nullable Integer cap) {
    return cap == null ? 0 : Math.max(0, minutes - cap);
  }
}

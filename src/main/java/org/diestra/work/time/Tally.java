package org.diestra.work.time;

import java.util.List;
import java.util.Map;
import org.diestra.platform.base.Money;
import org.diestra.work.time.Entry.Source;
import org.jspecify.annotations.Nullable;

/**
 * What a week adds up to, in minutes.
 *
 * @param over above the cap and not accepted
 * @param manual written by hand
 * @param accepted due at its close, what is over the cap left out
 * @param withheld in dispute
 */
record Tally(
    Tariff tariff, int total, int over, int manual, int accepted, int withheld, int extra) {
  private static final int PROTECTED = 10; // per cent of a week that may be written by hand

  static Tally of(List<Entry> week, Tariff tariff, int extra) {
    var over = Cap.over(week, tariff.cap(), extra);
    return new Tally(
        tariff,
        week.stream().mapToInt(e -> e.facts().minutes()).sum(),
        over.values().stream().mapToInt(Integer::intValue).sum(),
        week.stream()
            .filter(e -> e.facts().source() == Source.MANUAL)
            .mapToInt(e -> e.facts().minutes())
            .sum(),
        week.stream().filter(Entry::due).mapToInt(e -> payable(e, over)).sum(),
        week.stream()
            .filter(Entry.Disputed.class::isInstance)
            .mapToInt(e -> payable(e, over))
            .sum(),
        extra);
  }

  private static int payable(Entry entry, Map<EntryId, Integer> over) {
    return entry.facts().minutes() - over.getOrDefault(entry.facts().id(), 0);
  }

  /** What can be paid as it stands. */
  int payable() {
    return total - over;
  }

  /** What has been worked above the cap in all, accepted or not. */
  int aboveCap() {
    return Cap.most(total, tariff.cap());
  }

  /** Of a hundred minutes so many were written by hand; rounded up, so that 10.1 is above 10. */
  int manualPercent() {
    return total == 0 ? 0 : Math.ceilDiv(manual * 100, total);
  }

  boolean manualProtected() {
    return manualPercent() <= PROTECTED;
  }

  @Nullable Money worth() {
    return tariff.worth(payable());
  }
}

package org.diestra.work.time;

import java.util.List;
import java.util.Map;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a week adds up to, in minutes.
 *
 * @param over above the cap and not accepted
 * @param manual written by hand, or counted by a device that told the house later
 * @param accepted due at its close, what is over the cap left out
 * @param withheld in dispute
 * @param bag what the month of a retainer has left for it, or null without one
 */
record Tally(
    Tariff tariff,
    int total,
    int over,
    int manual,
    int accepted,
    int withheld,
    int extra,
    @Nullable Integer bag) {
  /** Per cent of a week that are as good as counted; of more the client is told to look at it. */
  private static final int PROTECTED = 10;

  static Tally of(List<Entry> week, Tariff tariff, int extra) {
    return of(week, tariff, extra, null);
  }

  /**
   * @param bag what the month of a retainer has left for it, or null without one
   */
  static Tally of(List<Entry> week, Tariff tariff, int extra, @Nullable Integer bag) {
    var over = over(week, tariff, extra, bag);
    return new Tally(
        tariff,
        week.stream().mapToInt(e -> e.facts().minutes()).sum(),
        over.values().stream().mapToInt(Integer::intValue).sum(),
        week.stream()
            .filter(e -> !e.facts().source().seen())
            .mapToInt(e -> e.facts().minutes())
            .sum(),
        week.stream().filter(Entry::due).mapToInt(e -> payable(e, over)).sum(),
        week.stream()
            .filter(Entry.Disputed.class::isInstance)
            .mapToInt(e -> payable(e, over))
            .sum(),
        extra,
        bag);
  }

  /** The minutes of each line that are not paid: of a month, what neither it nor a rate pays. */
  static Map<EntryId, Integer> over(
      List<Entry> week, Tariff tariff, int extra, @Nullable Integer bag) {
    return bag == null
        ? Cap.over(week, tariff.cap(), extra)
        : Cap.overOfMonth(week, tariff.limit(bag), extra);
  }

  private static int payable(Entry entry, Map<EntryId, Integer> over) {
    return entry.facts().minutes() - over.getOrDefault(entry.facts().id(), 0);
  }

  /** What can be paid as it stands. */
  int payable() {
    return total - over;
  }

  /** What of that the month pays. */
  int ofBag() {
    return bag == null ? 0 : Math.min(bag, payable());
  }

  /** What of the accepted minutes the month pays. */
  int drawn() {
    return bag == null ? 0 : Math.min(bag, accepted);
  }

  /** What has been worked beyond the month. */
  int beyond() {
    return bag == null ? 0 : Math.max(0, total - bag);
  }

  /** Minutes to which the weekly cap applies: those beyond the month. */
  int capped() {
    return bag == null ? total : beyond();
  }

  /** What has been worked above the cap in all, accepted or not; nothing without a rate. */
  int aboveCap() {
    return bag != null && tariff.rate() == null ? 0 : Cap.most(capped(), tariff.cap());
  }

  /**
   * Of a hundred minutes so many rest on the assistant's word; rounded up, so that 10.1 is above
   * 10.
   */
  int manualPercent() {
    return total == 0 ? 0 : Math.ceilDiv(manual * 100, total);
  }

  boolean manualProtected() {
    return manualPercent() <= PROTECTED;
  }

  /** What is paid by the hour. */
  @Nullable Money worth() {
    return tariff.worth(payable() - ofBag());
  }
}

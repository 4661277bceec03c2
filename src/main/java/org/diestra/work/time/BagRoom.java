package org.diestra.work.time;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What months have left for each week, as far as it is known: weeks that are not closed count as
 * they stand, and so does what a month that is over would roll on.
 *
 * @param bags of one contract, in order
 * @param open minutes of its weeks that are not closed, by their Mondays
 */
record BagRoom(List<Bag> bags, SortedMap<LocalDate, Integer> open) {
  BagRoom {
    bags = List.copyOf(bags);
    open = new TreeMap<>(open);
  }

  /** The month that a week draws from; null where there is none, or not yet. */
  @Nullable Bag of(LocalDate week) {
    return bags.stream().filter(b -> !b.firstWeek().isAfter(week)).reduce((a, b) -> b).orElse(null);
  }

  /** What is there for a week before its own lines; null where it draws from none. */
  @Nullable Integer before(LocalDate week) {
    var bag = of(week);
    return bag == null ? null : drawnUntil(bag, week).left();
  }

  /** What recorded weeks leave of a month. */
  Bag asItStands(Bag bag) {
    return drawnUntil(bag, LocalDate.MAX);
  }

  private Bag drawnUntil(Bag wanted, LocalDate until) {
    int carry = 0;
    for (int i = 0; i < bags.size(); i++) {
      var bag = bags.get(i).receive(carry);
      var end = i + 1 < bags.size() ? bags.get(i + 1).firstWeek() : LocalDate.MAX;
      for (var minutes : open.subMap(bag.firstWeek(), least(end, until, bag)).values()) {
        bag = bag.draw(bag.taken(minutes));
      }
      if (bag.number() == wanted.number()) {
        return bag;
      }
      carry = bag.closed() ? 0 : Math.min(bag.rollover(), bag.minutes() - bag.used());
    }
    throw new IllegalArgumentException("not of these: " + wanted);
  }

  private static LocalDate least(LocalDate end, LocalDate until, Bag bag) {
    var least = end.isBefore(until) ? end : until;
    return least.isBefore(bag.firstWeek()) ? bag.firstWeek() : least;
  }
}

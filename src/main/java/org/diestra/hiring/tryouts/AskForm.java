package org.diestra.hiring.tryouts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.diestra.hiring.proposals.BidId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A request for samples, as typed.
 *
 * @param bids the ids of the bids whose authors are asked
 * @param synthetic "true" for the declaration that nothing in it is real
 * @param kept the id of a file that was already taken in, when the form comes back
 * @param heard stands for the warnings that were shown when the form came back
 */
record AskForm(
    @Nullable String what,
    @Nullable String minutes,
    @Nullable String due,
    @Nullable List<String> bids,
    @Nullable String synthetic,
    @Nullable String kept,
    @Nullable String heard) {

  static AskForm empty(@Nullable String bid, LocalDate today) {
    return new AskForm(
        null,
        String.valueOf(Task.LONGEST),
        today.plusDays(5).toString(),
        bid == null ? List.of() : List.of(bid),
        null,
        null,
        null);
  }

  List<String> chosen() {
    return bids == null ? List.of() : bids;
  }

  AskForm warned(String warnings) {
    return new AskForm(what, minutes, due, bids, synthetic, kept, warnings);
  }

  /**
   * Only to be used where there are no problems.
   *
   * @param today on the client's calendar
   */
  Draft read(LocalDate today, Problems problems) {
    var typed = new Typed(problems);
    var asked = bids(problems);
    var said = typed.text("what", what, Draft.LONGEST, "tryouts.what.missing");
    if (!said.isEmpty() && said.length() < Draft.SHORTEST) {
      problems.add("what", "tryouts.what.short");
    }
    Integer longest = typed.number("minutes", minutes, 1, Task.LONGEST, "tryouts.minutes.wrong");
    if (longest == null) {
      problems.add("minutes", "tryouts.minutes.wrong", 1, Task.LONGEST);
    }
    var day = due(today, problems);
    if (!"true".equals(synthetic)) {
      problems.add("synthetic", "tryouts.synthetic.missing");
    }
    return new Draft(said, longest == null ? Task.LONGEST : longest, day, asked);
  }

  private Set<BidId> bids(Problems problems) {
    var found = new LinkedHashSet<BidId>();
    chosen().forEach(text -> Ids.read(text).map(BidId::new).ifPresent(found::add));
    if (found.isEmpty()) {
      problems.add("bids", "tryouts.bids.missing");
    }
    return found;
  }

  private LocalDate due(LocalDate today, Problems problems) {
    try {
      var day = LocalDate.parse(Typed.line(due));
      if (day.isAfter(today) && !day.isAfter(today.plusDays(Draft.LATEST))) {
        return day;
      }
    } catch (DateTimeException notADate) {
      // told below, as any other day that can't be the last one
    }
    problems.add("due", "tryouts.due.wrong", today.plusDays(1), today.plusDays(Draft.LATEST));
    return today.plusDays(1);
  }
}

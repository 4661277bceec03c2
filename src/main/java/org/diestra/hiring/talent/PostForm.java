package org.diestra.hiring.talent;

import java.time.YearMonth;
import org.diestra.hiring.talent.Profile.ItemId;
import org.diestra.hiring.talent.Profile.Post;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A place of work, as typed.
 *
 * @param toMonth with the year: empty while it lasts
 * @param office "true" where it was as a secretary or in an office
 */
record PostForm(
    @Nullable String title,
    @Nullable String employer,
    @Nullable String fromMonth,
    @Nullable String fromYear,
    @Nullable String toMonth,
    @Nullable String toYear,
    @Nullable String office,
    @Nullable String what) {
  private static final int SHORT = 100;
  private static final int LONG = 1000;
  private static final int EARLIEST = 1950;

  static PostForm empty() {
    return new PostForm(null, null, null, null, null, null, null, null);
  }

  static PostForm of(Post post) {
    var to = post.to();
    return new PostForm(
        post.title(),
        post.employer(),
        Integer.toString(post.from().getMonthValue()),
        Integer.toString(post.from().getYear()),
        to == null ? null : Integer.toString(to.getMonthValue()),
        to == null ? null : Integer.toString(to.getYear()),
        Boolean.toString(post.office()),
        post.what());
  }

  /** Only to be used where there are no problems. */
  Post read(ItemId id, YearMonth now, Problems problems) {
    var typed = new Typed(problems);
    var did = typed.line("title", title, SHORT, "talent.post.title.needed");
    var where = typed.line("employer", employer, SHORT, "talent.post.employer.needed");
    var from = month("from", fromMonth, fromYear, now, problems);
    var to = month("to", toMonth, toYear, now, problems);
    if (from == null) {
      problems.add("fromYear", "talent.post.from.needed");
    } else if (to != null && to.isBefore(from)) {
      problems.add("toYear", "talent.post.order");
    }
    return new Post(
        id,
        did,
        where,
        from == null ? now : from,
        to,
        "true".equals(office),
        typed.text("what", what, LONG));
  }

  /** Null where both are empty or something is wrong, which is told at the year. */
  private static @Nullable YearMonth month(
      String which, @Nullable String month, @Nullable String year, YearMonth now, Problems found) {
    var typed = new Typed(found);
    boolean left = Typed.line(month).isEmpty() && Typed.line(year).isEmpty();
    if (left) {
      return null;
    }
    var y = typed.number(which + "Year", year, EARLIEST, now.getYear(), "talent.post.year.wrong");
    var m = typed.number(which + "Year", month, 1, 12, "talent.post.month.needed");
    if (y == null || m == null) {
      found.add(which + "Year", "talent.post.month.needed");
      return null;
    }
    var read = YearMonth.of(y, m);
    if (read.isAfter(now)) {
      found.add(which + "Year", "talent.post.future");
    }
    return read;
  }
}

package org.diestra.office.recurring;

import java.time.LocalDate;
import java.util.UUID;
import org.diestra.office.bookkeeping.Written;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * An entry that is to come again, as a browser sends it.
 *
 * @param entry the one that each is like, by its id
 * @param months every so many
 * @param key of this form, so that what is sent twice is one
 */
record RecurringForm(
    @Nullable String entry,
    @Nullable String text,
    @Nullable String months,
    @Nullable String first,
    @Nullable String until,
    @Nullable String key) {

  /** A month after the entry, every month; not before today. */
  static RecurringForm fresh(String entry, Written like, LocalDate today) {
    var rhythm = new Rhythm(1, like.day().getDayOfMonth());
    var next = rhythm.from(rhythm.after(like.day()), today);
    return new RecurringForm(entry, like.text(), "1", next.toString(), "", Ids.text(Ids.fresh()));
  }

  UUID keyed() {
    return Ids.read(Typed.line(key)).orElse(Ids.fresh());
  }

  /** What it came to. */
  record Said(String text, int months, LocalDate first, @Nullable LocalDate until) {}

  /** Null where there is a problem. */
  @Nullable Said read(Problems problems) {
    var typed = new Typed(problems);
    var said = typed.line("text", text, Written.LONGEST, "recurring.text.missing");
    var every = typed.number("months", months, 1, 12, "recurring.months.missing");
    if (every == null) {
      problems.add("months", "recurring.months.missing");
    }
    var begins = Typed.day(first).orElse(null);
    if (begins == null) {
      problems.add("first", "recurring.first.wrong");
    }
    var last = Typed.day(until).orElse(null);
    if (last == null && !Typed.line(until).isEmpty()) {
      problems.add("until", "recurring.until.wrong");
    }
    return problems.any() || every == null || begins == null
        ? null
        : new Said(said, every, begins, last);
  }
}

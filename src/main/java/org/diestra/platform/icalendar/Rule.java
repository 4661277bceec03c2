package org.diestra.platform.icalendar;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * How something comes again (RFC 5545, section 3.3.10; RFC 7529 for what a short month does). It is
 * counted on a clock without an offset, and each result put into its zone by {@code java.time}, so
 * that tzdata has one home. What would come oftener than by the hour must say how many times.
 */
public final class Rule {
  /** How many times at most something may come that comes by the minute or the second. */
  public static final int MOST_QUICK = 1000;

  private static final TimeZone FLOATING = TimeZone.getTimeZone("UTC");
  private static final int LONGEST = 2000; // characters
  private static final int MOST_A_DAY = 100;
  private static final Pattern INTERVAL = Pattern.compile("[1-9]\\d{0,4}");
  private static final long STEP = 366L * 24 * 60 * 60 * 1000; // milliseconds
  private static final List<String> IN_A_DAY = List.of("BYHOUR", "BYMINUTE", "BYSECOND");
  private final Map<String, String> parts;
  private final RecurrenceRule endless;
  private final @Nullable When until;
  private final @Nullable Integer count;

  private Rule(
      Map<String, String> parts,
      RecurrenceRule endless,
      @Nullable When until,
      @Nullable Integer count) {
    this.parts = parts;
    this.endless = endless;
    this.until = until;
    this.count = count;
  }

  /** Empty for what is no rule, and for one that the house will not count. */
  public static Optional<Rule> read(String text) {
    try {
      return Optional.of(parse(text));
    } catch (Faulty none) {
      return Optional.empty();
    }
  }

  /**
   * The same for a rule of our own making.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Rule require(String text) {
    return read(text).orElseThrow(() -> new IllegalArgumentException(text));
  }

  static Rule parse(String text) {
    if (text.length() > LONGEST) {
      throw faulty(text);
    }
    var parts = new LinkedHashMap<String, String>();
    for (var part : text.strip().toUpperCase(Locale.ROOT).split(";", -1)) {
      int equals = part.indexOf('=');
      if (!part.isBlank()
          && (equals < 1
              || parts.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip())
                  != null)) {
        throw faulty(text);
      }
    }
    try {
      var until = parts.get("UNTIL");
      var last = until == null ? null : When.read(until, null);
      var rule = new RecurrenceRule(text(parts, "UNTIL"));
      var count = rule.getCount();
      boolean steps = INTERVAL.matcher(parts.getOrDefault("INTERVAL", "1")).matches();
      if (count != null && last != null || !steps || !countable(parts, count)) {
        throw faulty(text);
      }
      return new Rule(parts, rule, last, count);
    } catch (InvalidRecurrenceRuleException | IllegalArgumentException wrong) {
      throw faulty(text);
    }
  }

  private static Faulty faulty(String text) {
    return new Faulty("icalendar.rule", text.substring(0, Math.min(text.length(), 80)));
  }

  private static boolean countable(Map<String, String> parts, @Nullable Integer count) {
    var frequency = parts.getOrDefault("FREQ", "");
    if (frequency.equals("SECONDLY") || frequency.equals("MINUTELY")) {
      return count != null && count <= MOST_QUICK;
    }
    long often = 1;
    for (var part : IN_A_DAY) {
      var all = parts.get(part);
      often *= all == null ? 1 : all.chars().filter(c -> c == ',').count() + 1;
    }
    return often <= MOST_A_DAY;
  }

  private static String text(Map<String, String> parts, String... without) {
    var left = Arrays.asList(without);
    return parts.entrySet().stream()
        .filter(part -> !left.contains(part.getKey()))
        .map(part -> part.getKey() + "=" + part.getValue())
        .collect(Collectors.joining(";"));
  }

  /** As programs read it. */
  public String text() {
    return text(parts);
  }

  /** Without its end: to compare how two come again. */
  public String pattern() {
    return text(parts, "UNTIL", "COUNT", "WKST");
  }

  /** How many times it comes, where it says so. */
  public Optional<Integer> count() {
    return Optional.ofNullable(count);
  }

  /** The last moment at which it may come, where it says so; a day means all of it. */
  public Optional<When> until() {
    return Optional.ofNullable(until);
  }

  boolean endless() {
    return until == null && count == null;
  }

  /** The same with another end, or none. */
  public Rule ending(@Nullable When last, @Nullable Integer times) {
    var changed = new LinkedHashMap<>(parts);
    changed.remove("UNTIL");
    changed.remove("COUNT");
    if (last != null) {
      changed.put("UNTIL", last.key());
    } else if (times != null) {
      changed.put("COUNT", times.toString());
    }
    return parse(text(changed));
  }

  /** Whether that time still belongs to it. */
  boolean reaches(When start, ZoneId home) {
    if (until == null) {
      return true;
    }
    if (until.day() || start.day() || until.zone() == null || start.zone() == null) {
      var end = until.day() ? until.date().atTime(LocalTime.MAX) : until.local();
      var local =
          until.zone() == null || start.zone() != null
              ? start.local()
              : LocalDateTime.ofInstant(start.at(home), until.zone());
      return start.day() ? !start.date().isAfter(end.toLocalDate()) : !local.isAfter(end);
    }
    return !start.at(home).isAfter(until.at(home));
  }

  /**
   * The local times at which it comes, the first first, without a look at {@link #until}. It is an
   * iterator that may end early when the budget is spent.
   *
   * @param begin the first of the series; where the rule does not name it, it is not among them
   * @param from what lies before is skipped
   */
  Times times(LocalDateTime begin, LocalDateTime from, Budget budget) {
    return new Times(iterator(begin), millis(begin), millis(from), budget);
  }

  /** The same for a rule of our own making, which is never absurd. */
  public Iterator<LocalDateTime> times(LocalDateTime begin, LocalDateTime from) {
    return times(begin, from, Budget.page());
  }

  /** Null for one that never comes, such as each 30 February. */
  private @Nullable RecurrenceRuleIterator iterator(LocalDateTime begin) {
    try {
      return endless.iterator(millis(begin), FLOATING);
    } catch (IllegalArgumentException never) {
      return null;
    }
  }

  private static long millis(LocalDateTime local) {
    return local.toEpochSecond(ZoneOffset.UTC) * 1000;
  }

  /** Goes through them, a year at a time to where it begins. */
  static final class Times implements Iterator<LocalDateTime> {
    private final @Nullable RecurrenceRuleIterator all;
    private final Budget budget;
    private final long from;
    private boolean cut;

    private Times(@Nullable RecurrenceRuleIterator all, long begin, long from, Budget budget) {
      this.all = all;
      this.budget = budget;
      this.from = from;
      for (long to = begin + STEP; to < from && !cut; to += STEP) {
        skip(to);
      }
      if (from > begin && !cut) {
        skip(from);
      }
    }

    private void skip(long to) {
      if (budget.spent()) {
        cut = true;
      } else if (all != null && more(all)) {
        try {
          all.fastForward(to);
        } catch (IllegalArgumentException never) {
          cut = false; // there is none any more, which the next look finds too
        }
      }
    }

    /** Whether it ended because the budget was spent. */
    boolean cut() {
      return cut;
    }

    /** Where a rule finds nothing any more for long, it throws where others end. */
    private static boolean more(RecurrenceRuleIterator all) {
      try {
        return all.hasNext();
      } catch (IllegalArgumentException never) {
        return false;
      }
    }

    @Override
    public boolean hasNext() {
      while (!cut && all != null && more(all)) {
        if (budget.spent()) {
          cut = true;
        } else if (all.peekMillis() >= from) {
          return true;
        } else {
          all.nextMillis();
        }
      }
      return false;
    }

    @Override
    public LocalDateTime next() {
      if (!hasNext() || all == null) {
        throw new NoSuchElementException();
      }
      return LocalDateTime.ofEpochSecond(all.nextMillis() / 1000, 0, ZoneOffset.UTC);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Rule rule && rule.text().equals(text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}

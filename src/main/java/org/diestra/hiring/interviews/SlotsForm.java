package org.diestra.hiring.interviews;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.diestra.hiring.interviews.Interviews.Proposal;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * Times to meet, as a browser sends them: some ticked among those offered, some typed on the clock
 * of whoever proposes.
 *
 * @param slot instants that were ticked
 * @param seen the interview's version this was decided about; empty for a new one
 */
record SlotsForm(
    @Nullable List<String> slot,
    @Nullable String date1,
    @Nullable String time1,
    @Nullable String date2,
    @Nullable String time2,
    @Nullable String minutes,
    @Nullable String words,
    @Nullable String seen) {
  static final int MOST_WORDS = 1_000;
  private static final Duration SOONEST = Duration.ofMinutes(30);
  private static final Duration FURTHEST = Duration.ofDays(60);

  static SlotsForm blank(int version) {
    var usual = String.valueOf(Slot.USUAL);
    return new SlotsForm(List.of(), null, null, null, null, usual, null, String.valueOf(version));
  }

  int version() {
    return seen != null && seen.matches("\\d{1,6}") ? Integer.parseInt(seen) : 0;
  }

  boolean ticked(String value) {
    return slot != null && slot.contains(value);
  }

  /** Null where there are problems. */
  @Nullable Proposal read(ZoneId zone, Instant now, Problems problems) {
    int length = length(problems);
    var starts = new ArrayList<Instant>();
    for (var text : slot == null ? List.<String>of() : slot) {
      instant(text, problems, starts);
    }
    typed("date1", date1, "time1", time1, zone, problems, starts);
    typed("date2", date2, "time2", time2, zone, problems, starts);
    var said = new Typed(problems).text("words", words, MOST_WORDS);
    var slots =
        starts.stream()
            .sorted(Comparator.naturalOrder())
            .map(start -> new Slot(start, length))
            .toList();
    check(slots, now, problems);
    return problems.any() ? null : new Proposal(slots, said);
  }

  private int length(Problems problems) {
    var found = Slot.LENGTHS.stream().filter(m -> String.valueOf(m).equals(minutes)).findFirst();
    if (found.isEmpty()) {
      problems.add("minutes", "interviews.minutes.choose");
    }
    return found.orElse(Slot.USUAL);
  }

  private static void instant(String text, Problems problems, List<Instant> starts) {
    try {
      starts.add(Instant.parse(text));
    } catch (DateTimeParseException notOurs) {
      problems.add("slot", "interviews.slot.choose");
    }
  }

  private static void typed(
      String dateField,
      @Nullable String date,
      String timeField,
      @Nullable String time,
      ZoneId zone,
      Problems problems,
      List<Instant> starts) {
    var day = Typed.line(date);
    var hour = Typed.line(time);
    if (day.isEmpty() && hour.isEmpty()) {
      return;
    }
    try {
      var local = LocalDate.parse(day).atTime(LocalTime.parse(hour));
      if (zone.getRules().getValidOffsets(local).isEmpty()) {
        problems.add(timeField, "interviews.time.gap");
      } else {
        starts.add(local.atZone(zone).toInstant());
      }
    } catch (DateTimeParseException half) {
      problems.add(day.isEmpty() ? dateField : timeField, "interviews.time.incomplete");
    }
  }

  private static void check(List<Slot> slots, Instant now, Problems problems) {
    if (slots.size() < Proposal.FEWEST || slots.size() > Proposal.MOST) {
      problems.add("slot", "interviews.slot.count", Proposal.FEWEST, Proposal.MOST);
    } else if (slots.getFirst().start().isBefore(now.plus(SOONEST))) {
      problems.add("slot", "interviews.slot.soon");
    } else if (slots.getLast().start().isAfter(now.plus(FURTHEST))) {
      problems.add("slot", "interviews.slot.far", FURTHEST.toDays());
    } else if (IntStream.range(1, slots.size())
        .anyMatch(i -> slots.get(i).meets(slots.get(i - 1)))) {
      problems.add("slot", "interviews.slot.overlap");
    }
  }
}

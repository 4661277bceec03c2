package org.diestra.work.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.work.time.Entry.Said;
import org.jspecify.annotations.Nullable;

/**
 * A line written by hand, as a browser sends it: a day and two times on the assistant's clock.
 *
 * @param to where it is not after the start, it is on the next day
 * @param fromTurn which of an hour that comes twice: {@code second}, or the first
 * @param reason why a submitted line is changed
 * @param seen the version that was on the page
 */
record EntryForm(
    @Nullable String day,
    @Nullable String from,
    @Nullable String to,
    @Nullable String fromTurn,
    @Nullable String toTurn,
    @Nullable String task,
    @Nullable String note,
    @Nullable String reason,
    @Nullable Integer seen) {
  static final EntryForm BLANK = new EntryForm("", "", "", "", "", "", "", "", 0);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  /** One that holds what stands in a line; a note that merely stands in is left to be written. */
  static EntryForm of(Entry entry, ZoneId zone) {
    var said = entry.facts().said();
    var from = said.span().from().atZone(zone);
    var to = said.span().to().atZone(zone);
    return new EntryForm(
        from.toLocalDate().toString(),
        CLOCK.format(from),
        CLOCK.format(to),
        !from.equals(from.withEarlierOffsetAtOverlap()) ? "second" : "",
        !to.equals(to.withEarlierOffsetAtOverlap()) ? "second" : "",
        said.task() == null ? "" : Ids.text(said.task()),
        said.described() ? said.note() : "",
        "",
        entry.facts().version());
  }

  static EntryForm on(LocalDate day) {
    return new EntryForm(day.toString(), "", "", "", "", "", "", "", 0);
  }

  /** Null where something is wrong. */
  @Nullable Said read(ZoneId zone, Problems problems) {
    var typed = new Typed(problems);
    var said = typed.line("note", note, Said.MOST, "time.note.missing");
    if (!said.isEmpty() && said.codePointCount(0, said.length()) < Said.LEAST) {
      problems.add("note", "time.note.length", Said.LEAST, Said.MOST);
    }
    var date = date(problems);
    var start = time("from", from, problems);
    var end = time("to", to, problems);
    if (date == null || start == null || end == null) {
      return null;
    }
    var last = end.isAfter(start) ? date : date.plusDays(1);
    var first = instant("from", date.atTime(start), "second".equals(fromTurn), zone, problems);
    var until = instant("to", last.atTime(end), "second".equals(toTurn), zone, problems);
    if (first == null || until == null) {
      return null;
    }
    long minutes = ChronoUnit.MINUTES.between(first, until);
    if (minutes < 1 || minutes > Span.MOST) {
      problems.add("to", minutes < 1 ? "time.refused.backwards" : "time.refused.long");
    }
    return problems.any() ? null : new Said(new Span(first, until), subject(), said);
  }

  @Nullable UUID subject() {
    return Ids.read(Objects.requireNonNullElse(task, "")).orElse(null);
  }

  /** The version that was on the page; 0 where there was none. */
  int version() {
    return seen == null ? 0 : seen;
  }

  /** Null for none. */
  @Nullable String why(Problems problems) {
    var said = new Typed(problems).text("reason", reason, 2000);
    return said.isEmpty() ? null : said;
  }

  private @Nullable LocalDate date(Problems problems) {
    try {
      return LocalDate.parse(Typed.line(day));
    } catch (DateTimeParseException wrong) {
      problems.add("day", "time.day.missing");
      return null;
    }
  }

  private static @Nullable LocalTime time(String field, @Nullable String typed, Problems problems) {
    try {
      var text = Typed.line(typed);
      return LocalTime.parse(text.length() == 4 ? "0" + text : text)
          .truncatedTo(ChronoUnit.MINUTES);
    } catch (DateTimeParseException wrong) {
      problems.add(field, "time.clock.missing");
      return null;
    }
  }

  /** An hour that the clocks jump over is none; of one that comes twice the form says which. */
  private static @Nullable Instant instant(
      String field, LocalDateTime local, boolean second, ZoneId zone, Problems problems) {
    var offsets = zone.getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      var jump = Objects.requireNonNull(zone.getRules().getTransition(local));
      problems.add(
          field,
          "time.clock.skipped",
          CLOCK.format(local),
          CLOCK.format(jump.getDateTimeBefore()),
          CLOCK.format(jump.getDateTimeAfter()));
      return null;
    }
    return local.atOffset(second ? offsets.getLast() : offsets.getFirst()).toInstant();
  }

  /** Whether a time on that day comes twice there, so that the form has to ask which is meant. */
  boolean asksTurn(ZoneId zone) {
    try {
      var date = LocalDate.parse(Typed.line(day));
      return Days.twice(date, zone) || Days.twice(date.plusDays(1), zone);
    } catch (DateTimeParseException none) {
      return false;
    }
  }
}

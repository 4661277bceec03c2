package org.diestra.hiring.jobs;

import static org.diestra.platform.page.Ui.city;
import static org.diestra.platform.page.Ui.date;
import static org.diestra.platform.page.Ui.locale;
import static org.diestra.platform.page.Ui.money;
import static org.diestra.platform.page.Ui.words;
import static org.diestra.platform.page.Ui.zone;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.diestra.hiring.briefs.Prompt;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.WorkWeek;
import org.diestra.platform.page.Options;
import org.jspecify.annotations.Nullable;

/** What a job says, in the words of whoever reads the page. Only while one is being rendered. */
final class JobText {
  private JobText() {}

  static String areas(Collection<Area> areas) {
    return areas.stream().sorted().map(area -> words(area.key())).collect(Collectors.joining(", "));
  }

  /** "up to €14.00 an hour or €60.00 a task". */
  static String pay(Pay pay) {
    var hourly = pay.hourly();
    var perTask = pay.perTask();
    if (hourly == null) {
      return perTask == null ? "" : words("jobs.pay.task", money(perTask));
    }
    return perTask == null
        ? words("jobs.pay.hour", money(hourly))
        : words("jobs.pay.either", money(hourly), money(perTask));
  }

  /** "about 8 hours a week, 20 tasks a month". */
  static String volume(Volume volume) {
    var parts = new ArrayList<String>();
    if (volume.hoursWeek() > 0) {
      parts.add(words("jobs.volume.hours", volume.hoursWeek()));
    }
    if (volume.tasks() > 0) {
      parts.add(words("jobs.volume.tasks." + volume.rhythm().slug(), volume.tasks()));
    }
    return String.join(", ", parts);
  }

  static String span(Volume volume) {
    return words("jobs.volume.span." + volume.span().slug());
  }

  static String language(Fluency fluency) {
    return fluency.level() == Fluency.Level.NATIVE
        ? words("jobs.language.native", fluency.name(locale()))
        : words("jobs.language", fluency.name(locale()), Options.level(fluency.level()));
  }

  /** "Spanish C1, English B2", for a line in a list. */
  static String languages(List<Fluency> languages) {
    return languages.stream()
        .map(fluency ->
            fluency.level() == Fluency.Level.NATIVE
                ? language(fluency)
                : words("jobs.language", fluency.name(locale()), fluency.level().name()))
        .collect(Collectors.joining(", "));
  }

  /** "5 hours a week, within Mon–Fri 09:00–17:00 in Madrid". */
  static String overlap(Overlap overlap) {
    var week = overlap.week();
    return week == null
        ? words("jobs.overlap.none")
        : words("jobs.overlap.some", overlap.hours(), days(week), span(week), city(week.zone()));
  }

  /** The same hours on the reader's clock, or null where it shows the same. */
  static @Nullable String overlapHere(Overlap overlap, LocalDate today) {
    var week = overlap.week();
    if (week == null || offset(week.zone(), today).equals(offset(zone(), today))) {
      return null;
    }
    var first = first(week);
    return words(
        "jobs.overlap.here",
        moved(first.from(), week.zone(), today) + "–" + moved(first.to(), week.zone(), today),
        city(zone()));
  }

  static String start(@Nullable LocalDate start) {
    return start == null ? words("jobs.start.soon") : words("jobs.start.from", date(start));
  }

  static String answer(Prompt prompt, List<String> answer) {
    return prompt.kind() == Prompt.Kind.LINE
        ? String.join(" ", answer)
        : answer.stream()
            .filter(prompt.options()::contains)
            .map(option -> words(prompt.optionKey(option)))
            .collect(Collectors.joining(", "));
  }

  /** "Mon–Fri", or "Mon, Wed, Sat". */
  private static String days(WorkWeek week) {
    var worked =
        Arrays.stream(DayOfWeek.values()).filter(day -> !week.spans(day).isEmpty()).toList();
    var names = worked.stream().map(day -> day.getDisplayName(TextStyle.SHORT, locale())).toList();
    boolean unbroken =
        worked.getLast().getValue() - worked.getFirst().getValue() == worked.size() - 1;
    return unbroken && worked.size() > 2
        ? names.getFirst() + "–" + names.getLast()
        : String.join(", ", names);
  }

  private static String span(WorkWeek week) {
    var first = first(week);
    return clock(first.from()) + "–" + clock(first.to());
  }

  private static WorkWeek.Span first(WorkWeek week) {
    return Arrays.stream(DayOfWeek.values())
        .flatMap(day -> week.spans(day).stream())
        .findFirst()
        .orElse(new WorkWeek.Span(0, 24));
  }

  private static String clock(int hour) {
    return "%02d:00".formatted(hour);
  }

  private static java.time.ZoneOffset offset(ZoneId zone, LocalDate day) {
    return zone.getRules().getOffset(day.atTime(12, 0));
  }

  private static String moved(int hour, ZoneId there, LocalDate day) {
    var at = day.atTime(LocalTime.MIN).plusHours(hour).atZone(there);
    return "%tR".formatted(at.withZoneSameInstant(zone()));
  }
}

package org.diestra.hiring.jobs;

import static org.diestra.platform.page.Ui.locale;
import static org.diestra.platform.page.Ui.words;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be chosen in the forms of a job: value to words, in order. */
final class Choices {
  private Choices() {}

  static Map<String, String> units() {
    return named("jobs.conditions.unit.", List.of("hour", "task", "either"));
  }

  static Map<String, String> rhythms() {
    return named("jobs.conditions.rhythm.", slugs(Volume.Rhythm.values()));
  }

  static Map<String, String> spans() {
    var all = new LinkedHashMap<String, String>();
    all.put("", words("page.choose"));
    for (var span : Volume.Span.values()) {
      all.put(span.slug(), words("jobs.volume.span." + span.slug()));
    }
    return all;
  }

  static Map<String, String> overlaps() {
    return named("jobs.conditions.overlap.", List.of("none", "some"));
  }

  static Map<String, String> manuals() {
    var all = new LinkedHashMap<String, String>();
    for (var manual : Manual.values()) {
      all.put(manual.slug(), words("jobs.instructions.manual." + manual.slug()));
    }
    return all;
  }

  static Map<String, String> endings() {
    var all = new LinkedHashMap<String, String>();
    for (var ending : Ending.BY_CLIENT) {
      all.put(ending.slug(), words("jobs.close." + ending.slug()));
    }
    return all;
  }

  static Map<String, String> days() {
    var all = new LinkedHashMap<String, String>();
    for (var day : DayOfWeek.values()) {
      all.put(String.valueOf(day.getValue()), day.getDisplayName(TextStyle.FULL, locale()));
    }
    return all;
  }

  /** Whole hours of a day, both inclusive. */
  static Map<String, String> hours(int from, int to) {
    var all = new LinkedHashMap<String, String>();
    for (int hour = from; hour <= to; hour++) {
      all.put(String.valueOf(hour), "%02d:00".formatted(hour));
    }
    return all;
  }

  private static List<String> slugs(Volume.Rhythm... rhythms) {
    return java.util.Arrays.stream(rhythms).map(Volume.Rhythm::slug).toList();
  }

  private static Map<String, String> named(String prefix, List<String> values) {
    var all = new LinkedHashMap<String, String>();
    values.forEach(value -> all.put(value, words(prefix + value)));
    return all;
  }
}

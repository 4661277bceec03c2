package org.diestra.platform.notifications;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * What the page of preferences sends.
 *
 * @param channels kind to the name of a channel
 * @param minutes for how long a message waits to be read before it is mailed
 * @param begins when the quiet hours begin, {@code 22:00}; empty for none, as is their end
 */
record PreferencesForm(Map<String, String> channels, String begins, String ends, String minutes) {
  private static final String KIND = "kind.";

  /** What was read from the page. */
  record Choices(Map<String, Channel> channels, @Nullable QuietHours quiet, int minutes) {}

  static PreferencesForm of(Map<String, String> sent) {
    var channels = new LinkedHashMap<String, String>();
    sent.forEach((name, value) -> {
      if (name.startsWith(KIND)) {
        channels.put(name.substring(KIND.length()), value);
      }
    });
    return new PreferencesForm(
        channels,
        sent.getOrDefault("begins", "").strip(),
        sent.getOrDefault("ends", "").strip(),
        sent.getOrDefault("minutes", String.valueOf(Wish.USUAL_MINUTES)).strip());
  }

  static PreferencesForm of(
      Map<String, Channel> channels, @Nullable QuietHours quiet, int minutes) {
    var names = new LinkedHashMap<String, String>();
    channels.forEach((kind, channel) -> names.put(kind, channel.name()));
    return new PreferencesForm(
        names,
        quiet == null ? "" : quiet.begins().toString(),
        quiet == null ? "" : quiet.ends().toString(),
        String.valueOf(minutes));
  }

  Choices read(Problems problems) {
    var read = new LinkedHashMap<String, Channel>();
    channels.forEach((kind, name) -> {
      try {
        read.put(kind, Channel.valueOf(name));
      } catch (IllegalArgumentException noChannel) {
        problems.add(KIND + kind, "notifications.settings.channel.wrong");
      }
    });
    var waits =
        new Typed(problems)
            .number(
                "minutes", minutes, 1, Wish.MOST_MINUTES, "notifications.settings.minutes.wrong");
    return new Choices(read, quiet(problems), waits == null ? Wish.USUAL_MINUTES : waits);
  }

  private @Nullable QuietHours quiet(Problems problems) {
    if (begins.isEmpty() && ends.isEmpty()) {
      return null;
    }
    var from = time("begins", begins, problems);
    var to = time("ends", ends, problems);
    if (from == null || to == null) {
      return null;
    }
    if (from.equals(to)) {
      problems.add("ends", "notifications.settings.quiet.same");
      return null;
    }
    return new QuietHours(from, to);
  }

  private static @Nullable LocalTime time(String field, String text, Problems problems) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeParseException wrong) {
      problems.add(field, "notifications.settings.quiet.wrong");
      return null;
    }
  }
}

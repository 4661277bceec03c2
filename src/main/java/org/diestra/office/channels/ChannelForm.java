package org.diestra.office.channels;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A channel as a browser sends it. The secret only ever comes in.
 *
 * @param days for each day of the week, from Monday, its times: {@code 9:00, 18:30}
 */
record ChannelForm(
    Kind kind,
    String name,
    String address,
    String account,
    String secret,
    String standing,
    String manner,
    List<String> days,
    int seen) {
  private static final int LONGEST_ADDRESS = 2_000;
  private static final int LONGEST_SECRET = 2_000;
  private static final int SHORTEST_HOOK_SECRET = 16;
  private static final int MOST_A_DAY = 10;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("H:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  static ChannelForm fresh(Kind kind, String name) {
    var address = kind == Kind.BLUESKY ? "https://bsky.social" : "";
    return new ChannelForm(
        kind, name, address, "", "", "none", "live", List.of("", "", "", "", "", "", ""), 0);
  }

  static ChannelForm of(Channel channel) {
    var days =
        Arrays.stream(DayOfWeek.values())
            .map(day ->
                channel.slots().stream()
                    .filter(slot -> slot.day() == day)
                    .map(slot -> slot.time().toString())
                    .collect(Collectors.joining(", ")))
            .toList();
    return new ChannelForm(
        channel.kind(),
        channel.name(),
        channel.address(),
        channel.account(),
        "",
        channel.standing().slug(),
        channel.manner().slug(),
        days,
        channel.version());
  }

  static ChannelForm read(Kind kind, Map<String, String> sent) {
    var days = new ArrayList<String>();
    for (int day = 1; day <= 7; day++) {
      days.add(sent.getOrDefault("day" + day, ""));
    }
    var seen = sent.getOrDefault("seen", "");
    return new ChannelForm(
        kind,
        sent.getOrDefault("name", ""),
        sent.getOrDefault("address", ""),
        sent.getOrDefault("account", ""),
        sent.getOrDefault("secret", ""),
        sent.getOrDefault("standing", "none"),
        sent.getOrDefault("manner", "live"),
        days,
        seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : 0);
  }

  /** Null where there are problems. */
  @Nullable Channel read(WorkspaceId workspace, @Nullable Channel before, Problems problems) {
    var typed = new Typed(problems);
    var called = typed.line("name", name, Channel.LONGEST_NAME, "channels.name.missing");
    var to = "";
    var who = "";
    if (kind.asksAddress()) {
      to = typed.line("address", address, LONGEST_ADDRESS, "channels.address.missing");
      who =
          kind.asksAccount() ? typed.line("account", account, 200, "channels.account.missing") : "";
      if (secret.length() > LONGEST_SECRET || secret.isBlank() && before == null) {
        problems.add("secret", "channels.secret.missing");
      } else if (kind == Kind.WEBHOOK
          && !secret.isEmpty()
          && secret.length() < SHORTEST_HOOK_SECRET) {
        problems.add("secret", "channels.secret.short", SHORTEST_HOOK_SECRET);
      }
    }
    var slots = slots(problems);
    var stands = label(Standing.values(), standing);
    // of the others each is there at its minute
    var how = kind == Kind.WORDPRESS ? label(Manner.values(), manner) : Optional.of(Manner.LIVE);
    if (stands.isEmpty()) {
      problems.add("standing", "channels.standing.missing");
    }
    if (how.isEmpty()) {
      problems.add("manner", "channels.manner.missing");
    }
    return problems.any()
        ? null
        : new Channel(
            before == null ? new ChannelId(Ids.fresh()) : before.id(),
            workspace,
            kind,
            called,
            to,
            who,
            stands.orElseThrow(),
            how.orElseThrow(),
            null,
            null,
            seen,
            slots);
  }

  private static <E extends Enum<E>> Optional<E> label(E[] all, String name) {
    return Arrays.stream(all).filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
  }

  private List<Slot> slots(Problems problems) {
    var slots = new TreeSet<Slot>();
    for (int day = 1; day <= 7; day++) {
      var times = days.get(day - 1).strip();
      if (times.isEmpty()) {
        continue;
      }
      var parts = times.split("[,;\\s]+");
      if (parts.length > MOST_A_DAY) {
        problems.add("day" + day, "channels.slots.many", MOST_A_DAY);
        continue;
      }
      for (var part : parts) {
        try {
          slots.add(new Slot(DayOfWeek.of(day), LocalTime.parse(part, TIME)));
        } catch (DateTimeParseException noTime) {
          problems.add("day" + day, "channels.slots.wrong", part);
        }
      }
    }
    return List.copyOf(slots);
  }

  /** For a form: each value with its words. */
  static Map<String, String> standings(java.util.function.UnaryOperator<String> words) {
    var all = new LinkedHashMap<String, String>();
    for (var standing : Standing.values()) {
      all.put(standing.slug(), words.apply(standing.key()));
    }
    return all;
  }

  static Map<String, String> manners(java.util.function.UnaryOperator<String> words) {
    var all = new LinkedHashMap<String, String>();
    for (var manner : Manner.values()) {
      all.put(manner.slug(), words.apply(manner.key()));
    }
    return all;
  }
}

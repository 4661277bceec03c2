package org.diestra.office.invitations;

import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many letters leave on a day (UTC). The rows that are counted in are locked, in one order, so
 * that nobody gets past a bound by being quick.
 */
@Component
class Quota {
  /** For one workspace, or for one person's own calendars. */
  static final int A_DAY = 500;

  /** Sent by one person, wherever. */
  static final int BY_ONE = 300;

  /** About one event. */
  static final int OF_ONE = 600;

  /** From one workspace or person to one address. */
  static final int TO_ONE = 20;

  private static final int KEPT = 3; // days
  private final JdbcClient jdbc;

  Quota(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Bound(int more, int most, String key) {}

  /**
   * Counts letters in the caller's transaction, or none of them.
   *
   * @param room null for a person's own calendar
   * @param addresses one for each letter
   * @return why they may not leave; empty where they may
   */
  Optional<Refusal> take(
      @Nullable WorkspaceId room,
      PersonId by,
      UUID meeting,
      Collection<String> addresses,
      Instant now) {
    var payer = room == null ? "own:" + by : "room:" + room;
    var bounds = new TreeMap<String, Bound>();
    int all = addresses.size();
    bounds.put(payer, new Bound(all, A_DAY, "invitations.quota.day"));
    bounds.put("by:" + by, new Bound(all, BY_ONE, "invitations.quota.by"));
    bounds.put("event:" + meeting, new Bound(all, OF_ONE, "invitations.quota.event"));
    addresses.forEach(
        a -> bounds.put("to:" + payer + ":" + a, new Bound(1, TO_ONE, "invitations.quota.to")));
    var had = locked(bounds, LocalDate.ofInstant(now, ZoneOffset.UTC));
    for (var bound : bounds.entrySet()) {
      var it = bound.getValue();
      if (had.getOrDefault(bound.getKey(), 0) + it.more() > it.most()) {
        return Optional.of(Refusal.limit(it.key(), it.most()));
      }
    }
    count(bounds, LocalDate.ofInstant(now, ZoneOffset.UTC));
    return Optional.empty();
  }

  /** Whether it may be done once more on that day; counts it. */
  boolean allows(String key, int most, Instant now) {
    return jdbc.sql(
                """
                insert into invitations.quota as q (key, day, letters) values (:key, :day, 1)
                on conflict (key, day) do update set letters = q.letters + 1
                where q.letters < :most
                """)
            .param("key", key)
            .param("day", LocalDate.ofInstant(now, ZoneOffset.UTC))
            .param("most", most)
            .update()
        == 1;
  }

  private Map<String, Integer> locked(TreeMap<String, Bound> bounds, LocalDate day) {
    var keys = bounds.keySet().toArray(String[]::new);
    jdbc.sql(
            """
            insert into invitations.quota (key, day, letters)
            select key, :day, 0 from unnest(:keys) as k(key) order by key
            on conflict (key, day) do nothing
            """)
        .param("day", day)
        .param("keys", keys)
        .update();
    var had = new HashMap<String, Integer>();
    jdbc.sql(
            """
            select key, letters from invitations.quota where day = :day and key = any (:keys)
            order by key for update
            """)
        .param("day", day)
        .param("keys", keys)
        .query(r -> {
          had.put(text(r, "key"), integer(r, "letters"));
        });
    return had;
  }

  private void count(TreeMap<String, Bound> bounds, LocalDate day) {
    jdbc.sql(
            """
            update invitations.quota q set letters = q.letters + n.more
            from unnest(:keys, :more) as n(key, more) where q.key = n.key and q.day = :day
            """)
        .param("keys", bounds.keySet().toArray(String[]::new))
        .param("more", bounds.values().stream().map(Bound::more).toArray(Integer[]::new))
        .param("day", day)
        .update();
  }

  /** What was counted days ago says nothing any more. */
  void forget(Instant now) {
    jdbc.sql("delete from invitations.quota where day < :day")
        .param("day", LocalDate.ofInstant(now.minus(Duration.ofDays(KEPT)), ZoneOffset.UTC))
        .update();
  }
}

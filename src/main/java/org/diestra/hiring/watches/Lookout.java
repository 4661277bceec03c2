package org.diestra.hiring.watches;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Notifications;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.timers.Every;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks again and again what has come that somebody waits for, and tells them. */
@Configuration(proxyBeanMethods = false)
class Lookout {
  static final String KIND = "watches:news";

  /** How often each search is looked at. */
  static final Duration PAUSE = Duration.ofMinutes(15);

  /** The index follows a change this much later, at most. */
  private static final Duration LAG = Duration.ofMinutes(1);

  private static final int BATCH = 200;

  private final WatchStore store;
  private final Watches watches;
  private final Accounts accounts;
  private final Notifications notifications;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Lookout(
      WatchStore store,
      Watches watches,
      Accounts accounts,
      Notifications notifications,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.watches = watches;
    this.accounts = accounts;
    this.notifications = notifications;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Bean
  static NoticeKind newsKind() {
    return NoticeKind.daily(KIND, Topic.HIRING, "watches.kind", "search");
  }

  @Bean
  static Every lookoutEvery(Lookout lookout) {
    return Every.interval("watches:look", PAUSE, lookout::look);
  }

  void look() {
    look(clock.instant().minus(LAG));
  }

  /** Tells everybody what was published until then and not told yet; safe to repeat. */
  void look(Instant until) {
    var batch = store.due(until, BATCH);
    while (!batch.isEmpty()) {
      var readers = accounts.contacts(batch.stream().map(Watch::person).distinct().toList());
      boolean any = false;
      for (var watch : batch) {
        var reader = readers.get(watch.person());
        any |= reader != null && look(watch, reader.zone(), until);
      }
      // Where nobody can tell what is new, the next turn looks again.
      batch = any ? store.due(until, BATCH) : List.of();
    }
  }

  private boolean look(Watch watch, ZoneId zone, Instant until) {
    var page = watches.page(watch.kind());
    var count = page.map(p -> fresh(watch, p, zone, until)).orElse(OptionalInt.empty());
    if (page.isEmpty() || count.isEmpty()) {
      return false;
    }
    transaction.executeWithoutResult(tx -> {
      if (store.looked(watch, until) && count.getAsInt() > 0) {
        notifications.tell(news(watch, page.get(), count.getAsInt(), until));
      }
    });
    return true;
  }

  private static OptionalInt fresh(Watch watch, Watched page, ZoneId zone, Instant until) {
    var since = page.fresh(watch.query(), zone, watch.lookedAt());
    var later = page.fresh(watch.query(), zone, until);
    return since.isEmpty() || later.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(Math.max(0, since.getAsInt() - later.getAsInt()));
  }

  private static Notice news(Watch watch, Watched page, int count, Instant until) {
    return Notice.to(
            watch.person(),
            KIND,
            page.path() + "?" + watch.query() + "&sort=newest",
            "watches.news",
            count,
            watch.name())
        .once(watch.id() + " " + until);
  }
}

package org.diestra.platform.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.live.Live;
import org.diestra.platform.timers.Timers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door: tell somebody, and go on. */
@Service
public class Notifications {
  private final NoticeStore store;
  private final PreferenceStore preferences;
  private final Unsubscribe unsubscribe;
  private final Kinds kinds;
  private final Timers timers;
  private final Live live;
  private final Clock clock;

  Notifications(
      NoticeStore store,
      PreferenceStore preferences,
      Unsubscribe unsubscribe,
      Kinds kinds,
      Timers timers,
      Live live,
      Clock clock) {
    this.store = store;
    this.preferences = preferences;
    this.unsubscribe = unsubscribe;
    this.kinds = kinds;
    this.timers = timers;
    this.live = live;
    this.clock = clock;
  }

  /**
   * Tells somebody, if the surrounding transaction commits. It stands in their inbox from then on;
   * whether it is mailed too is theirs to say. What was told before is not told again.
   *
   * @throws IllegalArgumentException if no module declares the kind
   */
  @Transactional
  public void tell(Notice notice) {
    var id = Ids.fresh();
    var byDefault = kinds.get(notice.kind()).byDefault();
    var channel = store.add(id, notice, byDefault, clock.instant());
    if (channel.isEmpty()) {
      return;
    }
    live.tell(notice.to(), Inbox.CHANGED, "");
    if (channel.get() != Channel.INBOX) {
      timers.at(clock.instant(), Posting.TIMER, Ids.text(id));
    }
  }

  /**
   * How that person wants to hear of a kind now, for a module that writes mails of its own.
   *
   * @param zone on whose clock the quiet hours are
   */
  @Transactional(readOnly = true)
  public Wish wish(PersonId person, ZoneId zone, String kind) {
    var chosen = preferences.chosen(person).getOrDefault(kind, kinds.get(kind).byDefault());
    var quiet = preferences.quietHours(person).flatMap(q -> q.endAround(clock.instant(), zone));
    int minutes = preferences.patience(person).orElse(Wish.USUAL_MINUTES);
    return new Wish(
        chosen, quiet.orElse(null), Duration.ofMinutes(minutes), unsubscribe.path(person, kind));
  }

  /**
   * The same for many, in as many statements as for one; some hundreds at once.
   *
   * @throws IllegalArgumentException if no module declares one of the kinds
   */
  @Transactional
  public void tell(Collection<Notice> notices) {
    if (notices.isEmpty()) {
      return;
    }
    var now = clock.instant();
    var fresh = new LinkedHashMap<UUID, Notice>();
    notices.forEach(notice -> fresh.put(Ids.fresh(), notice));
    var kept = store.add(fresh, notice -> kinds.get(notice.kind()).byDefault(), now);
    live.tell(
        kept.keySet().stream().map(id -> Objects.requireNonNull(fresh.get(id)).to()).toList(),
        Inbox.CHANGED,
        "");
    var mailed = kept.entrySet().stream().filter(k -> k.getValue() != Channel.INBOX);
    timers.at(now, Posting.SETS, Posting.sets(mailed.map(Map.Entry::getKey).toList()));
  }
}

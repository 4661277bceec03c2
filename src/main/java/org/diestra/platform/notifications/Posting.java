package org.diestra.platform.notifications;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Accounts.Contact;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.mail.Letter;
import org.diestra.platform.mail.Mail;
import org.diestra.platform.timers.Timers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes notices from the inbox to the mail: at once, when the quiet hours end, or with all the
 * others of the day. What was read before needs no mail.
 */
@Component
class Posting {
  static final String TIMER = "notifications:post";
  static final String SETS = "notifications:post-set";
  static final String DIGEST = "notifications:digest";
  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final int MOST_A_DAY = 100;
  private static final int A_SET = 100;
  private final NoticeStore store;
  private final PreferenceStore preferences;
  private final Kinds kinds;
  private final Accounts accounts;
  private final NoticeLetters letters;
  private final Mail mail;
  private final Timers timers;
  private final Clock clock;

  Posting(
      NoticeStore store,
      PreferenceStore preferences,
      Kinds kinds,
      Accounts accounts,
      NoticeLetters letters,
      Mail mail,
      Timers timers,
      Clock clock) {
    this.store = store;
    this.preferences = preferences;
    this.kinds = kinds;
    this.accounts = accounts;
    this.letters = letters;
    this.mail = mail;
    this.timers = timers;
    this.clock = clock;
  }

  /**
   * Keys of timers for sets of notices: ids of version 7 lie together by the time they were made,
   * so that the first and the last say which. What others told in between is posted with them, once
   * all the same: no letter with the same {@code once} leaves twice.
   */
  static List<String> sets(Collection<UUID> notices) {
    return inSets(notices.stream().sorted().toList())
        .map(set -> Ids.text(set.getFirst()) + "-" + Ids.text(set.getLast()))
        .toList();
  }

  /** What may still have to be mailed of a set, in sets again: others' may lie in between. */
  List<List<UUID>> waiting(String set) {
    var ends = set.split("-", 2);
    return inSets(store.forMail(Ids.require(ends[0]), Ids.require(ends[1]))).toList();
  }

  private static Stream<List<UUID>> inSets(List<UUID> ids) {
    return IntStream.iterate(0, from -> from < ids.size(), from -> from + A_SET)
        .mapToObj(from -> ids.subList(from, Math.min(ids.size(), from + A_SET)));
  }

  /** After one of them could not be posted: each for itself, so that it keeps no other back. */
  @Transactional
  public void postEach(List<UUID> notices) {
    timers.at(clock.instant(), TIMER, notices.stream().map(Ids::text).toList());
  }

  /** Mails them, or plans when they will be mailed; up to a hundred. */
  @Transactional
  public void post(List<UUID> notices) {
    var now = clock.instant();
    var waiting =
        store.find(notices).stream()
            .filter(told -> told.mailedAt() == null && told.unread())
            .toList();
    var people = waiting.stream().map(Told::recipient).distinct().toList();
    var readers = accounts.contacts(people);
    var quiet = preferences.quietHours(people);
    var mailed = new LinkedHashMap<UUID, Letter>();
    var later = new LinkedHashMap<Later, Set<String>>();
    for (var told : waiting) {
      var reader = readers.get(told.recipient());
      if (reader == null || told.channel() == Channel.INBOX || told.channel() == Channel.OFF) {
        continue;
      }
      var when = later(told, reader, quiet.get(reader.id()), now);
      if (when == null) {
        mailed.put(told.id(), letters.one(told, reader));
      } else {
        var key = when.timer().equals(DIGEST) ? reader.id().toString() : Ids.text(told.id());
        later.computeIfAbsent(when, w -> new LinkedHashSet<>()).add(key);
      }
    }
    mail.send(mailed.values());
    store.mailed(mailed.keySet(), now);
    later.forEach((when, keys) -> timers.at(when.at(), when.timer(), keys));
  }

  private record Later(Instant at, String timer) {}

  /** When and by what it is mailed; null for now. */
  private @Nullable Later later(
      Told told, Contact reader, @Nullable QuietHours quiet, Instant now) {
    if (told.channel() == Channel.DIGEST) {
      return new Later(morning(reader.zone()), DIGEST);
    }
    if (quiet == null || urgent(told)) {
      return null;
    }
    return quiet.endAround(now, reader.zone()).map(end -> new Later(end, TIMER)).orElse(null);
  }

  /** Mails all that waited for the morning as one. */
  @Transactional
  public void digest(PersonId person) {
    var reader = accounts.contact(person).orElse(null);
    var waiting = store.forDigest(person, MOST_A_DAY);
    if (reader == null || waiting.isEmpty()) {
      return;
    }
    if (waiting.size() == MOST_A_DAY) {
      timers.at(morning(reader.zone()), DIGEST, person.toString());
    }
    mail.send(letters.digest(waiting, reader, clock.instant()));
    store.mailed(waiting.stream().map(Told::id).toList(), clock.instant());
  }

  private boolean urgent(Told told) {
    return kinds.has(told.kind()) && kinds.get(told.kind()).urgent();
  }

  private Instant morning(ZoneId zone) {
    var now = clock.instant();
    var today = now.atZone(zone).toLocalDate();
    var turn = today.atTime(MORNING).atZone(zone).toInstant();
    return turn.isAfter(now) ? turn : today.plusDays(1).atTime(MORNING).atZone(zone).toInstant();
  }
}

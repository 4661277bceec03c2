package org.diestra.platform.notifications;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Accounts.Contact;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.mail.Mail;
import org.diestra.platform.timers.Timers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes notices from the inbox to the mail: at once, when the quiet hours end, or with all the
 * others of the day. What was read before needs no mail.
 */
@Component
class Posting {
  static final String TIMER = "notifications:post";
  static final String DIGEST = "notifications:digest";
  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final int MOST_A_DAY = 100;
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

  /** Mails one notice, or plans when it will be mailed. */
  @Transactional
  public void post(UUID notice) {
    var told = store.find(notice).orElse(null);
    if (told == null || told.mailedAt() != null || !told.unread()) {
      return;
    }
    var reader = accounts.contact(told.recipient()).orElse(null);
    if (reader == null) {
      return;
    }
    switch (told.channel()) {
      case MAIL -> mailOrWait(told, reader);
      case DIGEST -> timers.at(morning(reader.zone()), DIGEST, reader.id().toString());
      case INBOX, OFF -> {}
    }
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

  private void mailOrWait(Told told, Contact reader) {
    var now = clock.instant();
    var end = preferences.quietHours(reader.id()).flatMap(q -> q.endAround(now, reader.zone()));
    if (end.isPresent() && !urgent(told)) {
      timers.at(end.get(), TIMER, Ids.text(told.id()));
      return;
    }
    mail.send(letters.one(told, reader));
    store.mailed(List.of(told.id()), now);
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

package org.diestra.platform.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Accounts.Contact;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.mail.Mail;
import org.diestra.platform.messaging.TalkStore.Reader;
import org.diestra.platform.notifications.Channel;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.diestra.platform.notifications.Wish;
import org.diestra.platform.timers.Timers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to those who have not read a message for as long as they wished to wait. It looks at a
 * thread a minute after something was said in it, and from then on whenever somebody's time is
 * over.
 */
@Component
class UnreadMail {
  static final String TIMER = "messaging:mail";
  static final String KIND = "messaging:message";
  static final Duration FIRST_LOOK = Duration.ofMinutes(1);
  private static final int MOST = 20;

  private final TalkStore talks;
  private final MessageStore messages;
  private final MessageLetters letters;
  private final Notifications notifications;
  private final Accounts accounts;
  private final Mail mail;
  private final Timers timers;
  private final Clock clock;

  UnreadMail(
      TalkStore talks,
      MessageStore messages,
      MessageLetters letters,
      Notifications notifications,
      Accounts accounts,
      Mail mail,
      Timers timers,
      Clock clock) {
    this.talks = talks;
    this.messages = messages;
    this.letters = letters;
    this.notifications = notifications;
    this.accounts = accounts;
    this.mail = mail;
    this.timers = timers;
    this.clock = clock;
  }

  /** On behalf of the house; safe to repeat. */
  @Transactional
  public void look(ThreadId thread) {
    int newest = talks.lock(thread);
    var waiting =
        talks.readers(thread).stream()
            .filter(r -> Math.max(r.readTo(), r.mailedTo()) < newest)
            .toList();
    var contacts = accounts.contacts(waiting.stream().map(Reader::person).toList());
    for (var reader : waiting) {
      var contact = contacts.get(reader.person());
      if (contact != null) {
        look(thread, reader, contact);
      }
    }
  }

  private void look(ThreadId thread, Reader reader, Contact contact) {
    int known = Math.max(reader.readTo(), reader.mailedTo());
    var unread = messages.unread(thread, reader.person(), known, MOST);
    if (unread.isEmpty()) {
      return;
    }
    var wish = notifications.wish(reader.person(), contact.zone(), KIND);
    var due = unread.getFirst().sentAt().plus(wish.patience());
    switch (wish.channel()) {
      case INBOX, OFF -> {}
      case MAIL, DIGEST -> {
        if (due.isAfter(clock.instant())) {
          again(due, thread);
        } else if (wish.quietUntil() != null) {
          again(wish.quietUntil(), thread);
        } else {
          tell(thread, reader, contact, wish, unread);
          if (unread.size() == MOST) {
            again(clock.instant(), thread); // there may be more
          }
        }
      }
    }
  }

  private void again(Instant at, ThreadId thread) {
    timers.at(at, TIMER, thread.toString());
  }

  private void tell(
      ThreadId thread, Reader reader, Contact contact, Wish wish, List<Message> unread) {
    int last = unread.getLast().number();
    var talk = talks.find(thread, reader.person()).orElseThrow();
    var letter = letters.of(talk, contact, wish, unread, names(unread));
    if (letter.isPresent()) {
      var once = "%s:%s:%s:%d".formatted(KIND, thread, Ids.text(reader.person().value()), last);
      if (wish.channel() == Channel.MAIL) {
        mail.send(letter.get().withOnce(once));
      } else {
        notifications.tell(digested(reader.person(), thread, letter.get().subject(), once));
      }
    }
    talks.mailed(thread, reader.person(), last);
  }

  private static Notice digested(PersonId person, ThreadId thread, String title, String once) {
    return Notice.to(person, KIND, Messages.href(thread), "messaging.notice.unread", title)
        .once(once);
  }

  private Map<PersonId, Contact> names(List<Message> unread) {
    return accounts.contacts(unread.stream().map(Message::author).distinct().toList());
  }
}

package org.diestra.platform.messaging;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Excerpt;
import org.diestra.platform.live.Live;
import org.diestra.platform.messaging.TalkStore.Reader;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.diestra.platform.timers.Timers;
import org.springframework.stereotype.Component;

/** Tells the participants what happened in a thread, in the transaction in which it did. */
@Component
class News {
  static final String MENTION = "messaging:mention";

  /** The pages that show one thread. */
  static final String THREAD = "thread";

  /** The inbox, and the number beside it. */
  static final String INBOX = "messages";

  private static final int EXCERPT = 80;

  private final Live live;
  private final Notifications notifications;
  private final Timers timers;
  private final Clock clock;

  News(Live live, Notifications notifications, Timers timers, Clock clock) {
    this.live = live;
    this.notifications = notifications;
    this.timers = timers;
    this.clock = clock;
  }

  void sent(Message message, List<Reader> readers) {
    changed(message.thread(), readers);
    mentioned(message, message.text(), message.mentions());
    var look = clock.instant().plus(UnreadMail.FIRST_LOOK);
    timers.at(look, UnreadMail.TIMER, message.thread().toString());
  }

  void changed(ThreadId thread, List<Reader> readers) {
    live.tell(people(readers), THREAD, thread.toString());
    live.tell(people(readers), INBOX, "");
  }

  /** The others see that it was read, the reader that less is unread. */
  void read(ThreadId thread, PersonId person, List<Reader> readers) {
    var others = people(readers).stream().filter(p -> !p.equals(person)).toList();
    live.tell(others, THREAD, thread.toString());
    live.tell(person, INBOX, "");
  }

  /** Without a name: not everybody may see every name yet. */
  void mentioned(Message message, String text, Set<PersonId> people) {
    for (var person : people) {
      notifications.tell(
          Notice.to(
                  person,
                  MENTION,
                  Messages.href(message.thread()) + "?upTo=" + message.number(),
                  "messaging.notice.mention",
                  excerpt(text))
              .once(MENTION + " " + message.id()));
    }
  }

  static String excerpt(String text) {
    return Excerpt.line(text, EXCERPT);
  }

  private static List<PersonId> people(Collection<Reader> readers) {
    return readers.stream().map(Reader::person).toList();
  }
}

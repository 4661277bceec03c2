package org.diestra.platform.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Accounts.Contact;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Excerpt;
import org.diestra.platform.mail.Letter;
import org.diestra.platform.mail.ReplyAddresses;
import org.diestra.platform.messaging.TalkPages.Names;
import org.diestra.platform.notifications.Wish;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/** Writes what was said as a mail that can be answered. */
@Component
class MessageLetters {
  private static final int LONGEST = 2_000;
  private final Subjects subjects;
  private final Accounts accounts;
  private final TalkStore talks;
  private final ReplyAddresses addresses;
  private final Pages pages;

  MessageLetters(
      Subjects subjects,
      Accounts accounts,
      TalkStore talks,
      ReplyAddresses addresses,
      Pages pages) {
    this.subjects = subjects;
    this.accounts = accounts;
    this.talks = talks;
    this.addresses = addresses;
    this.pages = pages;
  }

  /** Empty for whom the thing is no longer to be seen. */
  Optional<Letter> of(
      Talk talk, Contact reader, Wish wish, List<Message> unread, Map<PersonId, Contact> authors) {
    return accounts
        .viewer(reader.id())
        .flatMap(viewer -> subjects.find(viewer, talk))
        .map(subject -> {
          var words = pages.formats(reader.locale(), reader.zone());
          var names = new Names(authors, subject.aliases());
          var title = words.words("messaging.mail.subject", unread.size(), subject.title());
          var letter = Letter.to(reader.email(), reader.locale(), UnreadMail.KIND, title);
          var address = addresses.of(talks.reply(talk.id(), reader.id()));
          if (address.isPresent()) {
            letter = letter.withReplyTo(address.get()).text(words.words("messaging.mail.above"));
          }
          letter = letter.heading(subject.title());
          for (var message : unread) {
            var author = names.of(message.author()).name();
            letter =
                letter
                    .text(
                        words.words(
                            "messaging.mail.said", author, words.dateTime(message.sentAt())))
                    .quote(shortened(message));
          }
          return letter
              .button(words.words("messaging.mail.open"), talk.href())
              .small(words.words("messaging.mail.why", wish.patience().toMinutes()))
              .smallLink(words.words("messaging.mail.stop"), wish.stop())
              .withUnsubscribe(wish.stop());
        });
  }

  private static String shortened(Message message) {
    var text = message.text();
    var files = message.files().isEmpty() ? "" : "\n📎 " + message.files().size();
    return (text.length() <= LONGEST ? text : Excerpt.head(text, LONGEST) + "…") + files;
  }
}

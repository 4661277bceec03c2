package org.diestra.platform.notifications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.accounts.Accounts.Contact;
import org.diestra.platform.base.Ids;
import org.diestra.platform.mail.Letter;
import org.diestra.platform.page.Formats;
import org.diestra.platform.page.Pages;
import org.diestra.platform.taps.Taps;
import org.springframework.stereotype.Component;

/** Writes the mails about news, in their reader's language. Each can be stopped from within. */
@Component
class NoticeLetters {
  private static final String PREFERENCES = "/settings/notifications";
  private final Pages pages;
  private final Kinds kinds;
  private final Unsubscribe unsubscribe;
  private final Taps taps;

  NoticeLetters(Pages pages, Kinds kinds, Unsubscribe unsubscribe, Taps taps) {
    this.taps = taps;
    this.pages = pages;
    this.kinds = kinds;
    this.unsubscribe = unsubscribe;
  }

  Letter one(Told told, Contact reader) {
    var formats = pages.formats(reader.locale(), reader.zone());
    var sentence = Args.words(formats, told.key(), told.args());
    var stop = unsubscribe.path(reader.id(), told.kind());
    var letter =
        Letter.to(reader.email(), reader.locale(), told.kind(), sentence)
            .heading(sentence)
            .text(formats.words("notifications.mail.hello", reader.name()));
    return decision(letter, told, reader, formats)
        .button(formats.words("notifications.mail.open"), InboxController.path(told.id()))
        .small(formats.words("notifications.mail.why", kindName(told.kind(), formats)))
        .smallLink(formats.words("notifications.mail.stop"), stop)
        .smallLink(formats.words("notifications.mail.choose"), PREFERENCES)
        .withUnsubscribe(stop)
        .withOnce("notifications:" + Ids.text(told.id()));
  }

  /** With what is to be decided, whole, and a link to decide it. */
  private Letter decision(Letter letter, Told told, Contact reader, Formats formats) {
    var offer = told.offer();
    var made = offer == null ? Optional.<Taps.Made>empty() : taps.make(reader, offer);
    if (made.isEmpty()) {
      return letter;
    }
    var shown = made.get().shown();
    var first = shown.choices().getFirst();
    var label =
        shown.choices().size() == 1
            ? formats.words(first.key(), first.values())
            : formats.words("notifications.mail.decide");
    var asked = letter.text(formats.words(shown.key(), shown.values()));
    return (shown.body().isEmpty() ? asked : asked.quote(shown.body()))
        .button(label, made.get().path())
        .small(formats.words("taps.mail.note"))
        .withSecret();
  }

  Letter digest(List<Told> all, Contact reader, Instant now) {
    var formats = pages.formats(reader.locale(), reader.zone());
    var stop = unsubscribe.path(reader.id(), Unsubscribe.DIGEST);
    var subject = formats.words("notifications.mail.digest", all.size());
    var letter =
        Letter.to(reader.email(), reader.locale(), "notifications:digest", subject)
            .heading(subject)
            .text(formats.words("notifications.mail.hello", reader.name()));
    for (var told : all) {
      letter =
          letter.item(
              Args.words(formats, told.key(), told.args()),
              formats.dateTime(told.toldAt()),
              InboxController.path(told.id()));
    }
    var day = LocalDate.ofInstant(now, reader.zone());
    return letter
        .small(formats.words("notifications.mail.digest.why"))
        .smallLink(formats.words("notifications.mail.digest.stop"), stop)
        .smallLink(formats.words("notifications.mail.choose"), PREFERENCES)
        .withUnsubscribe(stop)
        .withOnce("notifications:digest:" + reader.id() + ":" + day);
  }

  /** A kind that its module has given up still has a letter on its way. */
  private String kindName(String kind, Formats formats) {
    return kinds.has(kind) ? formats.words(kinds.get(kind).key()) : kind;
  }
}

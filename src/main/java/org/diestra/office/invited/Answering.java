package org.diestra.office.invited;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.Locale;
import org.diestra.office.calendar.EventTexts;
import org.diestra.office.invitations.Answer;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.mail.Letter;
import org.diestra.platform.mail.Mail;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/**
 * Keeps an answer, writes it into the answerer's own calendar and sends it to whoever asked (RFC
 * 6047). Within a transaction that holds that calendar, with the house's rights.
 */
@Component
class Answering {
  private static final String KIND = "invited:answer";
  private static final Refusal OVER = Refusal.conflict("invited.over");
  private final InvitedStore store;
  private final EventTexts texts;
  private final Mail mail;
  private final Pages pages;
  private final Audit audit;
  private final Clock clock;

  Answering(
      InvitedStore store, EventTexts texts, Mail mail, Pages pages, Audit audit, Clock clock) {
    this.store = store;
    this.texts = texts;
    this.mail = mail;
    this.pages = pages;
    this.audit = audit;
    this.clock = clock;
  }

  /** The same once more sends nothing. */
  Outcome<Invited> take(Viewer viewer, InvitedId id, Answer answer, String words) {
    var was = store.locked(id).orElseThrow(NotFound::new);
    if (!was.open(clock.instant())) {
      return refused(OVER);
    }
    if (was.answer() == answer && was.words().equals(words)) {
      return done(was);
    }
    if (was.answers() >= Invited.MOST_ANSWERS) {
      return refused(Refusal.limit("invited.often", Invited.MOST_ANSWERS));
    }
    store.answer(was, answer, words);
    var it = store.find(id).orElseThrow(NotFound::new);
    if (it.copy() != null) {
      texts.people(it.copy(), true, it::answered);
    }
    mail.send(letter(viewer, it));
    audit.record(
        Deed.of("invited", "answer")
            .on("invitation", id.value())
            .by(viewer.id().value())
            .with("answer", answer.name()));
    return done(it);
  }

  private Letter letter(Viewer viewer, Invited it) {
    var formats = pages.formats(viewer.locale(), viewer.zone());
    var title = it.title(formats);
    var key = "invited.letter." + it.answer().name().toLowerCase(Locale.ROOT);
    var says = formats.words(key, viewer.name(), title);
    var letter =
        Letter.to(it.organizer(), viewer.locale(), KIND, says)
            .heading(says)
            .text(title + "\n" + it.when(formats))
            .withReplyTo(viewer.email());
    var whole = it.words().isBlank() ? letter : letter.quote(it.words());
    return whole
        .small(formats.words("invited.letter.why", it.attendee()))
        .invite("REPLY", it.reply(clock.instant()))
        .withOnce("invited:" + it.id() + ":" + it.answers());
  }
}

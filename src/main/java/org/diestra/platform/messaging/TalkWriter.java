package org.diestra.platform.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.messaging.Message.Said;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says something, changes it, takes it back. Each verb runs in one transaction that is bound to the
 * author, so that row security stands behind it; whether the thing is open to them was asked
 * before.
 */
@Service
class TalkWriter {
  /** Sent by one person within a minute. */
  static final int MOST_A_MINUTE = 30;

  private static final String HOLDER = "messaging";

  private final TalkStore talks;
  private final MessageStore messages;
  private final DraftStore drafts;
  private final Accounts accounts;
  private final Blobs blobs;
  private final News news;
  private final Audit audit;
  private final Clock clock;

  TalkWriter(
      TalkStore talks,
      MessageStore messages,
      DraftStore drafts,
      Accounts accounts,
      Blobs blobs,
      News news,
      Audit audit,
      Clock clock) {
    this.talks = talks;
    this.messages = messages;
    this.drafts = drafts;
    this.accounts = accounts;
    this.blobs = blobs;
    this.news = news;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Says it once, however often the same form is sent.
   *
   * @return the message; a conflict where the same form said something else before
   * @throws NotFound if the author takes no part in it
   */
  @Transactional
  public Outcome<Message> send(ThreadId thread, PersonId author, Said said) {
    requireTakesPart(thread, author);
    talks.lock(thread);
    var before = messages.from(author, said.key());
    if (before.isPresent()) {
      boolean same =
          before.get().thread().equals(thread) && before.get().text().equals(said.text());
      return same || before.get().editedAt() != null
          ? Outcome.done(before.get())
          : Outcome.refused(Refusal.conflict("messaging.conflict.sent"));
    }
    var now = clock.instant();
    if (messages.sentSince(author, now.minus(Duration.ofMinutes(1))) >= MOST_A_MINUTE) {
      return Outcome.refused(Refusal.limit("messaging.too-many"));
    }
    var message = add(thread, author, said, now);
    drafts.drop(thread, author);
    talks.read(thread, author, message.number(), now);
    news.sent(message, talks.readers(thread));
    return Outcome.done(message);
  }

  /** Adds what was said under the next number, in the surrounding transaction. */
  Message add(ThreadId thread, PersonId author, Said said, Instant at) {
    int number = talks.lock(thread) + 1;
    var again = messages.from(author, said.key());
    if (again.isPresent()) {
      return again.get();
    }
    var message =
        new Message(
            new MessageId(Ids.fresh()),
            thread,
            number,
            author,
            said.text(),
            mentioned(thread, author, said.text()),
            said.flagged(),
            said.byMail(),
            said.key(),
            at,
            null,
            null,
            said.files());
    messages.add(message);
    talks.count(thread, number, at);
    for (var file : said.files()) {
      blobs.hold(file, HOLDER, message.id().value());
    }
    return message;
  }

  /** What it said before stays to be read. */
  @Transactional
  public Outcome<Message> change(Message was, String text, boolean flagged) {
    talks.lock(was.thread());
    var current = own(was);
    if (current.deleted()) {
      return Outcome.refused(Refusal.conflict("messaging.conflict.deleted"));
    }
    if (!current.text().equals(was.text())) {
      return Outcome.refused(Refusal.conflict("messaging.conflict.changed"));
    }
    if (!current.text().equals(text)) {
      var mentioned = mentioned(was.thread(), was.author(), text);
      messages.change(current, text, mentioned, flagged, clock.instant());
      told(current, "edit");
      news.mentioned(current, text, minus(mentioned, current.mentions()));
    }
    return Outcome.done(current);
  }

  /** Its place stays; its words are its author's alone from then on. */
  @Transactional
  public void remove(Message message) {
    if (!own(message).deleted()) {
      messages.delete(message, clock.instant());
      told(message, "delete");
    }
  }

  @Transactional
  public void restore(Message message) {
    if (own(message).deleted()) {
      messages.delete(message, null);
      told(message, "restore");
    }
  }

  @Transactional
  public void keepDraft(ThreadId thread, PersonId person, String text, String key) {
    requireTakesPart(thread, person);
    if (text.isBlank() || messages.from(person, key).isPresent()) {
      drafts.drop(thread, person);
    } else {
      drafts.keep(thread, person, new DraftStore.Draft(text, key, clock.instant()));
    }
  }

  /** Notes that somebody has read that far, and tells the others. */
  @Transactional
  public void read(ThreadId thread, PersonId person, int number) {
    if (talks.read(thread, person, number, clock.instant())) {
      news.read(thread, person, talks.readers(thread));
    }
  }

  private void requireTakesPart(ThreadId thread, PersonId person) {
    if (talks.find(thread, person).isEmpty()) {
      throw new NotFound();
    }
  }

  private Message own(Message message) {
    return messages
        .find(message.thread(), message.id())
        .filter(m -> m.author().equals(message.author()))
        .orElseThrow(NotFound::new);
  }

  private void told(Message message, String action) {
    audit.record(
        Deed.of("messaging", action)
            .by(message.author().value())
            .on("message", message.id().value()));
    news.changed(message.thread(), talks.readers(message.thread()));
  }

  private Set<PersonId> mentioned(ThreadId thread, PersonId author, String text) {
    if (text.indexOf('@') < 0) {
      return Set.of();
    }
    var people = talks.readers(thread).stream().map(TalkStore.Reader::person).toList();
    var names =
        accounts.contacts(people).values().stream()
            .filter(c -> !c.id().equals(author))
            .collect(Collectors.toMap(Accounts.Contact::id, Accounts.Contact::name));
    return new Mentions(names).people(text);
  }

  private static Set<PersonId> minus(Set<PersonId> all, Set<PersonId> without) {
    return all.stream().filter(p -> !without.contains(p)).collect(Collectors.toSet());
  }
}

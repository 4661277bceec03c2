package org.diestra.platform.messaging;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.messaging.DraftStore.Draft;
import org.diestra.platform.messaging.TalkStore.Listed;
import org.diestra.platform.messaging.TalkStore.Mark;
import org.diestra.platform.messaging.TalkStore.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads threads for a participant, whom row security knows; for others there is nothing. */
@Service
class TalkReader {
  private final TalkStore talks;
  private final MessageStore messages;
  private final DraftStore drafts;

  TalkReader(TalkStore talks, MessageStore messages, DraftStore drafts) {
    this.talks = talks;
    this.messages = messages;
    this.drafts = drafts;
  }

  /**
   * A part of a thread.
   *
   * @param messages the newest first
   */
  record Part(Talk talk, List<Message> messages, List<Reader> readers, Optional<Draft> draft) {}

  /**
   * @throws NotFound if there is none, or this person takes no part in it
   */
  @Transactional(readOnly = true)
  public Talk talk(PersonId person, ThreadId thread) {
    return talks.find(thread, person).orElseThrow(NotFound::new);
  }

  /**
   * @param upTo the number of the newest that is wanted; the thread's newest where it has no such
   */
  @Transactional(readOnly = true)
  public Part part(PersonId person, ThreadId thread, int upTo, int most) {
    var talk = talks.find(thread, person).orElseThrow(NotFound::new);
    return new Part(
        talk,
        messages.page(thread, upTo, most),
        talks.readers(thread),
        drafts.find(thread, person));
  }

  @Transactional(readOnly = true)
  public Message message(PersonId person, ThreadId thread, MessageId id) {
    return talks
        .find(thread, person)
        .flatMap(talk -> messages.find(thread, id))
        .orElseThrow(NotFound::new);
  }

  /** What a message said before, the oldest first. */
  @Transactional(readOnly = true)
  public List<MessageStore.Version> versions(MessageId id) {
    return messages.versions(id);
  }

  /** A page of the inbox, with the newest message of each thread. */
  record Inbox(List<Listed> threads, List<Message> newest) {}

  @Transactional(readOnly = true)
  public Inbox inbox(PersonId person, boolean unreadOnly, @Nullable Mark after, int most) {
    var found = talks.inbox(person, unreadOnly, after, most);
    return new Inbox(found, messages.newest(found.stream().map(l -> l.talk().id()).toList()));
  }

  @Transactional(readOnly = true)
  public int unread(PersonId person) {
    return talks.unread(person);
  }

  @Transactional(readOnly = true)
  public List<Message> search(PersonId person, String words, @Nullable UUID below, int most) {
    return messages.search(person, words, below, most);
  }

  /** The threads of these messages, as that person has them. */
  @Transactional(readOnly = true)
  public List<Talk> talks(PersonId person, List<ThreadId> threads) {
    return talks.find(threads, person);
  }

  @Transactional(readOnly = true)
  public void requireFile(PersonId person, ThreadId thread, BlobId file) {
    if (talks.find(thread, person).isEmpty() || !messages.hasFile(thread, file)) {
      throw new NotFound();
    }
  }
}

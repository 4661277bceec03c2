package org.diestra.platform.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.messaging.Message.Said;
import org.springframework.stereotype.Service;

/** The door: a thread for a thing of another module. People then write at {@code /messages}. */
@Service
public class Messages {
  private final TalkStore talks;
  private final Subjects subjects;
  private final TalkWriter writer;
  private final HouseRights house;
  private final Clock clock;

  Messages(TalkStore talks, Subjects subjects, TalkWriter writer, HouseRights house, Clock clock) {
    this.talks = talks;
    this.subjects = subjects;
    this.writer = writer;
    this.house = house;
    this.clock = clock;
  }

  /** Where a thread is read and written. */
  public static String href(ThreadId thread) {
    return "/messages/" + thread;
  }

  /**
   * The thread about a thing, opened if there is none yet; who takes part is asked anew. Who may
   * ask is for the caller to decide.
   *
   * @param name of the {@link ThreadSubjects} it is one of
   */
  public ThreadId open(String name, UUID thing) {
    var people = subjects.named(name).people(thing);
    return house.call(() -> {
      var thread = talks.open(new ThreadId(Ids.fresh()), name, thing, clock.instant());
      talks.admit(thread, people, clock.instant());
      return thread;
    });
  }

  /** Lets in who belongs to the thing by now, and out who does not. */
  void refresh(Talk talk) {
    house.call(() -> {
      var people = subjects.named(talk.subjects()).people(talk.thing()); // hidden from who left
      talks.admit(talk.id(), people, clock.instant());
      return talk;
    });
  }

  /**
   * Something that was said elsewhere, or before; nobody is told of it, its author has read what
   * came before, and saying it again changes nothing. For the house alone.
   *
   * @param key the same for the same words
   */
  public void record(ThreadId thread, PersonId author, String text, String key, Instant at) {
    house.call(() -> {
      var said = writer.add(thread, author, new Said(text, List.of(), key, false, false), at);
      talks.read(thread, author, said.number(), at);
      return said;
    });
  }

  /**
   * What was said, without its words.
   *
   * @param sha256 over one line a message, in their order: the SHA-256 of its text as it stands,
   *     its author's id, and when it was sent in seconds; 64 hexadecimal digits
   */
  public record Sum(int count, String sha256) {}

  /**
   * What was said so far about a thing, so that nobody can say later that it was something else.
   */
  public Sum sum(String name, UUID thing) {
    return house.call(() -> talks.sum(name, thing));
  }
}

package org.diestra.platform.messaging;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Hash;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Threads and who takes part in them. */
@Repository
class TalkStore {
  private final JdbcClient jdbc;

  TalkStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Opens the thread about a thing; where there is one, nothing changes. */
  ThreadId open(ThreadId fresh, String subjects, UUID thing, Instant now) {
    jdbc.sql(
            """
            insert into messaging.thread (id, subjects, thing, opened_at, last_at)
            values (:id, :subjects, :thing, :now, :now)
            on conflict (subjects, thing) do nothing
            """)
        .param("id", fresh.value())
        .param("subjects", subjects)
        .param("thing", thing)
        .param("now", at(now))
        .update();
    return jdbc.sql("select id from messaging.thread where subjects = :subjects and thing = :thing")
        .param("subjects", subjects)
        .param("thing", thing)
        .query((r, n) -> new ThreadId(id(r, "id")))
        .single();
  }

  /** What was said so far about a thing, without its words: how much, and a hash over all of it. */
  Messages.Sum sum(String subjects, UUID thing) {
    return jdbc.sql(
            """
            select count(m.id) as count, coalesce(string_agg(encode(sha256(convert_to(m.text, 'UTF8')),
                'hex') || ' ' || m.author || ' ' || extract(epoch from m.sent_at), chr(10)
                order by m.number), '') as lines
            from messaging.thread t join messaging.message m on m.thread = t.id
            where t.subjects = :subjects and t.thing = :thing
            """)
        .param("subjects", subjects)
        .param("thing", thing)
        .query((r, n) -> new Messages.Sum(integer(r, "count"), Hash.of(text(r, "lines"))))
        .single();
  }

  /** From now on exactly these take part. */
  void admit(ThreadId thread, Collection<PersonId> people, Instant now) {
    var ids = people.stream().map(PersonId::value).toArray(UUID[]::new);
    jdbc.sql(
            """
            delete from messaging.participant where thread = :thread and person <> all (:people)
            """)
        .param("thread", thread.value())
        .param("people", ids)
        .update();
    jdbc.sql(
            """
            insert into messaging.participant (thread, person, since)
            select :thread, person, :now from unnest(cast(:people as uuid[])) as person
            on conflict (thread, person) do nothing
            """)
        .param("thread", thread.value())
        .param("people", ids)
        .param("now", at(now))
        .update();
  }

  /** As that participant has it; empty for anybody else. */
  Optional<Talk> find(ThreadId thread, PersonId person) {
    return find(List.of(thread), person).stream().findFirst();
  }

  List<Talk> find(Collection<ThreadId> threads, PersonId person) {
    return jdbc.sql(
            """
            select t.*, p.read_to from messaging.thread t
            join messaging.participant p on p.thread = t.id and p.person = :person
            where t.id = any (:threads)
            """)
        .param("threads", threads.stream().map(ThreadId::value).toArray(UUID[]::new))
        .param("person", person.value())
        .query((r, n) -> talk(r))
        .list();
  }

  /**
   * Takes the thread for writing, so that messages come one after the other.
   *
   * @return the number of the newest message
   */
  int lock(ThreadId thread) {
    return jdbc.sql("select messages from messaging.thread where id = :thread for update")
        .param("thread", thread.value())
        .query(Integer.class)
        .single();
  }

  void count(ThreadId thread, int messages, Instant now) {
    int rows =
        jdbc.sql(
                """
                update messaging.thread set messages = :messages,
                  last_at = case when messages = 0 then :now else greatest(last_at, :now) end
                where id = :thread
                """)
            .param("messages", messages)
            .param("now", at(now))
            .param("thread", thread.value())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("no thread " + thread);
    }
  }

  /**
   * How far somebody has read.
   *
   * @param mailedTo the number of the last message that went to them by mail
   */
  record Reader(PersonId person, int readTo, @Nullable Instant readAt, int mailedTo) {}

  List<Reader> readers(ThreadId thread) {
    return jdbc.sql(
            """
            select person, read_to, read_at, mailed_to from messaging.participant
            where thread = :thread order by person
            """)
        .param("thread", thread.value())
        .query((r, n) ->
            new Reader(
                new PersonId(id(r, "person")),
                integer(r, "read_to"),
                instantOrNull(r, "read_at"),
                integer(r, "mailed_to")))
        .list();
  }

  /** What that participant's reply address is made for. */
  UUID reply(ThreadId thread, PersonId person) {
    return jdbc.sql(
            "select reply from messaging.participant where thread = :thread and person = :person")
        .param("thread", thread.value())
        .param("person", person.value())
        .query(UUID.class)
        .single();
  }

  /** Whose answer goes into which thread. */
  record Place(ThreadId thread, PersonId person) {}

  Optional<Place> replied(UUID reply) {
    return jdbc.sql("select thread, person from messaging.participant where reply = :reply")
        .param("reply", reply)
        .query((r, n) -> new Place(new ThreadId(id(r, "thread")), new PersonId(id(r, "person"))))
        .optional();
  }

  void mailed(ThreadId thread, PersonId person, int number) {
    int rows =
        jdbc.sql(
                """
                update messaging.participant set mailed_to = :number
                where thread = :thread and person = :person
                """)
            .param("number", number)
            .param("thread", thread.value())
            .param("person", person.value())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("takes no part in " + thread);
    }
  }

  /** False when it was read that far before. */
  boolean read(ThreadId thread, PersonId person, int number, Instant now) {
    return jdbc.sql(
                """
                update messaging.participant set read_to = :number, read_at = :now
                where thread = :thread and person = :person and read_to < :number
                """)
            .param("thread", thread.value())
            .param("person", person.value())
            .param("number", number)
            .param("now", at(now))
            .update()
        == 1;
  }

  /** In how many threads that person has something to read, counted up to a hundred. */
  int unread(PersonId person) {
    return jdbc.sql(
            """
            select count(*) from (select from messaging.participant p
              join messaging.thread t on t.id = p.thread and t.messages > p.read_to
              where p.person = :person limit 100) as unread
            """)
        .param("person", person.value())
        .query(Integer.class)
        .single();
  }

  /** Where a page of the inbox begins: what was unread comes first, then by time. */
  record Mark(boolean unread, Instant at, UUID thread) {}

  /** A thread in the inbox, with when something was last said. */
  record Listed(Talk talk, Instant lastAt) {
    Mark mark() {
      return new Mark(talk.unread() > 0, lastAt, talk.id().value());
    }
  }

  /** Threads in which something was said. */
  List<Listed> inbox(PersonId person, boolean unreadOnly, @Nullable Mark after, int most) {
    var query =
        jdbc.sql(
                """
                select t.*, p.read_to from messaging.participant p
                join messaging.thread t on t.id = p.thread and t.messages > 0
                where p.person = :person and (not :unread or t.messages > p.read_to)
                %s
                order by (t.messages > p.read_to) desc, t.last_at desc, t.id desc limit :most
                """
                    .formatted(
                        after == null
                            ? ""
                            : "and (t.messages > p.read_to, t.last_at, t.id) < (:new, :at, :id)"))
            .param("person", person.value())
            .param("unread", unreadOnly)
            .param("most", most);
    if (after != null) {
      query =
          query
              .param("new", after.unread())
              .param("at", at(after.at()))
              .param("id", after.thread());
    }
    return query.query((r, n) -> new Listed(talk(r), instant(r, "last_at"))).list();
  }

  private static Talk talk(ResultSet r) throws SQLException {
    return new Talk(
        new ThreadId(id(r, "id")),
        text(r, "subjects"),
        id(r, "thing"),
        integer(r, "messages"),
        integer(r, "read_to"));
  }
}

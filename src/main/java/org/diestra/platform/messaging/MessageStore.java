package org.diestra.platform.messaging;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.atOrNull;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.ids;
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
import java.util.stream.Collectors;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Folded;
import org.diestra.platform.blobs.BlobId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said, and what it said before. */
@Repository
class MessageStore {
  private static final String WITH_FILES =
      """
      select m.*, array(select blob from messaging.attachment a where a.message = m.id
        order by position) as files
      from messaging.message m
      """;

  private final JdbcClient jdbc;

  MessageStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Message message) {
    jdbc.sql(
            """
            insert into messaging.message
              (id, thread, number, author, text, words, mentions, flagged, by_mail, key, sent_at)
            values (:id, :thread, :number, :author, :text,
              to_tsvector('spanish', :folded) || to_tsvector('english', :folded),
              :mentions, :flagged, :byMail, :key, :sentAt)
            """)
        .param("id", message.id().value())
        .param("thread", message.thread().value())
        .param("number", message.number())
        .param("author", message.author().value())
        .param("text", message.text())
        .param("folded", Folded.of(message.text()))
        .param("mentions", people(message.mentions()))
        .param("flagged", message.flagged())
        .param("byMail", message.byMail())
        .param("key", message.key())
        .param("sentAt", at(message.sentAt()))
        .update();
    var files = message.files().stream().map(BlobId::value).toArray(UUID[]::new);
    jdbc.sql(
            """
            insert into messaging.attachment (message, position, thread, blob)
            select :message, position, :thread, blob
            from unnest(cast(:files as uuid[])) with ordinality as f (blob, position)
            """)
        .param("message", message.id().value())
        .param("thread", message.thread().value())
        .param("files", files)
        .update();
  }

  /** Keeps what it said, and says something else. */
  void change(
      Message was, String text, Collection<PersonId> mentions, boolean flagged, Instant now) {
    keep(was, now);
    int rows =
        jdbc.sql(
                """
                update messaging.message
                set text = :text, mentions = :mentions, flagged = :flagged, edited_at = :now,
                  words = to_tsvector('spanish', :folded) || to_tsvector('english', :folded)
                where id = :id and deleted_at is null
                """)
            .param("text", text)
            .param("folded", Folded.of(text))
            .param("mentions", people(mentions))
            .param("flagged", flagged)
            .param("now", at(now))
            .param("id", was.id().value())
            .update();
    must(rows, was);
  }

  private void keep(Message was, Instant now) {
    jdbc.sql(
            """
            insert into messaging.version (message, number, thread, text, until)
            select :message, coalesce(max(number), 0) + 1, :thread, :text, :now
            from messaging.version where message = :message
            """)
        .param("message", was.id().value())
        .param("thread", was.thread().value())
        .param("text", was.text())
        .param("now", at(now))
        .update();
  }

  /**
   * @param deleted when it was deleted, or null to let it stand again
   */
  void delete(Message message, @Nullable Instant deleted) {
    int rows =
        jdbc.sql("update messaging.message set deleted_at = :at where id = :id")
            .param("at", atOrNull(deleted))
            .param("id", message.id().value())
            .update();
    must(rows, message);
  }

  /** What a message said until then. */
  record Version(String text, Instant until) {}

  /** The oldest first. */
  List<Version> versions(MessageId message) {
    return jdbc.sql("select * from messaging.version where message = :message order by number")
        .param("message", message.value())
        .query((r, n) -> new Version(text(r, "text"), instant(r, "until")))
        .list();
  }

  Optional<Message> find(ThreadId thread, MessageId message) {
    return jdbc.sql(WITH_FILES + "where m.thread = :thread and m.id = :id")
        .param("thread", thread.value())
        .param("id", message.value())
        .query((r, n) -> message(r))
        .optional();
  }

  /** What came from that form. */
  Optional<Message> from(PersonId author, String key) {
    return jdbc.sql(WITH_FILES + "where m.author = :author and m.key = :key")
        .param("author", author.value())
        .param("key", key)
        .query((r, n) -> message(r))
        .optional();
  }

  /** The newest up to that number, newest first. */
  List<Message> page(ThreadId thread, int upTo, int most) {
    return jdbc.sql(
            WITH_FILES
                + """
                where m.thread = :thread and m.number <= :upTo order by m.number desc limit :most
                """)
        .param("thread", thread.value())
        .param("upTo", upTo)
        .param("most", most)
        .query((r, n) -> message(r))
        .list();
  }

  /** What others said after that number, and stands, in order. */
  List<Message> unread(ThreadId thread, PersonId reader, int after, int most) {
    return jdbc.sql(
            WITH_FILES
                + """
                where m.thread = :thread and m.number > :after and m.author <> :reader
                  and m.deleted_at is null
                order by m.number limit :most
                """)
        .param("thread", thread.value())
        .param("after", after)
        .param("reader", reader.value())
        .param("most", most)
        .query((r, n) -> message(r))
        .list();
  }

  /** The newest of each of these threads. */
  List<Message> newest(Collection<ThreadId> threads) {
    return jdbc.sql(
            WITH_FILES
                + """
                join messaging.thread t on t.id = m.thread and t.messages = m.number
                where t.id = any (:threads)
                """)
        .param("threads", threads.stream().map(ThreadId::value).toArray(UUID[]::new))
        .query((r, n) -> message(r))
        .list();
  }

  /** In all of the person's threads, the newest first; what was deleted is not found. */
  List<Message> search(PersonId person, String words, @Nullable UUID below, int most) {
    return jdbc.sql(
            WITH_FILES
                + """
                where m.thread in (select thread from messaging.participant where person = :person)
                  and m.deleted_at is null
                  and m.words @@ (websearch_to_tsquery('spanish', :words)
                    || websearch_to_tsquery('english', :words))
                  and (cast(:below as uuid) is null or m.id < :below)
                order by m.id desc limit :most
                """)
        .param("person", person.value())
        .param("words", Folded.of(words))
        .param("below", below)
        .param("most", most)
        .query((r, n) -> message(r))
        .list();
  }

  int sentSince(PersonId author, Instant since) {
    return jdbc.sql(
            "select count(*) from messaging.message where author = :author and sent_at > :since")
        .param("author", author.value())
        .param("since", at(since))
        .query(Integer.class)
        .single();
  }

  /** Whether a file goes with a message of that thread that stands. */
  boolean hasFile(ThreadId thread, BlobId file) {
    return jdbc.sql(
            """
            select exists (select from messaging.attachment a
              join messaging.message m on m.id = a.message and m.deleted_at is null
              where a.thread = :thread and a.blob = :file)
            """)
        .param("thread", thread.value())
        .param("file", file.value())
        .query(Boolean.class)
        .single();
  }

  private static UUID[] people(Collection<PersonId> people) {
    return people.stream().map(PersonId::value).toArray(UUID[]::new);
  }

  private static void must(int rows, Message message) {
    if (rows != 1) {
      throw new IllegalStateException("not to be changed: " + message.id());
    }
  }

  private static Message message(ResultSet r) throws SQLException {
    return new Message(
        new MessageId(id(r, "id")),
        new ThreadId(id(r, "thread")),
        integer(r, "number"),
        new PersonId(id(r, "author")),
        text(r, "text"),
        ids(r, "mentions").stream().map(PersonId::new).collect(Collectors.toSet()),
        bool(r, "flagged"),
        bool(r, "by_mail"),
        text(r, "key"),
        instant(r, "sent_at"),
        instantOrNull(r, "edited_at"),
        instantOrNull(r, "deleted_at"),
        ids(r, "files").stream().map(BlobId::new).toList());
  }
}

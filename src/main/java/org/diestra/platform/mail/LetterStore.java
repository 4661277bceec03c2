package org.diestra.platform.mail;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.mail.Letter.Attachment;
import org.diestra.platform.mail.Queued.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The box that letters lie in. */
@Repository
class LetterStore {
  /** A letter whose sender died is tried again after that long. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  private final JdbcClient jdbc;

  LetterStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when a letter with that {@code once} is there already. */
  boolean add(Queued letter) {
    int added =
        jdbc.sql(
                """
                insert into mail.letter (id, kind, address, recipient, locale, subject, body, html,
                  secret, reply_to, unsubscribe, once, state, queued_at, next_try)
                values (:id, :kind, :address, :recipient, :locale, :subject, :body, :html,
                  :secret, :replyTo, :unsubscribe, :once, :state, :queuedAt, :nextTry)
                on conflict (once) do nothing
                """)
            .param("id", letter.id())
            .param("kind", letter.kind())
            .param("address", letter.address())
            .param("recipient", letter.recipient())
            .param("locale", letter.locale())
            .param("subject", letter.subject())
            .param("body", letter.body())
            .param("html", letter.html())
            .param("secret", letter.secret())
            .param("replyTo", letter.replyTo())
            .param("unsubscribe", letter.unsubscribe())
            .param("once", letter.once())
            .param("state", letter.state().name())
            .param("queuedAt", at(letter.queuedAt()))
            .param("nextTry", at(letter.nextTry()))
            .update();
    for (int i = 0; added == 1 && i < letter.attachments().size(); i++) {
      attach(letter.id(), i, letter.attachments().get(i));
    }
    return added == 1;
  }

  private void attach(UUID letter, int position, Attachment attachment) {
    jdbc.sql(
            """
            insert into mail.attachment (letter, position, name, type, content)
            values (:letter, :position, :name, :type, :content)
            """)
        .param("letter", letter)
        .param("position", position)
        .param("name", attachment.name())
        .param("type", attachment.type())
        .param("content", attachment.content())
        .update();
  }

  /** How many letters were handed over for an address in the last hour and the last day. */
  record Counts(int hour, int day) {}

  Counts recent(String address, Instant now) {
    return jdbc.sql(
            """
            select count(*) filter (where queued_at > :hourAgo) as hour, count(*) as day
            from mail.letter where address = :address and queued_at > :dayAgo
            """)
        .param("address", address)
        .param("hourAgo", at(now.minus(Duration.ofHours(1))))
        .param("dayAgo", at(now.minus(Duration.ofDays(1))))
        .query((r, n) -> new Counts(integer(r, "hour"), integer(r, "day")))
        .single();
  }

  /**
   * Takes letters that are due, so that nobody else does. The try counts from here, so that a
   * letter that takes the process down with it is not tried for ever.
   */
  List<Queued> take(Instant now, int most) {
    return jdbc
        .sql(
            """
            update mail.letter set tries = tries + 1, next_try = :lease
            where id in (select id from mail.letter where state = 'WAITING' and next_try <= :now
              order by next_try limit :most for update skip locked)
            returning *
            """)
        .param("now", at(now))
        .param("lease", at(now.plus(LEASE)))
        .param("most", most)
        .query(LetterStore::row)
        .list()
        .stream()
        .map(this::withAttachments)
        .toList();
  }

  boolean anyDue(Instant now) {
    return jdbc.sql(
            """
            select exists (select from mail.letter where state = 'WAITING' and next_try <= :now)
            """)
        .param("now", at(now))
        .query(Boolean.class)
        .single();
  }

  /** The server has it; what was secret in it is forgotten. */
  void sent(UUID letter, Instant now) {
    jdbc.sql(
            """
            update mail.letter set state = 'SENT', sent_at = :now, error = null,
              body = case when secret then '' else body end,
              html = case when secret then '' else html end
            where id = :id
            """)
        .param("id", letter)
        .param("now", at(now))
        .update();
  }

  void postpone(UUID letter, Instant nextTry, String error) {
    jdbc.sql("update mail.letter set next_try = :next, error = :error where id = :id")
        .param("id", letter)
        .param("next", at(nextTry))
        .param("error", error)
        .update();
  }

  void fail(UUID letter, String error) {
    jdbc.sql("update mail.letter set state = 'FAILED', error = :error where id = :id")
        .param("id", letter)
        .param("error", error)
        .update();
  }

  int forget(Instant before) {
    return jdbc.sql("delete from mail.letter where queued_at < :before and state <> 'WAITING'")
        .param("before", at(before))
        .update();
  }

  Optional<Queued> find(UUID letter) {
    return jdbc.sql("select * from mail.letter where id = :id")
        .param("id", letter)
        .query(LetterStore::row)
        .optional()
        .map(this::withAttachments);
  }

  private Queued withAttachments(Queued letter) {
    return letter.with(
        jdbc.sql("select * from mail.attachment where letter = :letter order by position")
            .param("letter", letter.id())
            .query((r, n) -> new Attachment(text(r, "name"), text(r, "type"), bytes(r, "content")))
            .list());
  }

  static Queued row(ResultSet r, int n) throws SQLException {
    return new Queued(
        id(r, "id"),
        text(r, "kind"),
        text(r, "address"),
        text(r, "recipient"),
        text(r, "locale"),
        text(r, "subject"),
        text(r, "body"),
        text(r, "html"),
        bool(r, "secret"),
        textOrNull(r, "reply_to"),
        textOrNull(r, "unsubscribe"),
        textOrNull(r, "once"),
        List.of(),
        label(r, "state", State.class),
        instant(r, "queued_at"),
        instant(r, "next_try"),
        integer(r, "tries"),
        instantOrNull(r, "sent_at"),
        textOrNull(r, "error"));
  }
}

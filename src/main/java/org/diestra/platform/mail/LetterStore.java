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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.diestra.platform.mail.Letter.Attachment;
import org.diestra.platform.mail.Queued.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The box that letters lie in. */
@Repository
class LetterStore {
  /** A letter whose sender died is tried again after that long. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  private static final int AT_ONCE = 50; // attachments: their bytes stand in memory

  private final JdbcClient jdbc;

  LetterStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Puts them in, in one statement, and what is attached to some after it, some tens at a time.
   *
   * @return the ids of those that are new: of each {@code once} there is one letter
   */
  Set<UUID> add(List<Queued> letters) {
    var added =
        Set.copyOf(
            jdbc.sql(
                    """
                    insert into mail.letter (id, kind, address, recipient, locale, subject, body,
                      html, secret, reply_to, unsubscribe, once, state, queued_at, next_try)
                    select * from unnest(:ids, :kinds, :addresses, :recipients, :locales, :subjects,
                      :bodies, :htmls, :secrets, cast(:replyTos as text[]),
                      cast(:unsubscribes as text[]), cast(:onces as text[]), :states,
                      cast(:queuedAts as timestamptz[]), cast(:nextTries as timestamptz[]))
                    on conflict (once) do nothing
                    returning id
                    """)
                .param("ids", letters.stream().map(Queued::id).toArray(UUID[]::new))
                .param("kinds", texts(letters, Queued::kind))
                .param("addresses", texts(letters, Queued::address))
                .param("recipients", texts(letters, Queued::recipient))
                .param("locales", texts(letters, Queued::locale))
                .param("subjects", texts(letters, Queued::subject))
                .param("bodies", texts(letters, Queued::body))
                .param("htmls", texts(letters, Queued::html))
                .param("secrets", letters.stream().map(Queued::secret).toArray(Boolean[]::new))
                .param("replyTos", texts(letters, Queued::replyTo))
                .param("unsubscribes", texts(letters, Queued::unsubscribe))
                .param("onces", texts(letters, Queued::once))
                .param("states", texts(letters, q -> q.state().name()))
                .param("queuedAts", texts(letters, q -> q.queuedAt().toString()))
                .param("nextTries", texts(letters, q -> q.nextTry().toString()))
                .query((r, n) -> id(r, "id"))
                .list());
    var enclosed = new ArrayList<Enclosed>();
    for (var letter : letters) {
      for (int i = 0; added.contains(letter.id()) && i < letter.attachments().size(); i++) {
        enclosed.add(new Enclosed(letter.id(), i, letter.attachments().get(i)));
      }
    }
    for (int from = 0; from < enclosed.size(); from += AT_ONCE) {
      attach(enclosed.subList(from, Math.min(from + AT_ONCE, enclosed.size())));
    }
    return added;
  }

  private static @Nullable String[] texts(
      List<Queued> letters, Function<Queued, @Nullable String> what) {
    var texts = new @Nullable String[letters.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = what.apply(letters.get(i));
    }
    return texts;
  }

  private record Enclosed(UUID letter, int position, Attachment what) {}

  private void attach(List<Enclosed> some) {
    jdbc.sql(
            """
            insert into mail.attachment (letter, position, name, type, content)
            select * from unnest(cast(:letters as uuid[]), cast(:positions as int[]),
              cast(:names as text[]), cast(:types as text[]), cast(:contents as bytea[]))
            """)
        .param("letters", some.stream().map(Enclosed::letter).toArray(UUID[]::new))
        .param("positions", some.stream().map(Enclosed::position).toArray(Integer[]::new))
        .param("names", some.stream().map(e -> e.what().name()).toArray(String[]::new))
        .param("types", some.stream().map(e -> e.what().type()).toArray(String[]::new))
        .param("contents", some.stream().map(e -> e.what().content()).toArray(byte[][]::new))
        .update();
  }

  /** How many letters were handed over for an address in the last hour and the last day. */
  record Counts(int hour, int day) {
    static final Counts NONE = new Counts(0, 0);

    Counts andOne() {
      return new Counts(hour + 1, day + 1);
    }
  }

  /** Of several addresses; one that got none is left out. */
  Map<String, Counts> recent(Collection<String> addresses, Instant now) {
    var counts = new HashMap<String, Counts>();
    jdbc.sql(
            """
            select address, count(*) filter (where queued_at > :hourAgo) as hour, count(*) as day
            from mail.letter where address = any (:addresses) and queued_at > :dayAgo
            group by address
            """)
        .param("addresses", addresses.toArray(String[]::new))
        .param("hourAgo", at(now.minus(Duration.ofHours(1))))
        .param("dayAgo", at(now.minus(Duration.ofDays(1))))
        .query(r -> {
          counts.put(text(r, "address"), new Counts(integer(r, "hour"), integer(r, "day")));
        });
    return counts;
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

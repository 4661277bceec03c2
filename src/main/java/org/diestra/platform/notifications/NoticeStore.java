package org.diestra.platform.notifications;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.taps.Offer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The inboxes. Every statement names whose. */
@Repository
class NoticeStore {
  private final JdbcClient jdbc;
  private final Args args;

  NoticeStore(JdbcClient jdbc, Args args) {
    this.jdbc = jdbc;
    this.args = args;
  }

  /**
   * Keeps a notice in the channel its reader wants it by, in one statement.
   *
   * @return the channel; empty when it was told before, or is switched off
   */
  Optional<Channel> add(UUID id, Notice notice, Channel byDefault, Instant now) {
    return jdbc.sql(
            """
            insert into notifications.notice
              (id, recipient, kind, key, args, href, actor, once, channel, told_at,
              tap_kind, tap_subject, tap_seen)
            select :id, :to, :kind, :key, cast(:args as jsonb), :href, :actor, :once, channel, :now,
              cast(:tapKind as text), cast(:tapSubject as uuid), cast(:tapSeen as text)
            from (select coalesce((select channel from notifications.preference
              where person = :to and kind = :kind), :byDefault) as channel) wanted
            where channel <> 'OFF'
            on conflict (recipient, once) do nothing
            returning channel
            """)
        .param("id", id)
        .param("to", notice.to().value())
        .param("kind", notice.kind())
        .param("key", notice.key())
        .param("args", args.write(notice.args()))
        .param("href", notice.href())
        .param("actor", notice.actor())
        .param("once", notice.once())
        .param("byDefault", byDefault.name())
        .param("now", at(now))
        .param("tapKind", tap(notice, Offer::kind), Types.VARCHAR)
        .param("tapSubject", tap(notice, offer -> offer.subject().toString()), Types.VARCHAR)
        .param("tapSeen", tap(notice, Offer::seen), Types.VARCHAR)
        .query((r, n) -> label(r, "channel", Channel.class))
        .optional();
  }

  /**
   * Many in one statement.
   *
   * @param fresh under ids that nobody has yet
   * @return the channels of those that were kept; the others were told before, or are switched off
   */
  Map<UUID, Channel> add(
      Map<UUID, Notice> fresh, Function<Notice, Channel> byDefault, Instant now) {
    var kept = new HashMap<UUID, Channel>();
    var ids = fresh.keySet().toArray(UUID[]::new);
    var all = List.copyOf(fresh.values());
    jdbc.sql(
            """
            insert into notifications.notice
              (id, recipient, kind, key, args, href, actor, once, channel, told_at,
              tap_kind, tap_subject, tap_seen)
            select w.id, w.recipient, w.kind, w.key, cast(w.args as jsonb), w.href, w.actor, w.once,
              coalesce(p.channel, w.by_default), :now,
              w.tap_kind, cast(w.tap_subject as uuid), w.tap_seen
            from unnest(:ids, :recipients, :kinds, :keys, :args, :hrefs, cast(:actors as text[]),
              :onces, :defaults, cast(:tapKinds as text[]), cast(:tapSubjects as text[]),
              cast(:tapSeens as text[]))
              as w(id, recipient, kind, key, args, href, actor, once, by_default, tap_kind,
                tap_subject, tap_seen)
            left join notifications.preference p on p.person = w.recipient and p.kind = w.kind
            where coalesce(p.channel, w.by_default) <> 'OFF'
            order by w.recipient, w.once
            on conflict (recipient, once) do nothing
            returning id, channel
            """)
        .param("ids", ids)
        .param("recipients", all.stream().map(n -> n.to().value()).toArray(UUID[]::new))
        .param("kinds", texts(all, Notice::kind))
        .param("keys", texts(all, Notice::key))
        .param("args", texts(all, n -> args.write(n.args())))
        .param("hrefs", texts(all, Notice::href))
        .param("actors", texts(all, Notice::actor))
        .param("onces", texts(all, Notice::once))
        .param("defaults", texts(all, n -> byDefault.apply(n).name()))
        .param("tapKinds", texts(all, n -> tap(n, Offer::kind)))
        .param("tapSubjects", texts(all, n -> tap(n, offer -> offer.subject().toString())))
        .param("tapSeens", texts(all, n -> tap(n, Offer::seen)))
        .param("now", at(now))
        .query(r -> {
          kept.put(id(r, "id"), label(r, "channel", Channel.class));
        });
    return kept;
  }

  private static @Nullable String tap(Notice notice, Function<Offer, String> what) {
    var offer = notice.offer();
    return offer == null ? null : what.apply(offer);
  }

  private static @Nullable String[] texts(
      List<Notice> all, Function<Notice, @Nullable String> what) {
    var texts = new @Nullable String[all.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = what.apply(all.get(i));
    }
    return texts;
  }

  /** The newest first, from below that id on. */
  List<Told> page(PersonId person, boolean unreadOnly, @Nullable UUID below, int most) {
    return jdbc.sql(
            """
            select * from notifications.notice
            where recipient = :person and (not :unread or read_at is null)
              and (cast(:below as uuid) is null or id < :below)
            order by id desc limit :most
            """)
        .param("person", person.value())
        .param("unread", unreadOnly)
        .param("below", below)
        .param("most", most)
        .query(this::row)
        .list();
  }

  /** How many are unread, counted up to a hundred. */
  int unread(PersonId person) {
    return jdbc.sql(
            """
            select count(*) from (select from notifications.notice
              where recipient = :person and read_at is null limit 100) as unread
            """)
        .param("person", person.value())
        .query(Integer.class)
        .single();
  }

  List<Told> find(Collection<UUID> notices) {
    return jdbc.sql("select * from notifications.notice where id = any (:ids) order by id")
        .param("ids", notices.toArray(UUID[]::new))
        .query(this::row)
        .list();
  }

  /**
   * What may still have to be mailed of a set, in the order of the ids.
   *
   * @param first and last belong to it
   */
  List<UUID> forMail(UUID first, UUID last) {
    return jdbc.sql(
            """
            select id from notifications.notice
            where id between :first and :last and channel in ('MAIL', 'DIGEST')
              and mailed_at is null and read_at is null
            order by id
            """)
        .param("first", first)
        .param("last", last)
        .query((r, n) -> id(r, "id"))
        .list();
  }

  /** Marks one as read; empty when it is not that person's. */
  Optional<Told> read(PersonId person, UUID notice, Instant now) {
    return jdbc.sql(
            """
            update notifications.notice set read_at = coalesce(read_at, :now)
            where id = :id and recipient = :person returning *
            """)
        .param("id", notice)
        .param("person", person.value())
        .param("now", at(now))
        .query(this::row)
        .optional();
  }

  Optional<Told> unread(PersonId person, UUID notice) {
    return jdbc.sql(
            """
            update notifications.notice set read_at = null
            where id = :id and recipient = :person returning *
            """)
        .param("id", notice)
        .param("person", person.value())
        .query(this::row)
        .optional();
  }

  /** Marks what there was when the page was made, up to that id: later ones were not seen. */
  void readAll(PersonId person, UUID upTo, Instant now) {
    jdbc.sql(
            """
            update notifications.notice set read_at = :now
            where recipient = :person and read_at is null and id <= :upTo
            """)
        .param("person", person.value())
        .param("upTo", upTo)
        .param("now", at(now))
        .update();
  }

  /** What waits for the daily mail and was not read meanwhile, oldest first; locked. */
  List<Told> forDigest(PersonId person, int most) {
    return jdbc.sql(
            """
            select * from notifications.notice
            where recipient = :person and channel = 'DIGEST' and mailed_at is null
              and read_at is null
            order by id limit :most for update
            """)
        .param("person", person.value())
        .param("most", most)
        .query(this::row)
        .list();
  }

  void mailed(Collection<UUID> notices, Instant now) {
    jdbc.sql("update notifications.notice set mailed_at = :now where id = any (:ids)")
        .param("ids", notices.toArray(UUID[]::new))
        .param("now", at(now))
        .update();
  }

  /** What still waits to be mailed stays in the inbox alone. */
  void keepFromMail(PersonId person, String kind) {
    jdbc.sql(
            """
            update notifications.notice set channel = 'INBOX'
            where recipient = :person and kind = :kind and mailed_at is null
              and channel <> 'INBOX'
            """)
        .param("person", person.value())
        .param("kind", kind)
        .update();
  }

  int forget(Instant before) {
    return jdbc.sql("delete from notifications.notice where told_at < :before")
        .param("before", at(before))
        .update();
  }

  private Told row(ResultSet r, int n) throws SQLException {
    return new Told(
        id(r, "id"),
        new PersonId(id(r, "recipient")),
        text(r, "kind"),
        text(r, "key"),
        args.read(text(r, "args")),
        text(r, "href"),
        textOrNull(r, "actor"),
        label(r, "channel", Channel.class),
        instant(r, "told_at"),
        instantOrNull(r, "read_at"),
        instantOrNull(r, "mailed_at"),
        offer(r));
  }

  private static @Nullable Offer offer(ResultSet r) throws SQLException {
    var kind = textOrNull(r, "tap_kind");
    return kind == null ? null : new Offer(kind, id(r, "tap_subject"), text(r, "tap_seen"));
  }
}

package org.diestra.office.invitations;

import static org.diestra.platform.data.Row.at;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Puts people there who are asked. Row security lets the house alone in. */
@Repository
class AskedStore {
  private final JdbcClient jdbc;

  AskedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Somebody to put there.
   *
   * @param key the secret of their page, sealed
   * @param keyHash by which it is found
   */
  record Fresh(
      GuestId id, Meetings.Wanted wanted, @Nullable PersonId person, byte[] key, String keyHash) {}

  /** Who was taken off begins anew, with the page they had. Each address comes once. */
  void add(UUID meeting, List<Fresh> some, PersonId by, Instant now) {
    var keys = some.stream().map(f -> f.wanted().address().key()).toArray(String[]::new);
    jdbc.sql(
            """
            delete from invitations.answer a using invitations.guest g
            where a.guest = g.id and g.meeting = :meeting and g.address_key = any (:keys)
              and g.removed_at is not null
            """)
        .param("meeting", meeting)
        .param("keys", keys)
        .update();
    jdbc.sql(
            """
            insert into invitations.guest as guest (id, meeting, address, address_key, name, person,
              optional, key_hash, key, asked_by, asked_at)
            select f.id, :meeting, f.address, f.address_key, f.name, f.person, f.optional, f.hash,
              f.key, :by, :now
            from unnest(cast(:ids as uuid[]), cast(:addresses as text[]), cast(:keys as text[]),
              cast(:names as text[]), cast(:people as uuid[]), cast(:optional as boolean[]),
              cast(:hashes as text[]), cast(:sealed as bytea[]))
              as f (id, address, address_key, name, person, optional, hash, key)
            on conflict (meeting, address_key) do update set removed_at = null, answer = 'NONE',
              words = '', answered_at = null, stamp = null, proposes_from = null,
              proposes_to = null, issue = 0, name = excluded.name,
              lift = guest.lift + case when guest.issue > 0 then 2 else 0 end,
              person = excluded.person, optional = excluded.optional, asked_by = excluded.asked_by,
              asked_at = excluded.asked_at
            where guest.removed_at is not null
            """)
        .param("meeting", meeting)
        .param("ids", some.stream().map(f -> f.id().value()).toArray(UUID[]::new))
        .param("addresses", texts(some, f -> f.wanted().address().text()))
        .param("keys", keys)
        .param("names", texts(some, f -> f.wanted().name()))
        .param("people", people(some))
        .param("optional", some.stream().map(f -> f.wanted().optional()).toArray(Boolean[]::new))
        .param("hashes", texts(some, Fresh::keyHash))
        .param("sealed", some.stream().map(Fresh::key).toArray(byte[][]::new))
        .param("by", by.value())
        .param("now", at(now))
        .update();
  }

  private static String[] texts(List<Fresh> some, Function<Fresh, String> what) {
    return some.stream().map(what).toArray(String[]::new);
  }

  private static @Nullable UUID[] people(List<Fresh> some) {
    var all = new @Nullable UUID[some.size()];
    for (int i = 0; i < all.length; i++) {
      var person = some.get(i).person();
      all[i] = person == null ? null : person.value();
    }
    return all;
  }

  /**
   * The same person, asked to what was split off, of which they were not told yet.
   *
   * @param answered whether what they said holds for it too
   */
  void ask(Guest it, UUID meeting, GuestId as, String keyHash, byte[] key, boolean answered) {
    jdbc.sql(
            """
            insert into invitations.guest (id, meeting, address, address_key, name, person, optional,
              answer, answered_at, key_hash, key, asked_by, asked_at)
            select :id, :meeting, address, address_key, name, person, optional,
              case when :answered then answer else 'NONE' end,
              case when :answered then answered_at end, :hash, :key, asked_by, asked_at
            from invitations.guest where id = :old
            """)
        .param("id", as.value())
        .param("meeting", meeting)
        .param("answered", answered)
        .param("hash", keyHash)
        .param("key", key)
        .param("old", it.id().value())
        .update();
    if (answered) {
      jdbc.sql(
              """
              insert into invitations.answer (guest, date, answer, at, stamp)
              select :new, date, answer, at, stamp from invitations.answer where guest = :old
              """)
          .param("new", as.value())
          .param("old", it.id().value())
          .update();
    }
  }
}

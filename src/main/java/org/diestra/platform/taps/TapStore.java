package org.diestra.platform.taps;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.text;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links that were sent; the house's alone. */
@Repository
class TapStore {
  private final JdbcClient jdbc;

  TapStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Link link, Instant now) {
    jdbc.sql(
            """
            insert into taps.link (id, person, kind, subject, seen, sent_to, made_at, expires_at)
            values (:id, :person, :kind, :subject, :seen, :to, :now, :expires)
            """)
        .param("id", link.id())
        .param("person", link.person().value())
        .param("kind", link.offer().kind())
        .param("subject", link.offer().subject())
        .param("seen", link.offer().seen())
        .param("to", link.to())
        .param("now", at(now))
        .param("expires", at(link.expires()))
        .update();
  }

  /**
   * @param hold whether nobody else uses it until this transaction ends
   */
  Optional<Link> find(UUID id, boolean hold) {
    return jdbc.sql("select * from taps.link where id = :id" + (hold ? " for update" : ""))
        .param("id", id)
        .query((r, n) ->
            new Link(
                id(r, "id"),
                new PersonId(id(r, "person")),
                new Offer(text(r, "kind"), id(r, "subject"), text(r, "seen")),
                text(r, "sent_to"),
                instant(r, "expires_at"),
                instantOrNull(r, "used_at")))
        .optional();
  }

  void used(UUID id, String choice, Instant now) {
    int rows =
        jdbc.sql(
                """
                update taps.link set used_at = :now, choice = :choice
                where id = :id and used_at is null
                """)
            .param("id", id)
            .param("choice", choice)
            .param("now", at(now))
            .update();
    if (rows != 1) {
      throw new IllegalStateException("was used: " + id);
    }
  }

  int forget(Instant before) {
    return jdbc.sql("delete from taps.link where expires_at < :before")
        .param("before", at(before))
        .update();
  }
}

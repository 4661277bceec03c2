package org.diestra.platform.mail;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.instantOrNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.mail.Queued.State;
import org.diestra.platform.page.OperatorEntry.Waiting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The same letters, as an operator goes through them. */
@Repository
class LetterList {
  private final JdbcClient jdbc;

  LetterList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Puts a failed or held letter back; false when it is neither. */
  boolean again(UUID letter, State state, Instant now) {
    return jdbc.sql(
                """
                update mail.letter set state = :state, next_try = :now, tries = 0
                where id = :id and state in ('FAILED', 'HELD')
                """)
            .param("id", letter)
            .param("state", state.name())
            .param("now", at(now))
            .update()
        == 1;
  }

  long count(State state) {
    return jdbc.sql("select count(*) from mail.letter where state = :state")
        .param("state", state.name())
        .query(Long.class)
        .single();
  }

  /** What has not left the house yet, or could not. */
  Waiting unsent() {
    return jdbc.sql(
            """
            select count(*) as letters, min(queued_at) as oldest from mail.letter
            where state in ('WAITING', 'HELD', 'FAILED')
            """)
        .query((r, n) -> new Waiting(bigint(r, "letters"), instantOrNull(r, "oldest")))
        .single();
  }

  /** The newest first, from below that id on; in one state or in all. */
  List<Queued> page(@Nullable State state, @Nullable UUID below, int most) {
    return jdbc.sql(
            """
            select * from mail.letter
            where (cast(:state as text) is null or state = :state)
              and (cast(:below as uuid) is null or id < :below)
            order by id desc limit :most
            """)
        .param("state", state == null ? null : state.name())
        .param("below", below)
        .param("most", most)
        .query(LetterStore::row)
        .list();
  }
}

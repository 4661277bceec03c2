package org.diestra.hiring.interviews;

import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;

import java.util.Optional;
import org.diestra.platform.data.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands in the two people's calendars. */
@Repository
class InviteStore {
  private final JdbcClient jdbc;

  InviteStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The time that was sent last; empty where none was, or it was taken back. */
  Optional<Slot> sent(InterviewId id) {
    return jdbc.sql("select * from interviews.invite where interview = :id and not cancelled")
        .param("id", id.value())
        .query((r, n) -> new Slot(instant(r, "start_at"), integer(r, "minutes")))
        .optional();
  }

  /** Whether anything was ever sent, be it taken back since. */
  boolean ever(InterviewId id) {
    return jdbc.sql("select exists (select from interviews.invite where interview = :id)")
        .param("id", id.value())
        .query(Boolean.class)
        .single();
  }

  /** Only what is newer than what was sent before. */
  void put(InterviewId id, Slot slot, int sequence, boolean cancelled) {
    int rows =
        jdbc.sql(
                """
                insert into interviews.invite (interview, start_at, minutes, sequence, cancelled)
                values (:id, :start, :minutes, :sequence, :cancelled)
                on conflict (interview) do update set start_at = excluded.start_at,
                  minutes = excluded.minutes, sequence = excluded.sequence,
                  cancelled = excluded.cancelled
                where invite.sequence < excluded.sequence
                """)
            .param("id", id.value())
            .param("start", Row.at(slot.start()))
            .param("minutes", slot.minutes())
            .param("sequence", sequence)
            .param("cancelled", cancelled)
            .update();
    if (rows != 1) {
      throw new IllegalStateException("a newer invitation was sent for " + id);
    }
  }
}

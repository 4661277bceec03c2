package org.diestra.office.invitations;

import java.sql.Types;
import org.diestra.office.calendar.EventId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands in guests' own calendars. Row security lets the house alone in. */
@Repository
class CopyStore {
  private final JdbcClient jdbc;

  CopyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * That is theirs from now on, and of no other invitation any more.
   *
   * @param copy null where nothing stands there
   */
  void put(GuestId guest, @Nullable EventId copy) {
    if (copy != null) {
      jdbc.sql("update invitations.guest set copy = null where copy = :copy and id <> :id")
          .param("copy", copy.value())
          .param("id", guest.value())
          .update();
    }
    jdbc.sql("update invitations.guest set copy = :copy where id = :id")
        .param("copy", copy == null ? null : copy.value(), Types.OTHER)
        .param("id", guest.value())
        .update();
  }

  void moved(EventId was, EventId is) {
    jdbc.sql("update invitations.guest set copy = :is where copy = :was")
        .param("is", is.value())
        .param("was", was.value())
        .update();
  }
}

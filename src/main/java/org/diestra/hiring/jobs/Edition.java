package org.diestra.hiring.jobs;

import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.diestra.platform.accounts.PersonId;

/** What a job said from some moment on, and who wrote it. */
record Edition(JobId job, int number, Instant madeAt, PersonId madeBy, Sketch sketch) {
  static Edition of(ResultSet r, Sketch sketch) throws SQLException {
    return new Edition(
        new JobId(id(r, "post")),
        integer(r, "number"),
        instant(r, "made_at"),
        new PersonId(id(r, "made_by")),
        sketch);
  }

  /** A published edition is complete; the table sees to it. */
  Terms terms() {
    return sketch
        .complete()
        .orElseThrow(
            () -> new IllegalStateException("incomplete edition " + number + " of " + job));
  }
}

package org.diestra.hiring.jobs;

import static org.diestra.platform.data.Row.at;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InvitationStore {
  private final JdbcClient jdbc;

  InvitationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where that person was invited before. */
  boolean add(JobId job, PersonId person, PersonId by, Instant now) {
    return jdbc.sql(
                """
                insert into jobs.invitation (post, person, invited_by, invited_at)
                values (:post, :person, :by, :now)
                on conflict (post, person) do nothing
                """)
            .param("post", job.value())
            .param("person", person.value())
            .param("by", by.value())
            .param("now", at(now))
            .update()
        == 1;
  }

  /** Whom the job's client invited, in that order. */
  List<PersonId> invited(JobId job) {
    return jdbc.sql(
            "select person from jobs.invitation where post = :post order by invited_at, person")
        .param("post", job.value())
        .query((r, n) -> new PersonId(Row.id(r, "person")))
        .list();
  }

  /** To which jobs that person was invited. */
  Set<JobId> to(PersonId person) {
    return Set.copyOf(
        jdbc.sql("select post from jobs.invitation where person = :person")
            .param("person", person.value())
            .query((r, n) -> new JobId(Row.id(r, "post")))
            .list());
  }

  boolean isInvited(JobId job, PersonId person) {
    return jdbc.sql(
            "select exists (select from jobs.invitation where post = :post and person = :person)")
        .param("post", job.value())
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }
}

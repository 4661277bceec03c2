package org.diestra.money.direct;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.instantOrNull;

import java.time.Instant;
import java.util.List;
import org.diestra.platform.page.OperatorEntry.Waiting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What of it all an operator looks at. */
@Repository
class DeskStore {
  private static final String DISPUTED =
      """
      p.state = 'DENIED' and exists (select from direct.part a join direct.due d on d.entry = a.entry
        where a.proof = p.id and d.settled_at is null)
      """;
  private final JdbcClient jdbc;

  DeskStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Without an answer since before then, the oldest first. */
  List<Proof> silent(Instant before, int most) {
    return jdbc.sql(
            """
            select * from direct.proof where state = 'SAID' and since <= :before
            order by since, id limit :most
            """)
        .param("before", at(before))
        .param("most", most)
        .query((r, n) -> ProofStore.proof(r))
        .list();
  }

  /** Denied, and something that it was for is still due; the oldest first. */
  List<Proof> disputed(int most) {
    return jdbc.sql(
            "select p.* from direct.proof p where " + DISPUTED + " order by since, id limit :most")
        .param("most", most)
        .query((r, n) -> ProofStore.proof(r))
        .list();
  }

  /** What is disputed, or has been without an answer since before then. */
  Waiting waiting(Instant before) {
    return jdbc.sql(
            """
            select count(*) as count, min(since) as oldest from direct.proof p
            where p.state = 'SAID' and p.since <= :before or\s
            """
                + DISPUTED)
        .param("before", at(before))
        .query((r, n) -> new Waiting(bigint(r, "count"), instantOrNull(r, "oldest")))
        .single();
  }
}

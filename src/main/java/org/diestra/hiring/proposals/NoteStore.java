package org.diestra.hiring.proposals;

import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.text;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A member's own words about bids. */
@Repository
class NoteStore {
  private final JdbcClient jdbc;

  NoteStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void write(BidId bid, PersonId member, String text, Instant at) {
    if (text.isEmpty()) {
      jdbc.sql("delete from proposals.note where bid = :bid and member = :member")
          .param("bid", bid.value())
          .param("member", member.value())
          .update();
      return;
    }
    jdbc.sql(
            """
            insert into proposals.note (bid, member, text, at) values (:bid, :member, :text, :at)
            on conflict (bid, member) do update set text = excluded.text, at = excluded.at
            """)
        .param("bid", bid.value())
        .param("member", member.value())
        .param("text", text)
        .param("at", Row.at(at))
        .update();
  }

  Map<BidId, String> ofJob(JobId job, PersonId member) {
    var notes = new HashMap<BidId, String>();
    jdbc.sql(
            """
            select n.bid, n.text from proposals.note n
            join proposals.bid b on b.id = n.bid
            where b.job = :job and n.member = :member
            """)
        .param("job", job.value())
        .param("member", member.value())
        .query(r -> {
          notes.put(new BidId(id(r, "bid")), text(r, "text"));
        });
    return notes;
  }
}

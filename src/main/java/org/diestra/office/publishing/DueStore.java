package org.diestra.office.publishing;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diestra.office.channels.ChannelId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which posts something is to be done with, and which times are taken. */
@Repository
@Transactional(readOnly = true)
class DueStore {
  /** Of one client. */
  static final int AT_ONCE = 6;

  private final JdbcClient jdbc;

  DueStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is to be turned to by now, the most urgent first, at most 200. Of one client no more than
   * {@value #AT_ONCE} are under way at once, so that nobody's slow channels hold up the others.
   * What is being sent is known by its lease, which has no reason yet.
   */
  List<PostId> due(Instant now) {
    return jdbc.sql(
            """
            select d.id from (
              select id, begins_at, workspace,
                row_number() over (partition by workspace order by begins_at, id) as place
              from publishing.post
              where state in ('SCHEDULED', 'PUBLISHING') and begins_at <= :now) d
            where d.place <= :most and d.place + (
                select count(*) from publishing.post u
                where u.workspace = d.workspace and u.state = 'PUBLISHING' and u.begins_at > :now
                  and u.reason is null) <= :most
            order by d.begins_at limit 200
            """)
        .param("now", at(now))
        .param("most", AT_ONCE)
        .query((r, n) -> new PostId(id(r, "id")))
        .list();
  }

  /** What nobody approved in time, at most 200. */
  List<PostId> late(Instant now) {
    return jdbc.sql(
            """
            select id from publishing.post
            where state in ('SUBMITTED', 'CHANGES_REQUESTED') and due <= :now
            order by due limit 200
            """)
        .param("now", at(now))
        .query((r, n) -> new PostId(id(r, "id")))
        .list();
  }

  /** What waits for its minute, or for a hand, by an approval of that kind; at most 5000. */
  List<PostId> approved(String where, UUID which) {
    return jdbc.sql(
            "select id from publishing.post where state in ('SCHEDULED', 'HANDED') and "
                + where
                + " limit 5000")
        .param("which", which)
        .query((r, n) -> new PostId(id(r, "id")))
        .list();
  }

  /** Times that a channel's posts have taken after an instant, as many as a year has slots. */
  List<Instant> taken(ChannelId channel, Instant after) {
    return jdbc.sql(
            """
            select due from publishing.post where channel = :channel and due >= :after
              and state not in ('RETRACTED', 'IDEA', 'MISSED')
            order by due limit 4000
            """)
        .param("channel", channel.value())
        .param("after", at(after))
        .query((r, n) -> instant(r, "due"))
        .list();
  }
}

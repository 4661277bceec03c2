package org.diestra.office.publishing;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diestra.office.channels.ChannelId;
import org.diestra.office.channels.Kind;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Posts in lists: one statement for each page of them, with the beginning of their texts alone. */
@Repository
class Shelf {
  /** Of a page of the calendar. */
  static final int MOST = 2_500;

  /** Of a page of the queue. */
  static final int PAGE = 50;

  private static final String ROW =
      """
      select p.id, p.title, left(p.text, 120) as text, p.state, p.due, p.since, p.version, p.campaign,
        p.written_by, p.submitted_by, p.channel, c.name as channel_name, c.kind
      from publishing.post p join channels.channel c on c.id = p.channel
      where p.workspace = :workspace and (cast(:channel as uuid) is null or p.channel = :channel)
        and (:campaign = '' or p.campaign = :campaign)
      """;
  private final JdbcClient jdbc;

  Shelf(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A post in a list. */
  record Row(
      PostId id,
      String name,
      State state,
      @Nullable Instant due,
      Instant since,
      int version,
      String campaign,
      PersonId writtenBy,
      @Nullable PersonId submittedBy,
      ChannelId channel,
      String channelName,
      Kind kind) {
    boolean by(PersonId person) {
      return person.equals(writtenBy) || person.equals(submittedBy);
    }
  }

  /** What is looked for; null or empty for all. */
  record Filter(@Nullable State state, @Nullable ChannelId channel, String campaign) {
    static final Filter NONE = new Filter(null, null, "");
  }

  /** Where the next page begins. */
  record Mark(Instant at, UUID id) {}

  private JdbcClient.StatementSpec ask(String more, WorkspaceId workspace, Filter filter) {
    var channel = filter.channel();
    return jdbc.sql(ROW + more)
        .param("workspace", workspace.value())
        .param("channel", channel == null ? null : channel.value(), Types.OTHER)
        .param("campaign", filter.campaign());
  }

  /** By their times, from the one instant to before the other; at most 2 500. */
  List<Row> between(WorkspaceId workspace, Filter filter, Instant from, Instant to) {
    return ask(
            " and p.due >= :from and p.due < :to and p.state <> 'RETRACTED' order by p.due, p.id limit :most",
            workspace,
            filter)
        .param("from", at(from))
        .param("to", at(to))
        .param("most", MOST)
        .query((r, n) -> read(r))
        .list();
  }

  /** What is still to be done, by its time; without one at the end. One more than a page. */
  List<Row> open(WorkspaceId workspace, Filter filter, @Nullable Mark after) {
    var mark = after == null ? new Mark(Instant.EPOCH, new UUID(0, 0)) : after;
    return ask(
            """
             and (case when :state = '' then p.state not in ('PUBLISHED', 'RETRACTED', 'IDEA', 'MISSED')
                else p.state = :state end)
              and (coalesce(p.due, '9999-12-31 00:00:00+00'), p.id) > (:at, :id)
            order by coalesce(p.due, '9999-12-31 00:00:00+00'), p.id limit :most
            """,
            workspace,
            filter)
        .param("state", filter.state() == null ? "" : filter.state().name())
        .param("at", at(mark.at()))
        .param("id", mark.id())
        .param("most", PAGE + 1)
        .query((r, n) -> read(r))
        .list();
  }

  /** What is over, the latest first. One more than a page. */
  List<Row> over(WorkspaceId workspace, Filter filter, State state, @Nullable Mark before) {
    var mark =
        before == null ? new Mark(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1)) : before;
    return ask(
            """
             and p.state = :state and (p.since, p.id) < (:at, :id)
            order by p.since desc, p.id desc limit :most
            """,
            workspace,
            filter)
        .param("state", state.name())
        .param("at", at(mark.at()))
        .param("id", mark.id())
        .param("most", PAGE + 1)
        .query((r, n) -> read(r))
        .list();
  }

  /** Names of campaigns that posts belong to, the latest used first; at most 50. */
  List<String> campaigns(WorkspaceId workspace) {
    return jdbc.sql(
            """
            select campaign from publishing.post where workspace = :workspace and campaign <> ''
            group by campaign order by max(id::text) desc limit 50
            """)
        .param("workspace", workspace.value())
        .query((r, n) -> text(r, "campaign"))
        .list();
  }

  private static Row read(ResultSet r) throws SQLException {
    var submitter = idOrNull(r, "submitted_by");
    return new Row(
        new PostId(id(r, "id")),
        Post.name(text(r, "title"), text(r, "text")),
        label(r, "state", State.class),
        instantOrNull(r, "due"),
        instant(r, "since"),
        integer(r, "version"),
        text(r, "campaign"),
        new PersonId(id(r, "written_by")),
        submitter == null ? null : new PersonId(submitter),
        new ChannelId(id(r, "channel")),
        text(r, "channel_name"),
        label(r, "kind", Kind.class));
  }
}

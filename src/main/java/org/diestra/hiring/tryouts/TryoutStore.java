package org.diestra.hiring.tryouts;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;
import static org.diestra.platform.data.Row.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.hiring.proposals.BidId;
import org.diestra.hiring.tryouts.Tryout.Accepted;
import org.diestra.hiring.tryouts.Tryout.Declined;
import org.diestra.hiring.tryouts.Tryout.Delivered;
import org.diestra.hiring.tryouts.Tryout.Expired;
import org.diestra.hiring.tryouts.Tryout.Facts;
import org.diestra.hiring.tryouts.Tryout.Requested;
import org.diestra.hiring.tryouts.Tryout.Scored;
import org.diestra.hiring.tryouts.Tryout.State;
import org.diestra.hiring.tryouts.Tryout.Submitted;
import org.diestra.hiring.tryouts.Tryout.Withdrawn;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.data.Among;
import org.diestra.platform.data.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where each sample stands; what was handed in is kept by {@link DeliveryStore}. */
@Repository
class TryoutStore {
  private static final String ASKED =
      """
      select t.*, k.id as task_id, k.job, k.organisation, k.asked_by, k.what, k.minutes, k.file,
        k.head, k.due_on, k.declared_at,
        array(select s.area || ':' || s.points from tryouts.score s where s.tryout = t.id) as points
      from tryouts.tryout t join tryouts.task k on k.id = t.task
      """;

  private final JdbcClient jdbc;

  TryoutStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Requested tryout) {
    var facts = tryout.facts();
    jdbc.sql(
            """
            insert into tryouts.tryout
              (id, task, bid, person, state, since, due_at, zone, version)
            values (:id, :task, :bid, :person, 'REQUESTED', :since, :due, :zone, :version)
            """)
        .param("id", facts.id().value())
        .param("task", facts.task().value())
        .param("bid", facts.bid().value())
        .param("person", facts.person().value())
        .param("since", at(tryout.since()))
        .param("due", at(facts.dueAt()))
        .param("zone", facts.zone().getId())
        .param("version", facts.version())
        .update();
  }

  Optional<Asked> find(TryoutId id) {
    return jdbc.sql(ASKED + "where t.id = :id")
        .param("id", id.value())
        .query((r, n) -> askedOf(r))
        .optional();
  }

  /** The same, and nobody else moves it before this transaction ends. */
  Optional<Asked> lock(TryoutId id) {
    return jdbc.sql(ASKED + "where t.id = :id for update of t")
        .param("id", id.value())
        .query((r, n) -> askedOf(r))
        .optional();
  }

  /** All that there ever was about these bids, the newest first. */
  List<Asked> of(Collection<BidId> bids) {
    return jdbc.sql(
            ASKED + "where " + Among.of("t.bid", ":bids", bids) + " order by t.since desc, t.id")
        .param("bids", bids.stream().map(BidId::value).toArray(UUID[]::new))
        .query((r, n) -> askedOf(r))
        .list();
  }

  /** What waits for this person to do, or for the hiring team of these clients to score. */
  List<Asked> waiting(PersonId person, Collection<UUID> clients, int limit) {
    return jdbc.sql(
            ASKED
                + """
                where t.person = :person and t.state in ('REQUESTED', 'ACCEPTED')
                  or k.organisation = any(:clients) and t.state = 'SUBMITTED'
                order by t.due_at limit :limit
                """)
        .param("person", person.value())
        .param("clients", clients.toArray(UUID[]::new))
        .param("limit", limit)
        .query((r, n) -> askedOf(r))
        .list();
  }

  /** Keeps the stage; its version in the table is the next one. */
  void save(Tryout next) {
    var facts = next.facts();
    var row = new HashMap<String, @Nullable Object>();
    row.put("id", facts.id().value());
    row.put("version", facts.version());
    row.put("state", next.state().name());
    row.put("since", at(next.since()));
    row.put("reason", next instanceof Declined declined ? declined.reason() : null);
    row.put("submitted", next instanceof Delivered delivered ? at(delivered.submittedAt()) : null);
    row.put("note", next instanceof Scored scored ? scored.scores().note() : null);
    int rows =
        jdbc.sql(
                """
                update tryouts.tryout
                set state = :state, since = :since, reason = :reason, submitted_at = :submitted,
                  note = :note, version = version + 1
                where id = :id and version = :version
                """)
            .params(row)
            .update();
    if (rows != 1) {
      throw new IllegalStateException("moved without its lock: " + facts.id());
    }
    if (next instanceof Scored scored) {
      score(scored);
    }
  }

  private void score(Scored scored) {
    var tryout = scored.facts().id().value();
    jdbc.sql("delete from tryouts.score where tryout = :tryout").param("tryout", tryout).update();
    var points = scored.scores().points();
    jdbc.sql(
            """
            insert into tryouts.score (tryout, area, points)
            select :tryout, area, points from unnest(:areas, :points) as s (area, points)
            """)
        .param("tryout", tryout)
        .param("areas", points.keySet().stream().map(Area::name).toArray(String[]::new))
        .param("points", points.values().toArray(Integer[]::new))
        .update();
  }

  private static Asked askedOf(ResultSet r) throws SQLException {
    var facts =
        new Facts(
            new TryoutId(id(r, "id")),
            new TaskId(id(r, "task")),
            new BidId(id(r, "bid")),
            new PersonId(id(r, "person")),
            instant(r, "due_at"),
            Row.zone(r, "zone"),
            integer(r, "version"));
    return new Asked(TaskStore.taskOf(r), tryoutOf(r, facts));
  }

  private static Tryout tryoutOf(ResultSet r, Facts facts) throws SQLException {
    var since = instant(r, "since");
    return switch (label(r, "state", State.class)) {
      case REQUESTED -> new Requested(facts, since);
      case ACCEPTED -> new Accepted(facts, since);
      case DECLINED -> new Declined(facts, since, text(r, "reason"));
      case SUBMITTED -> new Submitted(facts, since);
      case SCORED ->
          new Scored(
              facts,
              since,
              instant(r, "submitted_at"),
              new Scores(points(r), textOrNull(r, "note")));
      case WITHDRAWN -> new Withdrawn(facts, since);
      case EXPIRED -> new Expired(facts, since);
    };
  }

  private static Map<Area, Integer> points(ResultSet r) throws SQLException {
    var points = new EnumMap<Area, Integer>(Area.class);
    for (var each : texts(r, "points")) {
      int colon = each.indexOf(':');
      points.put(
          Area.valueOf(each.substring(0, colon)), Integer.valueOf(each.substring(colon + 1)));
    }
    return points;
  }
}

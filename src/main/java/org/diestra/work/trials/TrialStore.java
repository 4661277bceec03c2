package org.diestra.work.trials;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;
import static org.diestra.platform.data.Row.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.proposals.BidId;
import org.diestra.hiring.tryouts.GivenElsewhere.Given;
import org.diestra.hiring.tryouts.Scores;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.data.Among;
import org.diestra.work.tasks.TaskId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Row security shows each trial to its bidder and to whoever hires for its client. */
@Repository
class TrialStore {
  private static final String ALL =
      """
      select t.*, array(select s.area || ':' || s.points from trials.score s where s.trial = t.id)
        as points
      from trials.trial t
      """;

  private final JdbcClient jdbc;

  TrialStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A trial, and what its client thought of it.
   *
   * @param scores null while there are none
   */
  record Scored(Trial trial, @Nullable Scores scores) {
    TrialId id() {
      return trial.facts().id();
    }
  }

  void add(Trial.Requested it) {
    var facts = it.facts();
    jdbc.sql(
            """
            insert into trials.trial (id, job, bid, organisation, person, offer, what, criteria,
              hours, currency, price, due_at, zone, asked_at, answer_by, state, since, version)
            values (:id, :job, :bid, :organisation, :person, :offer, :what, :criteria,
              :hours, :currency, :price, :due, :zone, :since, :answerBy, 'REQUESTED', :since, 1)
            """)
        .param("id", facts.id().value())
        .param("job", facts.job().value())
        .param("bid", facts.bid().value())
        .param("organisation", facts.organisation().value())
        .param("person", facts.person().value())
        .param("offer", facts.offer().value())
        .param("what", facts.what())
        .param("criteria", facts.criteria().toArray(String[]::new))
        .param("hours", facts.hours())
        .param("currency", facts.price().currency().getCurrencyCode())
        .param("price", facts.price().minor())
        .param("due", at(facts.dueAt()))
        .param("zone", facts.zone().getId())
        .param("since", at(it.since()))
        .param("answerBy", at(facts.answerBy()))
        .update();
  }

  Optional<Scored> find(TrialId id) {
    return jdbc.sql(ALL + "where t.id = :id")
        .param("id", id.value())
        .query((r, n) -> scored(r))
        .optional();
  }

  /** The same, and nobody else moves it before this transaction ends. */
  Optional<Scored> lock(TrialId id) {
    return jdbc.sql(ALL + "where t.id = :id for update of t")
        .param("id", id.value())
        .query((r, n) -> scored(r))
        .optional();
  }

  /** The one whose task that is, locked likewise. */
  Optional<Scored> lock(TaskId task) {
    return jdbc.sql(ALL + "where t.task = :task for update of t")
        .param("task", task.value())
        .query((r, n) -> scored(r))
        .optional();
  }

  /** All that there ever were for these bids, the newest first. */
  List<Scored> of(Collection<BidId> bids) {
    return jdbc.sql(
            ALL + "where " + Among.of("t.bid", ":bids", bids) + " order by t.asked_at desc, t.id")
        .param("bids", bids.stream().map(BidId::value).toArray(UUID[]::new))
        .query((r, n) -> scored(r))
        .list();
  }

  /** The one of that bid that is not over. */
  Optional<TrialId> live(BidId bid) {
    return jdbc.sql(
            """
            select id from trials.trial
            where bid = :bid and state in ('REQUESTED', 'ACCEPTED', 'SUBMITTED')
            """)
        .param("bid", bid.value())
        .query((r, n) -> new TrialId(id(r, "id")))
        .optional();
  }

  /** How many of that job are not over, and moved since then. */
  int live(JobId job, Instant since) {
    return jdbc.sql(
            """
            select count(*) from trials.trial
            where job = :job and state in ('REQUESTED', 'ACCEPTED', 'SUBMITTED')
              and since >= :since
            """)
        .param("job", job.value())
        .param("since", at(since))
        .query(Integer.class)
        .single();
  }

  /** How many were asked of that bid since then. */
  int asked(BidId bid, Instant since) {
    return jdbc.sql("select count(*) from trials.trial where bid = :bid and asked_at >= :since")
        .param("bid", bid.value())
        .param("since", at(since))
        .query(Integer.class)
        .single();
  }

  /** What waits for that person's answer, and for the scores of these clients. */
  List<Scored> waiting(PersonId person, Collection<OrganisationId> clients, Instant now, int most) {
    return jdbc.sql(
            ALL
                + """
                where t.person = :person and t.state = 'REQUESTED' and t.answer_by > :now
                  or t.organisation = any (:clients) and t.state = 'PAID' and t.scored_at is null
                order by t.since limit :most
                """)
        .param("person", person.value())
        .param("clients", clients.stream().map(OrganisationId::value).toArray(UUID[]::new))
        .param("now", at(now))
        .param("most", most)
        .query((r, n) -> scored(r))
        .list();
  }

  /** What a client gave out, for that job ever and for others since then. */
  List<Given> given(OrganisationId client, JobId job, Instant since, int most) {
    return jdbc.sql(
            """
            select id, what, person, asked_at from trials.trial
            where organisation = :client and (job = :job or asked_at >= :since)
              and state <> 'WITHDRAWN'
            order by asked_at desc limit :most
            """)
        .param("client", client.value())
        .param("job", job.value())
        .param("since", at(since))
        .param("most", most)
        .query((r, n) -> givenOf(r))
        .list();
  }

  List<Given> given(Collection<UUID> ids) {
    return jdbc.sql("select id, what, person, asked_at from trials.trial where id = any (:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query((r, n) -> givenOf(r))
        .list();
  }

  private static Given givenOf(ResultSet r) throws SQLException {
    return new Given(
        id(r, "id"), text(r, "what"), new PersonId(id(r, "person")), instant(r, "asked_at"));
  }

  /** Writes the next stage over the one that was locked. */
  void move(Trial next) {
    var facts = next.facts();
    var signed = next instanceof Trial.Standing standing ? standing.signed() : null;
    int rows =
        jdbc.sql(
                """
                update trials.trial set state = :state, since = :since, version = version + 1,
                  reason = :reason, contract = :contract, task = :task
                where id = :id and version = :version
                """)
            .param("state", next.state().name())
            .param("since", at(next.since()))
            .param("reason", next instanceof Trial.Declined declined ? declined.reason() : null)
            .param("contract", signed == null ? null : signed.contract().value())
            .param("task", signed == null ? null : signed.task().value())
            .param("id", facts.id().value())
            .param("version", facts.version())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("a trial moved under its lock: " + facts.id());
    }
  }

  /** What the client thinks of the one that was locked, in place of what was there. */
  void score(Trial trial, Scores scores, Instant now) {
    var id = trial.facts().id().value();
    int rows =
        jdbc.sql(
                """
                update trials.trial set note = :note, scored_at = :now, version = version + 1
                where id = :id and version = :version
                """)
            .param("note", scores.note())
            .param("now", at(now))
            .param("id", id)
            .param("version", trial.facts().version())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("a trial moved under its lock: " + trial.facts().id());
    }
    jdbc.sql("delete from trials.score where trial = :id").param("id", id).update();
    jdbc.sql(
            """
            insert into trials.score (trial, area, points)
            select :id, area, points from unnest(:areas, :points) as s(area, points)
            """)
        .param("id", id)
        .param("areas", scores.points().keySet().stream().map(Area::name).toArray(String[]::new))
        .param("points", scores.points().values().toArray(Integer[]::new))
        .update();
  }

  private static Scored scored(ResultSet r) throws SQLException {
    var points = new EnumMap<Area, Integer>(Area.class);
    for (var each : texts(r, "points")) {
      int colon = each.indexOf(':');
      points.put(
          Area.valueOf(each.substring(0, colon)), Integer.valueOf(each.substring(colon + 1)));
    }
    return new Scored(
        TrialRows.trial(r), points.isEmpty() ? null : new Scores(points, textOrNull(r, "note")));
  }
}

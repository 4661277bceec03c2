package org.diestra.hiring.interviews;

import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.labelOrNull;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.proposals.BidId;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Interviews and what happened to them. */
@Repository
class InterviewStore {
  private static final String OPEN = "state in ('PROPOSED', 'SCHEDULED', 'LIVE')";
  private final JdbcClient jdbc;

  InterviewStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Interview> find(InterviewId id) {
    return one("select * from interviews.interview where id = :id", id);
  }

  List<Interview> all(Collection<InterviewId> ids) {
    return jdbc.sql("select * from interviews.interview where id = any(:ids)")
        .param("ids", ids.stream().map(InterviewId::value).toArray(UUID[]::new))
        .query((r, n) -> interview(r))
        .list();
  }

  /** Nobody else moves it until the transaction ends. */
  Optional<Interview> lock(InterviewId id) {
    return one("select * from interviews.interview where id = :id for update", id);
  }

  private Optional<Interview> one(String sql, InterviewId id) {
    return jdbc.sql(sql).param("id", id.value()).query((r, n) -> interview(r)).optional();
  }

  /** The one that is not over, if any. */
  Optional<Interview> open(BidId bid) {
    return jdbc.sql("select * from interviews.interview where bid = :bid and " + OPEN)
        .param("bid", bid.value())
        .query((r, n) -> interview(r))
        .optional();
  }

  /** All that this person may see, open ones first, then the latest; at most 100. */
  List<Interview> of(Viewer viewer) {
    return jdbc.sql(
            """
            select * from interviews.interview
            where assistant = :person or organisation = any(:clients)
            order by (%s) desc,
              case when %s then coalesce(start_at, until) end, since desc
            limit 100
            """
                .formatted(OPEN, OPEN))
        .param("person", viewer.id().value())
        .param("clients", clients(viewer))
        .query((r, n) -> interview(r))
        .list();
  }

  /**
   * Those that this person is to answer or to come to before that time, and after these the ones to
   * say something about; at most 20.
   *
   * @param after what was over before it is asked about no more
   */
  List<Interview> waiting(Viewer viewer, Instant horizon, Instant after) {
    return jdbc.sql(
            """
            select * from interviews.interview
            where (assistant = :person or organisation = any(:clients))
              and (turn = case when assistant = :person then 'ASSISTANT' else 'CLIENT' end
                or state in ('SCHEDULED', 'LIVE') and start_at < :horizon
                or state = 'DONE' and host = :person and since > :after and not exists (
                  select from interviews.scorecard c where c.interview = interview.id
                    and c.member = :person and c.locked_at is not null))
            order by state = 'DONE', coalesce(until, start_at) limit 20
            """)
        .param("person", viewer.id().value())
        .param("clients", clients(viewer))
        .param("horizon", Row.at(horizon))
        .param("after", Row.at(after))
        .query((r, n) -> interview(r))
        .list();
  }

  private static UUID[] clients(Viewer viewer) {
    return viewer.hiring().stream().map(m -> m.organisation().value()).toArray(UUID[]::new);
  }

  void add(Interview interview, Move move) {
    write(
        """
        insert into interviews.interview (id, bid, job, organisation, assistant, host, state, since,
          version, turn, until, starts, start_at, minutes, by_side, late, created_at)
        values (:id, :bid, :job, :organisation, :assistant, :host, :state, :since,
          :version, :turn, :until, cast(:starts as timestamptz[]), :start, :minutes, :by, :late,
          :since)
        """,
        interview,
        move);
  }

  /** Only from the version it was read in: what moved meanwhile is not moved again. */
  void move(Interview next, Move move) {
    write(
        """
        update interviews.interview
        set state = :state, since = :since, version = :version, turn = :turn, until = :until,
          starts = cast(:starts as timestamptz[]), start_at = :start,
          minutes = coalesce(:minutes, minutes), by_side = :by, late = :late
        where id = :id and bid = :bid and job = :job and organisation = :organisation
          and assistant = :assistant and host = :host and version = :version - 1
        """,
        next,
        move);
  }

  private void write(String sql, Interview interview, Move move) {
    var columns = Columns.of(interview.stage());
    int rows =
        jdbc.sql(sql)
            .param("id", interview.id().value())
            .param("bid", interview.bid().value())
            .param("job", interview.job().value())
            .param("organisation", interview.organisation().value())
            .param("assistant", interview.assistant().value())
            .param("host", interview.host().value())
            .param("state", interview.state().name())
            .param("since", Row.at(interview.stage().since()))
            .param("version", interview.version())
            .param("turn", columns.turn())
            .param("until", Row.atOrNull(columns.until()))
            .param("starts", columns.starts())
            .param("start", Row.atOrNull(columns.start()))
            .param("minutes", columns.minutes())
            .param("by", columns.by())
            .param("late", columns.late())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("interview " + interview.id() + " has moved meanwhile");
    }
    note(interview.id(), move);
  }

  private void note(InterviewId id, Move move) {
    jdbc.sql(
            """
            insert into interviews.move (interview, version, kind, side, person, late, words, at)
            values (:id, :version, :kind, :side, :person, :late, :words, :at)
            """)
        .param("id", id.value())
        .param("version", move.version())
        .param("kind", move.kind().name())
        .param("side", move.side() == null ? null : move.side().name())
        .param("person", move.person() == null ? null : move.person().value())
        .param("late", move.late())
        .param("words", move.words())
        .param("at", Row.at(move.at()))
        .update();
  }

  /** In the order in which it happened. */
  List<Move> history(InterviewId id) {
    return jdbc.sql("select * from interviews.move where interview = :id order by version")
        .param("id", id.value())
        .query((r, n) -> {
          var person = idOrNull(r, "person");
          return new Move(
              integer(r, "version"),
              label(r, "kind", Move.Kind.class),
              labelOrNull(r, "side", Side.class),
              person == null ? null : new PersonId(person),
              bool(r, "late"),
              text(r, "words"),
              instant(r, "at"));
        })
        .list();
  }

  /** How often that side asked for another time once one was agreed. */
  int reschedules(InterviewId id, Side side) {
    return jdbc.sql(
            """
            select count(*) from interviews.move
            where interview = :id and kind = 'RESCHEDULE' and side = :side
            """)
        .param("id", id.value())
        .param("side", side.name())
        .query(Integer.class)
        .single();
  }

  static Interview interview(ResultSet r) throws SQLException {
    return new Interview(
        new InterviewId(id(r, "id")),
        new BidId(id(r, "bid")),
        new JobId(id(r, "job")),
        new OrganisationId(id(r, "organisation")),
        new PersonId(id(r, "assistant")),
        new PersonId(id(r, "host")),
        Columns.stage(r),
        integer(r, "version"));
  }
}

package org.diestra.hiring.proposals;

import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.labelOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bids and the stages they stand in. */
@Repository
class BidStore {
  /** Those that take one of the client's places. */
  private static final String HOLDS_A_PLACE =
      """
      (state in ('SUBMITTED', 'SHORTLISTED', 'INTERVIEWING', 'OFFERED')
        or state = 'STALE' and before_state <> 'WAITLISTED')
      """;

  /** Those that the client's team may read. */
  private static final String SHOWN =
      " (state in ('WON', 'DECLINED') or state = 'LOST' and decide_by is not null or "
          + HOLDS_A_PLACE
          + ")";

  static final String LIVE =
      """
      state in ('WAITLISTED', 'SUBMITTED', 'SHORTLISTED', 'INTERVIEWING', 'OFFERED', 'STALE')
      """;

  private final JdbcClient jdbc;

  BidStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Bid> find(BidId id) {
    return jdbc.sql("select * from proposals.bid where id = :id")
        .param("id", id.value())
        .query((r, n) -> bid(r))
        .optional();
  }

  List<Bid> all(Collection<BidId> ids) {
    return jdbc.sql("select * from proposals.bid where id = any (:ids)")
        .param("ids", ids.stream().map(BidId::value).toArray(UUID[]::new))
        .query((r, n) -> bid(r))
        .list();
  }

  Optional<Bid> own(JobId job, PersonId person) {
    return jdbc.sql("select * from proposals.bid where job = :job and person = :person")
        .param("job", job.value())
        .param("person", person.value())
        .query((r, n) -> bid(r))
        .optional();
  }

  /** The person's latest, at most 200; what is live is always among them. */
  List<Bid> of(PersonId person) {
    return jdbc.sql(
            "select * from proposals.bid where person = :person order by ("
                + LIVE
                + ") desc, since desc limit 200")
        .param("person", person.value())
        .query((r, n) -> bid(r))
        .list();
  }

  List<Bid> ofJob(JobId job) {
    return jdbc.sql("select * from proposals.bid where job = :job order by number, id")
        .param("job", job.value())
        .query((r, n) -> bid(r))
        .list();
  }

  List<Bid> live(JobId job) {
    return jdbc.sql("select * from proposals.bid where job = :job and " + LIVE + " order by id")
        .param("job", job.value())
        .query((r, n) -> bid(r))
        .list();
  }

  int countLive(JobId job) {
    return count("select count(*) from proposals.bid where job = :job and " + LIVE, job);
  }

  int countSent(JobId job) {
    return count("select count(*) from proposals.bid where job = :job and version > 0", job);
  }

  int countWaiting(JobId job) {
    return count(
        "select count(*) from proposals.bid where job = :job and state = 'WAITLISTED'", job);
  }

  /** Those that the client's team sees. */
  int countShown(JobId job) {
    return count("select count(*) from proposals.bid where job = :job and" + SHOWN, job);
  }

  int placesTaken(JobId job) {
    return count("select count(*) from proposals.bid where job = :job and " + HOLDS_A_PLACE, job);
  }

  /** Whether a contract on this job is on the table, or signed. */
  boolean onOffer(JobId job) {
    return count(
            "select count(*) from proposals.bid where job = :job and state in ('OFFERED', 'WON')",
            job)
        > 0;
  }

  /** Those who wait longest, first. */
  List<Bid> nextInLine(JobId job, int most) {
    return jdbc.sql(
            """
            select * from proposals.bid where job = :job and state = 'WAITLISTED'
            order by sent_at, id limit :most
            """)
        .param("job", job.value())
        .param("most", most)
        .query((r, n) -> bid(r))
        .list();
  }

  /** Its place among those who wait, from 1; 0 where it does not wait. */
  int placeInLine(Bid bid) {
    return jdbc.sql(
            """
            select count(*) from proposals.bid mine
            join proposals.bid b on b.job = mine.job and b.state = 'WAITLISTED'
              and (b.sent_at, b.id) <= (mine.sent_at, mine.id)
            where mine.id = :id and mine.state = 'WAITLISTED'
            """)
        .param("id", bid.id().value())
        .query(Integer.class)
        .single();
  }

  int nextNumber(JobId job) {
    return count("select coalesce(max(number), 0) + 1 from proposals.bid where job = :job", job);
  }

  int countLive(PersonId person) {
    return jdbc.sql("select count(*) from proposals.bid where person = :person and " + LIVE)
        .param("person", person.value())
        .query(Integer.class)
        .single();
  }

  /** Until the transaction ends nobody else counts or adds to this person's bids. */
  void lock(PersonId person) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('proposals.' || :person, 0))")
        .param("person", person.value().toString())
        .query((r, n) -> true)
        .single();
  }

  void add(Bid bid, Instant at) {
    jdbc.sql(
            """
            insert into proposals.bid (id, job, organisation, person, state, since, created_at)
            values (:id, :job, :organisation, :person, 'DRAFT', :since, :at)
            """)
        .param("id", bid.id().value())
        .param("job", bid.job().value())
        .param("organisation", bid.organisation().value())
        .param("person", bid.person().value())
        .param("since", Row.at(bid.stage().since()))
        .param("at", Row.at(at))
        .update();
  }

  /** Only from the state it was read in: what moved meanwhile is not moved again. */
  void move(Bid was, Bid next) {
    int rows =
        jdbc.sql(
                """
                update proposals.bid
                set state = :state, since = :since, until = :until, reason = :reason,
                  before_state = :before, number = :number, edition = :edition,
                  version = :version, sent_at = :sent, decide_by = :decideBy,
                  answered_at = :answered, typed = case when :state = 'DRAFT' then typed end
                where id = :id and state = :was and version = :wasVersion
                """)
            .param("state", next.state().name())
            .param("since", Row.at(next.stage().since()))
            .param("until", next.stage() instanceof Stage.Stale s ? Row.at(s.until()) : null)
            .param("reason", next.stage() instanceof Stage.Declined d ? d.reason().name() : null)
            .param("before", name(State.before(next.stage())))
            .param("number", next.number() == 0 ? null : next.number())
            .param("edition", next.edition())
            .param("version", next.version())
            .param("sent", Row.atOrNull(next.sentAt()))
            .param("decideBy", Row.atOrNull(next.decideBy()))
            .param("answered", Row.atOrNull(next.answeredAt()))
            .param("id", next.id().value())
            .param("was", was.state().name())
            .param("wasVersion", was.version())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("bid " + next.id() + " is no longer " + was.state());
    }
  }

  /** The client let the time to decide go by; once for each bid. */
  boolean miss(BidId bid, Instant at) {
    return jdbc.sql(
                """
                update proposals.bid set missed_at = :at
                where id = :id and answered_at is null and missed_at is null
                """)
            .param("id", bid.value())
            .param("at", Row.at(at))
            .update()
        == 1;
  }

  private int count(String sql, JobId job) {
    return jdbc.sql(sql).param("job", job.value()).query(Integer.class).single();
  }

  private static @Nullable String name(@Nullable State state) {
    return state == null ? null : state.name();
  }

  static Bid bid(ResultSet r) throws SQLException {
    var number = integerOrNull(r, "number");
    return new Bid(
        new BidId(id(r, "id")),
        new JobId(id(r, "job")),
        new OrganisationId(id(r, "organisation")),
        new PersonId(id(r, "person")),
        number == null ? 0 : number,
        label(r, "state", State.class)
            .stage(
                instant(r, "since"),
                instantOrNull(r, "until"),
                labelOrNull(r, "reason", DeclineReason.class),
                labelOrNull(r, "before_state", State.class)),
        integer(r, "edition"),
        integer(r, "version"),
        instantOrNull(r, "sent_at"),
        instantOrNull(r, "decide_by"),
        instantOrNull(r, "answered_at"));
  }
}

package org.diestra.hiring.interviews;

import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.proposals.BidId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Scorecards and their scores. */
@Repository
class ScorecardStore {
  private final JdbcClient jdbc;

  ScorecardStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All cards about one interview, in one statement, oldest member first. */
  List<Scorecard> of(InterviewId interview) {
    var cards = new LinkedHashMap<PersonId, Scorecard>();
    var scores = new HashMap<PersonId, Map<String, Integer>>();
    jdbc.sql(
            """
            select c.*, s.criterion, s.score from interviews.scorecard c
            left join interviews.score s on s.interview = c.interview and s.member = c.member
            where c.interview = :interview order by c.member
            """)
        .param("interview", interview.value())
        .query(r -> {
          var member = new PersonId(id(r, "member"));
          var own = scores.computeIfAbsent(member, m -> new HashMap<>());
          var criterion = textOrNull(r, "criterion");
          var score = integerOrNull(r, "score");
          if (criterion != null && score != null) {
            own.put(criterion, score);
          }
          cards.put(
              member,
              new Scorecard(
                  member, own, text(r, "notes"), text(r, "own"), instantOrNull(r, "locked_at")));
        });
    return new ArrayList<>(cards.values());
  }

  /** False when the card is locked: then nothing has changed. */
  boolean put(InterviewId interview, Scorecard card, Instant at) {
    int rows =
        jdbc.sql(
                """
                insert into interviews.scorecard (interview, member, notes, own, at, locked_at)
                values (:interview, :member, :notes, :own, :at, :locked)
                on conflict (interview, member) do update set notes = excluded.notes,
                  own = excluded.own, at = excluded.at, locked_at = excluded.locked_at
                where scorecard.locked_at is null
                """)
            .param("interview", interview.value())
            .param("member", card.member().value())
            .param("notes", card.notes())
            .param("own", card.own())
            .param("at", Row.at(at))
            .param("locked", Row.atOrNull(card.lockedAt()))
            .update();
    if (rows == 1) {
      scores(interview, card);
    }
    return rows == 1;
  }

  private void scores(InterviewId interview, Scorecard card) {
    jdbc.sql("delete from interviews.score where interview = :interview and member = :member")
        .param("interview", interview.value())
        .param("member", card.member().value())
        .update();
    var criteria = new ArrayList<>(card.scores().keySet());
    jdbc.sql(
            """
            insert into interviews.score (interview, member, criterion, score)
            select :interview, :member, criterion, score
            from unnest(cast(:criteria as text[]), cast(:scores as int[])) as t (criterion, score)
            """)
        .param("interview", interview.value())
        .param("member", card.member().value())
        .param("criteria", criteria.toArray(String[]::new))
        .param("scores", criteria.stream().map(card::score).toArray(Integer[]::new))
        .update();
  }

  /** The mean of a bid's locked cards, and how many there are. */
  record Mean(BidId bid, InterviewId latest, double mean, int cards) {}

  /**
   * For each bid of a job that has any, in one statement; each card counts the same. Whoever asked
   * for the interview or has begun a card is told nothing of it before the own card is locked.
   */
  List<Mean> means(JobId job, PersonId reader) {
    return jdbc.sql(
            """
            select bid, max(interview::text)::uuid as latest, avg(mean)::float8 as mean,
              count(*) as cards
            from (
              select i.bid, i.id as interview, c.member, avg(s.score) as mean
              from interviews.interview i
              join interviews.scorecard c on c.interview = i.id and c.locked_at is not null
              join interviews.score s on s.interview = c.interview and s.member = c.member
              where i.job = :job
                and (exists (select from interviews.scorecard own where own.interview = i.id
                    and own.member = :reader and own.locked_at is not null)
                  or i.host <> :reader and not exists (
                    select from interviews.scorecard own where own.interview = i.id
                      and own.member = :reader))
              group by i.bid, i.id, c.member
            ) card
            group by bid
            """)
        .param("job", job.value())
        .param("reader", reader.value())
        .query((r, n) ->
            new Mean(
                new BidId(id(r, "bid")),
                new InterviewId(id(r, "latest")),
                r.getDouble("mean"),
                integer(r, "cards")))
        .list();
  }
}

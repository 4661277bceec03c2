package org.diestra.platform.live;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.bigintOrNull;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was told to whom. */
@Repository
class LiveStore {
  /** On which PostgreSQL tells every node who has news. */
  static final String CHANNEL = "live";

  /** Stands for everybody, where the names of all would be too long. */
  static final String EVERYBODY = "*";

  /** PostgreSQL takes 7,999 bytes; a name is 22 and a comma. */
  private static final int MOST_NAMED = 300;

  private final JdbcClient jdbc;

  LiveStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Numbers and keeps the news, in the transaction of what it is about. Lines are locked in the
   * order of their people; whoever else has news for one of them waits until this transaction has
   * ended, so that no lower number ever becomes visible after a higher one.
   */
  void write(List<Live.News> news, Instant now) {
    if (news.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            with told as (
              select person, kind, key, row_number() over (partition by person order by n) as nth
              from unnest(cast(:people as uuid[]), cast(:kinds as text[]), cast(:keys as text[]))
                with ordinality as t (person, kind, key, n)
            ), line as (
              insert into live.line as l (person, last)
              select person, count(*) from told group by person order by person
              on conflict (person) do update set last = l.last + excluded.last
              returning l.person, l.last
            )
            insert into live.event (person, sequence, kind, key, at)
            select t.person, l.last - count(*) over (partition by t.person) + t.nth, t.kind, t.key,
              :now
            from told t join line l on l.person = t.person
            """)
        .param("people", news.stream().map(n -> n.person().value()).toArray(UUID[]::new))
        .param("kinds", news.stream().map(Live.News::kind).toArray(String[]::new))
        .param("keys", news.stream().map(Live.News::key).toArray(String[]::new))
        .param("now", at(now))
        .update();
    jdbc.sql("select pg_notify(:channel, :who)")
        .param("channel", CHANNEL)
        .param("who", who(news))
        .query((r, n) -> n)
        .list();
  }

  private static String who(List<Live.News> news) {
    var people = news.stream().map(n -> Ids.text(n.person().value())).distinct().toList();
    return people.size() > MOST_NAMED ? EVERYBODY : String.join(",", people);
  }

  /** How far that person's events go by now; 0 where there was none. */
  long last(PersonId person) {
    return jdbc.sql("select last from live.line where person = :person")
        .param("person", person.value())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /**
   * What there is for one person.
   *
   * @param last the number of the newest, also when it is not among these
   * @param events those that are still kept, in order, at most as many as were asked for
   */
  record Told(long last, List<Event> events) {}

  /** What the lines of a person have at least and at most: one may still be catching up. */
  record Known(long least, long most) {
    Known and(long sent) {
      return new Known(Math.min(least, sent), Math.max(most, sent));
    }
  }

  /**
   * What each of these was told after the number they know, in one statement; who has nothing is
   * left out.
   */
  Map<PersonId, Told> after(Map<PersonId, Known> known, int mostEach) {
    var people = List.copyOf(known.entrySet());
    var found = new HashMap<PersonId, Told>();
    jdbc.sql(
            """
            select l.person, l.last, e.sequence, e.kind, e.key
            from unnest(cast(:people as uuid[]), cast(:least as bigint[]), cast(:most as bigint[]))
              as k (person, least, most)
            join live.line l on l.person = k.person and (l.last <> k.least or l.last <> k.most)
            left join lateral (
              select sequence, kind, key from live.event e
              where e.person = k.person and e.sequence > k.least
              order by e.sequence limit :limit) e on true
            order by l.person, e.sequence
            """)
        .param("people", people.stream().map(e -> e.getKey().value()).toArray(UUID[]::new))
        .param("least", people.stream().map(e -> e.getValue().least()).toArray(Long[]::new))
        .param("most", people.stream().map(e -> e.getValue().most()).toArray(Long[]::new))
        .param("limit", mostEach)
        .query(r -> {
          var person = new PersonId(id(r, "person"));
          long last = bigint(r, "last");
          var told = found.computeIfAbsent(person, p -> new Told(last, new ArrayList<>()));
          var sequence = bigintOrNull(r, "sequence");
          if (sequence != null) {
            told.events().add(new Event(person, sequence, text(r, "kind"), text(r, "key")));
          }
        });
    return found;
  }

  /** Lets go of what is older than that; lines that were down for longer begin anew. */
  int forget(Instant before) {
    return jdbc.sql("delete from live.event where at < :before")
        .param("before", at(before))
        .update();
  }
}

package org.diestra.money.payouts;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WeeklyStore {
  private final JdbcClient jdbc;

  WeeklyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean begin(PersonId person, Instant now, Instant next) {
    return jdbc.sql(
                """
                insert into payouts.weekly (person, since, next_at) values (:person, :now, :next)
                on conflict do nothing
                """)
            .param("person", person.value())
            .param("now", at(now))
            .param("next", at(next))
            .update()
        == 1;
  }

  /** False where there is none. */
  boolean end(PersonId person) {
    return jdbc.sql("delete from payouts.weekly where person = :person")
            .param("person", person.value())
            .update()
        == 1;
  }

  Optional<Instant> next(PersonId person) {
    return jdbc.sql("select next_at from payouts.weekly where person = :person")
        .param("person", person.value())
        .query((r, n) -> instant(r, "next_at"))
        .optional();
  }

  void turn(PersonId person, Instant next) {
    jdbc.sql("update payouts.weekly set next_at = :next where person = :person")
        .param("person", person.value())
        .param("next", at(next))
        .update();
  }

  List<PersonId> due(Instant now, int most) {
    return jdbc.sql(
            """
            select person from payouts.weekly where next_at <= :now order by next_at, person
            limit :most
            """)
        .param("now", at(now))
        .param("most", most)
        .query((r, n) -> new PersonId(id(r, "person")))
        .list();
  }
}

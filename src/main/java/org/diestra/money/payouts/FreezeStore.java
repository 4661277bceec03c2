package org.diestra.money.payouts;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Token;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose payouts stand still, and the links that make them. */
@Repository
class FreezeStore {
  private final JdbcClient jdbc;

  FreezeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void offer(Token token, PersonId person, Instant until) {
    jdbc.sql("insert into payouts.stop (token, person, until_at) values (:token, :person, :until)")
        .param("token", token.hash())
        .param("person", person.value())
        .param("until", at(until))
        .update();
  }

  Optional<PersonId> person(Token token, Instant now) {
    return jdbc.sql("select person from payouts.stop where token = :token and until_at > :now")
        .param("token", token.hash())
        .param("now", at(now))
        .query((r, n) -> new PersonId(id(r, "person")))
        .optional();
  }

  /** False where they stood still already. */
  boolean freeze(PersonId person, Instant now) {
    return jdbc.sql(
                """
                insert into payouts.freeze (id, person, at) values (:id, :person, :now)
                on conflict do nothing
                """)
            .param("id", Ids.fresh())
            .param("person", person.value())
            .param("now", at(now))
            .update()
        == 1;
  }

  /** False where they go on already. */
  boolean end(PersonId person, PersonId by, Instant now) {
    return jdbc.sql(
                """
                update payouts.freeze set ended_at = :now, ended_by = :by
                where person = :person and ended_at is null
                """)
            .param("person", person.value())
            .param("by", by.value())
            .param("now", at(now))
            .update()
        == 1;
  }

  /** The links of letters of before count no more. */
  void forget(PersonId person) {
    jdbc.sql("delete from payouts.stop where person = :person")
        .param("person", person.value())
        .update();
  }

  /** Since when, of those who stand still. */
  Map<PersonId, Instant> among(Collection<PersonId> people) {
    return jdbc
        .sql(
            """
            select person, at from payouts.freeze where ended_at is null and person = any(:people)
            """)
        .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
        .query((r, n) -> new Frozen(new PersonId(id(r, "person")), instant(r, "at")))
        .list()
        .stream()
        .collect(Collectors.toMap(Frozen::person, Frozen::since));
  }

  record Frozen(PersonId person, Instant since) {}

  /** All of them, the oldest first. */
  List<Frozen> all(int most) {
    return jdbc.sql(
            """
            select person, at from payouts.freeze where ended_at is null order by at limit :most
            """)
        .param("most", most)
        .query((r, n) -> new Frozen(new PersonId(id(r, "person")), instant(r, "at")))
        .list();
  }
}

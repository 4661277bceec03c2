package org.diestra.hiring.fees;

import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FeeStore {
  private final JdbcClient jdbc;

  FeeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Rates> at(Instant when) {
    return jdbc.sql(
            """
            select client_bp, assistant_bp from fees.step
            where valid_from <= :when
            order by valid_from desc limit 1
            """)
        .param("when", Row.at(when))
        .query((r, n) -> rates(r))
        .optional();
  }

  List<Fees.Step> all() {
    return jdbc.sql("select * from fees.step order by valid_from desc limit 200")
        .query((r, n) -> new Fees.Step(id(r, "id"), rates(r), instant(r, "valid_from")))
        .list();
  }

  /** False where another step begins at that moment. */
  boolean add(Fees.Step step, PersonId by, Instant at) {
    return jdbc.sql(
                """
                insert into fees.step (id, valid_from, client_bp, assistant_bp, by, at)
                values (:id, :from, :client, :assistant, :by, :at)
                on conflict (valid_from) do nothing
                """)
            .param("id", step.id())
            .param("from", Row.at(step.from()))
            .param("client", step.rates().client())
            .param("assistant", step.rates().assistant())
            .param("by", by.value())
            .param("at", Row.at(at))
            .update()
        == 1;
  }

  boolean remove(UUID step, Instant now) {
    return jdbc.sql("delete from fees.step where id = :id and valid_from > :now")
            .param("id", step)
            .param("now", Row.at(now))
            .update()
        == 1;
  }

  private static Rates rates(ResultSet r) throws SQLException {
    return new Rates(integer(r, "client_bp"), integer(r, "assistant_bp"));
  }
}

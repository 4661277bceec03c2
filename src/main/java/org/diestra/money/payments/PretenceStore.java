package org.diestra.money.payments;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.instant;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PretenceStore {
  private final JdbcClient jdbc;

  PretenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Pretence(Instant answersAt, boolean pays) {}

  /** False where it was told already. */
  boolean add(UUID payment, Instant answersAt, boolean pays, boolean silent) {
    return jdbc.sql(
                """
                insert into payments.pretence (payment, answers_at, pays, silent)
                values (:id, :at, :pays, :silent) on conflict do nothing
                """)
            .param("id", payment)
            .param("at", at(answersAt))
            .param("pays", pays)
            .param("silent", silent)
            .update()
        == 1;
  }

  Optional<Pretence> find(UUID payment) {
    return jdbc.sql("select answers_at, pays from payments.pretence where payment = :id")
        .param("id", payment)
        .query((r, n) -> new Pretence(instant(r, "answers_at"), bool(r, "pays")))
        .optional();
  }
}

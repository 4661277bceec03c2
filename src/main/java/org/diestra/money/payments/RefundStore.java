package org.diestra.money.payments;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.payments.Refund.State;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RefundStore {
  private final JdbcClient jdbc;

  RefundStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Refund refund) {
    jdbc.sql(
            """
            insert into payments.refund (id, organisation, person, rail, currency, amount, state,
              made_at, since)
            values (:id, :client, :person, :rail, :currency, :amount, 'SENT', :since, :since)
            """)
        .param("id", refund.id())
        .param("client", refund.client().value())
        .param("person", refund.person().value())
        .param("rail", refund.rail())
        .param("currency", refund.amount().currency().getCurrencyCode())
        .param("amount", refund.amount().minor())
        .param("since", at(refund.since()))
        .update();
  }

  /** False where it is settled already. */
  boolean settle(UUID id, State state, String evidence, Instant now) {
    return jdbc.sql(
                """
                update payments.refund set state = :state, evidence = :evidence, since = :now
                where id = :id and state = 'SENT'
                """)
            .param("state", state.name())
            .param("evidence", evidence)
            .param("now", at(now))
            .param("id", id)
            .update()
        == 1;
  }

  /** Those that a rail has had since before then without a word, the oldest first. */
  List<UUID> unanswered(Instant before, int most) {
    return jdbc.sql(
            """
            select id from payments.refund where state = 'SENT' and since < :before
            order by since limit :most
            """)
        .param("before", at(before))
        .param("most", most)
        .query((r, n) -> id(r, "id"))
        .list();
  }

  Optional<Refund> find(UUID id) {
    return jdbc.sql("select * from payments.refund where id = :id")
        .param("id", id)
        .query((r, n) -> refund(r))
        .optional();
  }

  private static Refund refund(ResultSet r) throws SQLException {
    return new Refund(
        id(r, "id"),
        new OrganisationId(id(r, "organisation")),
        new PersonId(id(r, "person")),
        text(r, "rail"),
        money(r, "amount", "currency"),
        label(r, "state", State.class),
        instant(r, "since"));
  }
}

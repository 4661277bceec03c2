package org.diestra.money.extras;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.extras.Tip.Dropped;
import org.diestra.money.extras.Tip.Facts;
import org.diestra.money.extras.Tip.Given;
import org.diestra.money.extras.Tip.Promised;
import org.diestra.money.extras.Tip.State;
import org.diestra.platform.accounts.PersonId;
import org.diestra.work.contracts.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TipStore {
  private final JdbcClient jdbc;

  TipStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Promised tip) {
    var facts = tip.facts();
    jdbc.sql(
            """
            insert into extras.tip (id, contract, person, currency, amount, words, state, version,
              made_at, since)
            values (:id, :contract, :person, :currency, :amount, :words, 'PROMISED', 1, :now, :now)
            """)
        .param("id", facts.id())
        .param("contract", facts.contract().value())
        .param("person", facts.person().value())
        .param("currency", facts.amount().currency().getCurrencyCode())
        .param("amount", facts.amount().minor())
        .param("words", facts.words())
        .param("now", at(facts.since()))
        .update();
  }

  /**
   * @throws IllegalStateException if it has moved since it was read
   */
  void move(Tip after) {
    int rows =
        jdbc.sql(
                """
                update extras.tip set state = :state, entry = cast(:entry as uuid),
                  version = :version, since = :since
                where id = :id and version = :version - 1
                """)
            .param("state", after.state().name())
            .param("entry", after instanceof Given(var facts, var entry) ? entry : null)
            .param("version", after.facts().version())
            .param("since", at(after.facts().since()))
            .param("id", after.facts().id())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("has moved: " + after);
    }
  }

  Optional<Tip> find(UUID id) {
    return jdbc.sql("select * from extras.tip where id = :id")
        .param("id", id)
        .query((r, n) -> tip(r))
        .optional();
  }

  Optional<Tip> locked(UUID id) {
    return jdbc.sql("select * from extras.tip where id = :id for update")
        .param("id", id)
        .query((r, n) -> tip(r))
        .optional();
  }

  /** The one of a contract that is not paid yet. */
  Optional<Tip> promised(ContractId contract) {
    return jdbc.sql("select * from extras.tip where contract = :contract and state = 'PROMISED'")
        .param("contract", contract.value())
        .query((r, n) -> tip(r))
        .optional();
  }

  /** Those of a contract that were not dropped, the latest first. */
  List<Tip> of(ContractId contract, int most) {
    return jdbc.sql(
            """
            select * from extras.tip where contract = :contract and state <> 'DROPPED'
            order by made_at desc, id limit :most
            """)
        .param("contract", contract.value())
        .param("most", most)
        .query((r, n) -> tip(r))
        .list();
  }

  private static Tip tip(ResultSet r) throws SQLException {
    var facts =
        new Facts(
            id(r, "id"),
            new ContractId(id(r, "contract")),
            new PersonId(id(r, "person")),
            money(r, "amount", "currency"),
            textOrNull(r, "words"),
            integer(r, "version"),
            instant(r, "since"));
    return switch (label(r, "state", State.class)) {
      case PROMISED -> new Promised(facts);
      case GIVEN -> new Given(facts, id(r, "entry"));
      case DROPPED -> new Dropped(facts);
    };
  }
}

package org.diestra.money.direct;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.dateOrNull;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.moneyOrNull;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.direct.Proof.Arrived;
import org.diestra.money.direct.Proof.Denied;
import org.diestra.money.direct.Proof.Facts;
import org.diestra.money.direct.Proof.Said;
import org.diestra.money.direct.Proof.State;
import org.diestra.money.direct.Proof.Withdrawn;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProofStore {
  private final JdbcClient jdbc;

  ProofStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param parts what of it is for which due, by the due's entry
   */
  void add(Said proof, Map<UUID, Money> parts) {
    var facts = proof.facts();
    jdbc.sql(
            """
            insert into direct.proof (id, contract, person, currency, amount, paid_on, reference,
              state, version, made_at, since)
            values (:id, :contract, :person, :currency, :amount, :day, :reference, 'SAID', 1, :now,
              :now)
            """)
        .param("id", facts.id())
        .param("contract", facts.contract().value())
        .param("person", facts.person().value())
        .param("currency", facts.amount().currency().getCurrencyCode())
        .param("amount", facts.amount().minor())
        .param("day", facts.paidOn())
        .param("reference", facts.reference())
        .param("now", at(facts.since()))
        .update();
    jdbc.sql(
            """
            insert into direct.part (proof, entry, amount)
            select :proof, n.entry, n.amount from unnest(:entries, :amounts) as n(entry, amount)
            """)
        .param("proof", facts.id())
        .param("entries", parts.keySet().toArray(UUID[]::new))
        .param("amounts", parts.values().stream().map(Money::minor).toArray(Long[]::new))
        .update();
    moved(proof, facts.person());
  }

  /** Whether that transfer is named already, and was not taken back. */
  boolean knows(ContractId contract, LocalDate day, String reference) {
    return jdbc.sql(
            """
            select exists (select from direct.proof where contract = :contract and paid_on = :day
              and reference = :reference and state in ('SAID', 'ARRIVED'))
            """)
        .param("contract", contract.value())
        .param("day", day)
        .param("reference", reference)
        .query(Boolean.class)
        .single();
  }

  /**
   * @throws IllegalStateException if it has moved since it was read
   */
  void move(Proof after, PersonId by) {
    var facts = after.facts();
    var arrived = after instanceof Arrived it ? it.amount().minor() : null;
    var words = after instanceof Denied it ? it.words() : null;
    int rows =
        jdbc.sql(
                """
                update direct.proof set state = :state, version = :version, since = :since,
                  arrived = cast(:arrived as bigint), words = coalesce(cast(:words as text), words)
                where id = :id and version = :version - 1
                """)
            .param("state", after.state().name())
            .param("version", facts.version())
            .param("since", at(facts.since()))
            .param("arrived", arrived)
            .param("words", words)
            .param("id", facts.id())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("has moved: " + after);
    }
    moved(after, by);
  }

  private void moved(Proof after, PersonId by) {
    var facts = after.facts();
    jdbc.sql(
            """
            insert into direct.move (proof, version, state, person, at)
            values (:proof, :version, :state, :person, :at)
            """)
        .param("proof", facts.id())
        .param("version", facts.version())
        .param("state", after.state().name())
        .param("person", by.value())
        .param("at", at(facts.since()))
        .update();
  }

  /** What of each part arrived. */
  void arrived(UUID proof, Map<UUID, Money> parts) {
    jdbc.sql(
            """
            update direct.part a set arrived = coalesce((select n.amount
              from unnest(:entries, :amounts) as n(entry, amount) where n.entry = a.entry), 0)
            where a.proof = :proof
            """)
        .param("proof", proof)
        .param("entries", parts.keySet().toArray(UUID[]::new))
        .param("amounts", parts.values().stream().map(Money::minor).toArray(Long[]::new))
        .update();
  }

  Optional<Proof> find(UUID id) {
    return jdbc.sql("select * from direct.proof where id = :id")
        .param("id", id)
        .query((r, n) -> proof(r))
        .optional();
  }

  Optional<Proof> locked(UUID id) {
    return jdbc.sql("select * from direct.proof where id = :id for update")
        .param("id", id)
        .query((r, n) -> proof(r))
        .optional();
  }

  /** Those of a contract, the latest first. */
  List<Proof> of(ContractId contract, int most) {
    return jdbc.sql(
            """
            select * from direct.proof where contract = :contract
            order by made_at desc, id limit :most
            """)
        .param("contract", contract.value())
        .param("most", most)
        .query((r, n) -> proof(r))
        .list();
  }

  /**
   * What of a proof is for what.
   *
   * @param arrived null until the assistant has said so
   */
  record Part(
      UUID entry,
      Money amount,
      @Nullable Money arrived,
      @Nullable String title,
      @Nullable LocalDate week) {

    /** What of it arrived; nothing until the assistant has said so. */
    Money came() {
      return arrived == null ? Money.zero(amount.currency()) : arrived;
    }
  }

  /** The oldest due first. */
  List<Part> parts(UUID proof) {
    return jdbc.sql(
            """
            select a.*, d.currency, d.title, d.week from direct.part a
            join direct.due d on d.entry = a.entry
            where a.proof = :proof order by d.due_at, d.entry
            """)
        .param("proof", proof)
        .query((r, n) ->
            new Part(
                id(r, "entry"),
                money(r, "amount", "currency"),
                moneyOrNull(r, "arrived", "currency"),
                textOrNull(r, "title"),
                dateOrNull(r, "week")))
        .list();
  }

  /** What waits for that assistant's word, the oldest first. */
  List<Proof> unanswered(PersonId assistant, int most) {
    return jdbc.sql(
            """
            select p.* from direct.proof p join payments.plan c on c.contract = p.contract
            where c.assistant = :assistant and p.state = 'SAID' order by p.since limit :most
            """)
        .param("assistant", assistant.value())
        .param("most", most)
        .query((r, n) -> proof(r))
        .list();
  }

  /** Those without an answer for the first or the second of these spans; each is given once. */
  List<Proof> toRemind(Instant now, Duration first, Duration second, int most) {
    return jdbc.sql(
            """
            with chosen as (
              select id from direct.proof
              where state = 'SAID' and (reminded = 0 and since <= :first
                or reminded = 1 and since <= :second)
              order by since limit :most for update skip locked)
            update direct.proof p set reminded = p.reminded + 1 from chosen where p.id = chosen.id
            returning p.*
            """)
        .param("first", at(now.minus(first)))
        .param("second", at(now.minus(second)))
        .param("most", most)
        .query((r, n) -> proof(r))
        .list();
  }

  static Proof proof(ResultSet r) throws SQLException {
    var facts =
        new Facts(
            id(r, "id"),
            new ContractId(id(r, "contract")),
            new PersonId(id(r, "person")),
            money(r, "amount", "currency"),
            date(r, "paid_on"),
            text(r, "reference"),
            integer(r, "version"),
            instant(r, "made_at"),
            instant(r, "since"));
    return switch (label(r, "state", State.class)) {
      case SAID -> new Said(facts);
      case DENIED -> new Denied(facts, text(r, "words"));
      case WITHDRAWN -> new Withdrawn(facts);
      case ARRIVED ->
          new Arrived(facts, Objects.requireNonNull(moneyOrNull(r, "arrived", "currency")));
    };
  }
}

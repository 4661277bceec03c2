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
import java.util.function.Function;
import org.diestra.money.direct.Asked.Share;
import org.diestra.money.direct.Asked.Want;
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
  void add(Said proof, Map<UUID, Share> parts) {
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
            insert into direct.part (proof, entry, amount, transfer)
            select :proof, n.entry, n.amount, n.transfer
            from unnest(:entries, :amounts, :transfers) as n(entry, amount, transfer)
            """)
        .param("proof", facts.id())
        .param("entries", parts.keySet().toArray(UUID[]::new))
        .param("amounts", column(parts, Share::part))
        .param("transfers", column(parts, Share::transfer))
        .update();
    moved(proof, facts.person());
  }

  private static Long[] column(Map<UUID, Share> parts, Function<Share, Money> what) {
    return parts.values().stream().map(s -> what.apply(s).minor()).toArray(Long[]::new);
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
  void arrived(UUID proof, Map<UUID, Share> parts) {
    jdbc.sql(
            """
            update direct.part a set arrived = n.amount, arrived_transfer = n.transfer
            from (
              select p.entry, coalesce(s.amount, 0) as amount, coalesce(s.transfer, 0) as transfer
              from direct.part p
              left join unnest(:entries, :amounts, :transfers) as s(entry, amount, transfer)
                on s.entry = p.entry
              where p.proof = :proof) n
            where a.proof = :proof and a.entry = n.entry
            """)
        .param("proof", proof)
        .param("entries", parts.keySet().toArray(UUID[]::new))
        .param("amounts", column(parts, Share::part))
        .param("transfers", column(parts, Share::transfer))
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
   * @param amount of what is due
   * @param transfer what of the transfer was to cover that, taxes included
   * @param arrived what is covered; null until the assistant has said so
   * @param used what of the transfer covers that; null until then
   */
  record Part(
      UUID entry,
      Money amount,
      Money transfer,
      @Nullable Money arrived,
      @Nullable Money used,
      @Nullable String title,
      @Nullable LocalDate week) {

    /** What of the transfer stands for it by now. */
    Money covers() {
      return used == null ? transfer : used;
    }

    /** The same rate of taxes, for what of it is still wanted. */
    Want want(Money rest) {
      return new Want(entry, rest, Asked.scaled(rest, transfer, amount));
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
                money(r, "transfer", "currency"),
                moneyOrNull(r, "arrived", "currency"),
                moneyOrNull(r, "arrived_transfer", "currency"),
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

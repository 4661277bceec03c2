package org.diestra.money.extras;

import static java.util.Objects.requireNonNull;
import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.atOrNull;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.moneyOrNull;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.extras.Expense.Accepted;
import org.diestra.money.extras.Expense.Approved;
import org.diestra.money.extras.Expense.Asked;
import org.diestra.money.extras.Expense.Facts;
import org.diestra.money.extras.Expense.Funded;
import org.diestra.money.extras.Expense.Handed;
import org.diestra.money.extras.Expense.Lapsed;
import org.diestra.money.extras.Expense.Receipt;
import org.diestra.money.extras.Expense.Refused;
import org.diestra.money.extras.Expense.Returned;
import org.diestra.money.extras.Expense.State;
import org.diestra.money.extras.Expense.Withdrawn;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.platform.blobs.BlobId;
import org.diestra.work.contracts.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ExpenseStore {
  private final JdbcClient jdbc;

  ExpenseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A move, with who made it, or null where time did.
   *
   * @param receipt as it was then, or null
   */
  record Move(
      int version,
      State state,
      @Nullable PersonId person,
      @Nullable String words,
      @Nullable Money amount,
      @Nullable BlobId receipt,
      Instant at) {

    /** What was brought by this very move, or null. */
    @Nullable BlobId brought() {
      return state == State.HANDED ? receipt : null;
    }
  }

  /**
   * @param key the form's own, under which there is none in its contract
   */
  void add(Asked asked, UUID key, PersonId by) {
    var facts = asked.facts();
    jdbc.sql(
            """
            insert into extras.expense (id, key, contract, what, currency, ceiling, by_day,
              state, version, made_at, since, due_at)
            values (:id, :key, :contract, :what, :currency, :ceiling, :by, 'ASKED', 1, :now,
              :now, :due)
            """)
        .param("id", facts.id())
        .param("key", key)
        .param("due", atOrNull(asked.dueAt()))
        .param("contract", facts.contract().value())
        .param("what", facts.what())
        .param("currency", facts.ceiling().currency().getCurrencyCode())
        .param("ceiling", facts.ceiling().minor())
        .param("by", facts.by())
        .param("now", at(facts.since()))
        .update();
    remember(asked, by);
  }

  Optional<Expense> find(ContractId contract, UUID key) {
    return jdbc.sql("select * from extras.expense where contract = :contract and key = :key")
        .param("contract", contract.value())
        .param("key", key)
        .query((r, n) -> expense(r))
        .optional();
  }

  /**
   * @param by who moved it, or null where time did
   * @throws IllegalStateException if it has moved since it was read
   */
  void move(Expense after, @Nullable PersonId by) {
    var receipt = after.receipt();
    int rows =
        jdbc.sql(
                """
                update extras.expense set state = :state,
                  amount = coalesce(cast(:amount as bigint), amount),
                  receipt = coalesce(cast(:receipt as uuid), receipt),
                  words = :words, entry = cast(:entry as uuid), version = :version, since = :since,
                  due_at = :due
                where id = :id and version = :version - 1
                """)
            .param("state", after.state().name())
            .param("amount", receipt == null ? null : receipt.amount().minor())
            .param("receipt", receipt == null ? null : receipt.file().value())
            .param("words", after.words())
            .param("entry", after instanceof Accepted accepted ? accepted.entry() : null)
            .param("version", after.facts().version())
            .param("since", at(after.facts().since()))
            .param("due", atOrNull(after.dueAt()))
            .param("id", after.facts().id())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("has moved: " + after);
    }
    remember(after, by);
  }

  private void remember(Expense after, @Nullable PersonId by) {
    var receipt = after.receipt();
    jdbc.sql(
            """
            insert into extras.move (expense, version, state, person, words, amount, receipt, at)
            values (:id, :version, :state, cast(:person as uuid), :words, cast(:amount as bigint),
              cast(:receipt as uuid), :at)
            """)
        .param("id", after.facts().id())
        .param("version", after.facts().version())
        .param("state", after.state().name())
        .param("person", by == null ? null : by.value())
        .param("words", after.words())
        .param("amount", receipt == null ? null : receipt.amount().minor())
        .param("receipt", receipt == null ? null : receipt.file().value())
        .param("at", at(after.facts().since()))
        .update();
  }

  Optional<Expense> find(UUID id) {
    return jdbc.sql("select * from extras.expense where id = :id")
        .param("id", id)
        .query((r, n) -> expense(r))
        .optional();
  }

  Optional<Expense> locked(UUID id) {
    return jdbc.sql("select * from extras.expense where id = :id for update")
        .param("id", id)
        .query((r, n) -> expense(r))
        .optional();
  }

  /** When its ceiling was paid in. */
  Instant fundedAt(UUID expense) {
    return jdbc.sql("select at from extras.move where expense = :expense and state = 'FUNDED'")
        .param("expense", expense)
        .query((r, n) -> instant(r, "at"))
        .single();
  }

  /** Those for which time should have decided before then, the oldest first. */
  List<UUID> overdue(Instant before, int most) {
    return jdbc.sql(
            "select id from extras.expense where due_at < :before order by due_at limit :most")
        .param("before", at(before))
        .param("most", most)
        .query((r, n) -> id(r, "id"))
        .list();
  }

  /** It is looked at again when time decides. */
  void look(Expense again) {
    jdbc.sql("update extras.expense set due_at = :due where id = :id")
        .param("due", atOrNull(again.dueAt()))
        .param("id", again.facts().id())
        .update();
  }

  /**
   * What waits for these clients, or for this assistant; the longest first. A payment that is on
   * its way is waited for, and asked for no more.
   */
  List<Expense> waiting(List<OrganisationId> clients, PersonId assistant, int most) {
    return jdbc.sql(
            """
            select e.* from extras.expense e join payments.plan p on p.contract = e.contract
            where e.state in ('ASKED', 'APPROVED', 'HANDED') and p.organisation = any(:clients)
                and not exists (select from payments.pay_in i where i.contract = e.contract
                  and i.extra = e.id and i.state = 'SENT')
              or e.state in ('FUNDED', 'RETURNED') and p.assistant = :assistant
            order by e.since limit :most
            """)
        .param("clients", clients.stream().map(OrganisationId::value).toArray(UUID[]::new))
        .param("assistant", assistant.value())
        .param("most", most)
        .query((r, n) -> expense(r))
        .list();
  }

  /** Those of a contract, the open ones first, then the latest. */
  List<Expense> of(ContractId contract, int most) {
    return jdbc.sql(
            """
            select * from extras.expense where contract = :contract
            order by state in ('REFUSED', 'ACCEPTED', 'WITHDRAWN', 'LAPSED'), made_at desc, id
            limit :most
            """)
        .param("contract", contract.value())
        .param("most", most)
        .query((r, n) -> expense(r))
        .list();
  }

  /** What happened so far, from the first move to the last. */
  List<Move> moves(Expense of) {
    return jdbc.sql(
            """
            select m.*, e.currency from extras.move m join extras.expense e on e.id = m.expense
            where m.expense = :id order by m.version
            """)
        .param("id", of.facts().id())
        .query((r, n) -> move(r))
        .list();
  }

  private static Move move(ResultSet r) throws SQLException {
    var person = idOrNull(r, "person");
    var receipt = idOrNull(r, "receipt");
    return new Move(
        integer(r, "version"),
        label(r, "state", State.class),
        person == null ? null : new PersonId(person),
        textOrNull(r, "words"),
        moneyOrNull(r, "amount", "currency"),
        receipt == null ? null : new BlobId(receipt),
        instant(r, "at"));
  }

  private static Expense expense(ResultSet r) throws SQLException {
    var facts =
        new Facts(
            id(r, "id"),
            new ContractId(id(r, "contract")),
            text(r, "what"),
            money(r, "ceiling", "currency"),
            date(r, "by_day"),
            integer(r, "version"),
            instant(r, "since"));
    return switch (label(r, "state", State.class)) {
      case ASKED -> new Asked(facts);
      case REFUSED -> new Refused(facts, text(r, "words"));
      case APPROVED -> new Approved(facts);
      case FUNDED -> new Funded(facts);
      case HANDED -> new Handed(facts, receipt(r));
      case RETURNED -> new Returned(facts, receipt(r), text(r, "words"));
      case ACCEPTED -> new Accepted(facts, receipt(r), id(r, "entry"));
      case WITHDRAWN -> new Withdrawn(facts);
      case LAPSED -> new Lapsed(facts);
    };
  }

  private static Receipt receipt(ResultSet r) throws SQLException {
    return new Receipt(
        requireNonNull(moneyOrNull(r, "amount", "currency")), new BlobId(id(r, "receipt")));
  }
}

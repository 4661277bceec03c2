package org.diestra.money.payments;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diestra.money.ledger.Book;
import org.diestra.money.payments.PayIn.Failed;
import org.diestra.money.payments.PayIn.Open;
import org.diestra.money.payments.PayIn.Paid;
import org.diestra.money.payments.PayIn.Sent;
import org.diestra.money.payments.PayIn.State;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.tasks.TaskId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PayInStore {
  private final JdbcClient jdbc;

  PayInStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Open open) {
    var facts = open.facts();
    jdbc.sql(
            """
            insert into payments.pay_in (id, contract, task, extra, period, person, rail, currency, price, fee,
              state, version, made_at, since)
            values (:id, :contract, cast(:task as uuid), cast(:extra as uuid), cast(:period as uuid), :person, :rail,
              :currency, :price, :fee, 'OPEN', 1,
              :since, :since)
            """)
        .param("id", facts.id())
        .param("contract", facts.subject().contract().value())
        .param("task", task(facts.subject()))
        .param("extra", facts.subject().extra())
        .param("period", facts.subject().period())
        .param("person", facts.person().value())
        .param("rail", facts.rail())
        .param("currency", facts.price().currency().getCurrencyCode())
        .param("price", facts.price().minor())
        .param("fee", facts.fee().minor())
        .param("since", at(facts.since()))
        .update();
  }

  /**
   * @throws IllegalStateException if it has moved since it was read
   */
  void move(PayIn after) {
    int rows =
        jdbc.sql(
                """
                update payments.pay_in set state = :state, evidence = :evidence, version = :version,
                  since = :since
                where id = :id and version = :version - 1
                """)
            .param("state", after.state().name())
            .param("evidence", after.evidence())
            .param("version", after.facts().version())
            .param("since", at(after.facts().since()))
            .param("id", after.facts().id())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("has moved: " + after);
    }
  }

  Optional<PayIn> find(UUID id) {
    return jdbc.sql("select * from payments.pay_in where id = :id")
        .param("id", id)
        .query((r, n) -> payIn(r))
        .optional();
  }

  List<PayIn> all(Collection<UUID> ids) {
    return jdbc.sql("select * from payments.pay_in where id = any(:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query((r, n) -> payIn(r))
        .list();
  }

  Optional<PayIn> locked(UUID id) {
    return jdbc.sql("select * from payments.pay_in where id = :id for update")
        .param("id", id)
        .query((r, n) -> payIn(r))
        .optional();
  }

  /** The one that is on its way, if any. */
  Optional<PayIn> live(Subject subject) {
    return jdbc.sql(
            """
            select * from payments.pay_in where contract = :contract and state in ('OPEN', 'SENT')
              and task is not distinct from cast(:task as uuid)
              and extra is not distinct from cast(:extra as uuid)
              and period is not distinct from cast(:period as uuid)
            """)
        .param("contract", subject.contract().value())
        .param("task", task(subject))
        .param("extra", subject.extra())
        .param("period", subject.period())
        .query((r, n) -> payIn(r))
        .optional();
  }

  /** Those that are on their way, the latest first. */
  List<PayIn> live(ContractId contract) {
    return jdbc.sql(
            """
            select * from payments.pay_in where contract = :contract and state in ('OPEN', 'SENT')
            order by made_at desc
            """)
        .param("contract", contract.value())
        .query((r, n) -> payIn(r))
        .list();
  }

  /** Those of a book that are on their way, of one client or of all, the oldest first. */
  List<PayIn> live(Book book, @Nullable OrganisationId client, int most) {
    return jdbc.sql(
            """
            select i.* from payments.pay_in i join payments.plan p on p.contract = i.contract
            where i.rail = :rail and i.currency = :currency and i.state in ('OPEN', 'SENT')
              and (cast(:client as uuid) is null or p.organisation = cast(:client as uuid))
            order by i.made_at limit :most
            """)
        .param("rail", book.rail())
        .param("currency", book.currency().getCurrencyCode())
        .param("client", client == null ? null : client.value())
        .param("most", most)
        .query((r, n) -> payIn(r))
        .list();
  }

  /** Of these contracts, those for whose hours a rail has a payment. */
  Set<ContractId> coming(Collection<ContractId> contracts) {
    return Set.copyOf(
        jdbc.sql(
                """
                select contract from payments.pay_in
                where contract = any(:contracts) and task is null and extra is null
                  and period is null and state = 'SENT'
                """)
            .param("contracts", contracts.stream().map(ContractId::value).toArray(UUID[]::new))
            .query((r, n) -> new ContractId(id(r, "contract")))
            .list());
  }

  /** Of these months of retainers, those for which a rail has a payment. */
  Set<UUID> comingPeriods(Collection<UUID> periods) {
    return Set.copyOf(
        jdbc.sql(
                """
                select period from payments.pay_in
                where period = any(:periods) and state = 'SENT'
                """)
            .param("periods", periods.toArray(UUID[]::new))
            .query((r, n) -> id(r, "period"))
            .list());
  }

  /** Those that these rails have had since before then without a word, the oldest first. */
  List<UUID> unanswered(Collection<String> rails, Instant before, int most) {
    return jdbc.sql(
            """
            select id from payments.pay_in
            where state = 'SENT' and since < :before and rail = any(:rails)
            order by since limit :most
            """)
        .param("rails", rails.toArray(String[]::new))
        .param("before", at(before))
        .param("most", most)
        .query((r, n) -> id(r, "id"))
        .list();
  }

  private static @Nullable UUID task(Subject subject) {
    var task = subject.task();
    return task == null ? null : task.value();
  }

  private static Subject subject(ResultSet r) throws SQLException {
    var task = idOrNull(r, "task");
    return new Subject(
        new ContractId(id(r, "contract")),
        task == null ? null : new TaskId(task),
        idOrNull(r, "extra"),
        idOrNull(r, "period"));
  }

  private static PayIn payIn(ResultSet r) throws SQLException {
    var facts =
        new PayIn.Facts(
            id(r, "id"),
            subject(r),
            new PersonId(id(r, "person")),
            text(r, "rail"),
            money(r, "price", "currency"),
            money(r, "fee", "currency"),
            integer(r, "version"),
            instant(r, "since"));
    return switch (label(r, "state", State.class)) {
      case OPEN -> new Open(facts);
      case SENT -> new Sent(facts);
      case PAID -> new Paid(facts, text(r, "evidence"));
      case FAILED -> new Failed(facts, text(r, "evidence"));
    };
  }
}

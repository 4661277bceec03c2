package org.diestra.money.payouts;

import static java.util.Objects.requireNonNull;
import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.ledger.Book;
import org.diestra.money.payouts.Payout.Approval;
import org.diestra.money.payouts.Payout.Approved;
import org.diestra.money.payouts.Payout.Facts;
import org.diestra.money.payouts.Payout.Release;
import org.diestra.money.payouts.Payout.Requested;
import org.diestra.money.payouts.Payout.State;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PayoutStore {
  private final JdbcClient jdbc;

  PayoutStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Requested fresh, @Nullable PersonId by) {
    var facts = fresh.facts();
    jdbc.sql(
            """
            insert into payouts.payout (id, person, rail, currency, amount, weekly, state, version,
              made_at, since)
            values (:id, :person, :rail, :currency, :amount, :weekly, 'REQUESTED', 1, :now, :now)
            """)
        .param("id", facts.id())
        .param("person", facts.person().value())
        .param("rail", facts.book().rail())
        .param("currency", facts.book().currency().getCurrencyCode())
        .param("amount", facts.amount().minor())
        .param("weekly", facts.weekly())
        .param("now", at(facts.madeAt()))
        .update();
    note(fresh, by);
  }

  /**
   * @param by who took the step, or null for the house and for rails
   * @throws IllegalStateException if it has moved since it was read
   */
  void move(Payout after, @Nullable PersonId by) {
    var facts = after.facts();
    var approval = after.approved();
    var release = after.released();
    int changed =
        jdbc.sql(
                """
                update payouts.payout set state = :state, version = :version, since = :since,
                  approved_by = cast(:approvedBy as uuid), payee = cast(:payee as uuid),
                  binding = cast(:binding as text), released_by = cast(:releasedBy as uuid),
                  batch = cast(:batch as uuid), evidence = cast(:evidence as text)
                where id = :id and version = :version - 1
                """)
            .param("id", facts.id())
            .param("state", after.state().name())
            .param("version", facts.version())
            .param("since", at(facts.since()))
            .param("approvedBy", approval == null ? null : approval.by().value())
            .param("payee", approval == null ? null : approval.payee())
            .param("binding", approval == null ? null : approval.binding())
            .param("releasedBy", release == null ? null : release.by().value())
            .param("batch", release == null ? null : release.batch())
            .param("evidence", after.evidence())
            .update();
    if (changed != 1) {
      throw new IllegalStateException("has moved meanwhile: " + facts.id());
    }
    note(after, by);
  }

  private void note(Payout payout, @Nullable PersonId by) {
    jdbc.sql(
            """
            insert into payouts.move (payout, version, state, by, at, evidence)
            values (:id, :version, :state, cast(:by as uuid), :at, cast(:evidence as text))
            """)
        .param("id", payout.facts().id())
        .param("version", payout.facts().version())
        .param("state", payout.state().name())
        .param("by", by == null ? null : by.value())
        .param("at", at(payout.facts().since()))
        .param("evidence", payout.evidence())
        .update();
  }

  /**
   * A step as it was taken.
   *
   * @param evidence the bank's reference, or why it ended otherwise
   */
  record Move(State state, Instant at, @Nullable String evidence) {}

  List<Move> moves(UUID payout) {
    return jdbc.sql(
            """
            select state, at, evidence from payouts.move where payout = :id order by version
            """)
        .param("id", payout)
        .query((r, n) ->
            new Move(label(r, "state", State.class), instant(r, "at"), textOrNull(r, "evidence")))
        .list();
  }

  Optional<Payout> find(UUID id) {
    return jdbc.sql("select * from payouts.payout where id = :id")
        .param("id", id)
        .query((r, n) -> payout(r))
        .optional();
  }

  /** Somebody's, the latest first, after one of them or from the first on. */
  List<Payout> of(PersonId person, @Nullable UUID after, int most) {
    var where =
        after == null
            ? ""
            : " and (made_at, id) < (select made_at, id from payouts.payout where id = :after)";
    var asked =
        jdbc.sql(
                """
                select * from payouts.payout where person = :person%s
                order by made_at desc, id desc limit :most
                """
                    .formatted(where))
            .param("person", person.value())
            .param("most", most);
    return (after == null ? asked : asked.param("after", after)).query((r, n) -> payout(r)).list();
  }

  /** What waits for an operator, the oldest first. */
  List<Payout> in(State state, int most) {
    return jdbc.sql(
            """
            select * from payouts.payout where state = :state order by since, id limit :most
            """)
        .param("state", state.name())
        .param("most", most)
        .query((r, n) -> payout(r))
        .list();
  }

  /** The approved ones of somebody. */
  List<Approved> approved(PersonId person) {
    return jdbc
        .sql(
            """
            select * from payouts.payout where person = :person and state = 'APPROVED' order by id
            """)
        .param("person", person.value())
        .query((r, n) -> payout(r))
        .list()
        .stream()
        .map(Approved.class::cast)
        .toList();
  }

  /**
   * Of these, the approved ones of a book that this operator may release, the oldest first.
   *
   * @param sepa whether to accounts that SEPA reaches, in euros, or to all others
   */
  List<Approved> releasable(Book book, boolean sepa, PersonId operator, Collection<UUID> chosen) {
    return jdbc
        .sql(
            """
            select p.* from payouts.payout p join payouts.payee y on y.id = p.payee
            where p.state = 'APPROVED' and p.rail = :rail and p.currency = :currency
              and (y.sepa and p.currency = 'EUR') = :sepa
              and p.approved_by <> :operator and p.person <> :operator and p.id = any(:chosen)
            order by p.since, p.id
            """)
        .param("rail", book.rail())
        .param("currency", book.currency().getCurrencyCode())
        .param("sepa", sepa)
        .param("operator", operator.value())
        .param("chosen", chosen.toArray(UUID[]::new))
        .query((r, n) -> payout(r))
        .list()
        .stream()
        .map(Approved.class::cast)
        .toList();
  }

  List<Payout> inBatch(UUID batch) {
    return jdbc.sql("select * from payouts.payout where batch = :batch order by id")
        .param("batch", batch)
        .query((r, n) -> payout(r))
        .list();
  }

  /** Sent before that, and nothing heard of since. */
  List<UUID> silent(Instant before, int most) {
    return jdbc.sql(
            """
            select id from payouts.payout where state = 'SENT' and since < :before
            order by since limit :most
            """)
        .param("before", at(before))
        .param("most", most)
        .query((r, n) -> id(r, "id"))
        .list();
  }

  static Payout payout(ResultSet row) throws SQLException {
    var facts = facts(row);
    var approvedBy = idOrNull(row, "approved_by");
    var approval =
        approvedBy == null
            ? null
            : new Approval(new PersonId(approvedBy), id(row, "payee"), text(row, "binding"));
    var releasedBy = idOrNull(row, "released_by");
    var release =
        releasedBy == null ? null : new Release(new PersonId(releasedBy), id(row, "batch"));
    return switch (label(row, "state", State.class)) {
      case REQUESTED -> new Requested(facts);
      case APPROVED -> new Approved(facts, requireNonNull(approval));
      case SENT -> new Payout.Sent(facts, requireNonNull(approval), requireNonNull(release));
      case PAID ->
          new Payout.Paid(
              facts, requireNonNull(approval), requireNonNull(release), text(row, "evidence"));
      case RETURNED ->
          new Payout.Returned(
              facts, requireNonNull(approval), requireNonNull(release), text(row, "evidence"));
      case CANCELLED -> new Payout.Cancelled(facts, text(row, "evidence"));
    };
  }

  private static Facts facts(ResultSet row) throws SQLException {
    var amount = money(row, "amount", "currency");
    return new Facts(
        id(row, "id"),
        new PersonId(id(row, "person")),
        new Book(text(row, "rail"), amount.currency()),
        amount,
        bool(row, "weekly"),
        integer(row, "version"),
        instant(row, "made_at"),
        instant(row, "since"));
  }
}

package org.diestra.money.transfers;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
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
import org.diestra.money.transfers.SendBack.State;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SendBackStore {
  private final JdbcClient jdbc;
  private final LineStore lines;

  SendBackStore(JdbcClient jdbc, LineStore lines) {
    this.jdbc = jdbc;
    this.lines = lines;
  }

  /** Once for a refund, however often. */
  void add(SendBack back) {
    jdbc.sql(
            """
            insert into transfers.send_back (refund, account, organisation, currency, amount,
              end_to_end, party, party_account, state, made_at, since)
            values (:refund, :account, :client, :currency, :amount, :endToEnd, :party, :sealed,
              'WAITING', :since, :since)
            on conflict do nothing
            """)
        .param("refund", back.refund())
        .param("account", back.collecting())
        .param("client", back.client().value())
        .param("currency", back.amount().currency().getCurrencyCode())
        .param("amount", back.amount().minor())
        .param("endToEnd", back.endToEnd())
        .param("party", back.party())
        .param("sealed", lines.sealed(back.refund(), back.account()))
        .param("since", at(back.since()))
        .update();
  }

  /** False where it waits no more. */
  boolean tell(UUID refund, String party, String account, PersonId by) {
    return jdbc.sql(
                """
                update transfers.send_back set party = :party, party_account = :sealed,
                  told_by = :by, checked_by = null
                where refund = :refund and state = 'WAITING'
                """)
            .param("party", party)
            .param("sealed", lines.sealed(refund, account))
            .param("by", by.value())
            .param("refund", refund)
            .update()
        == 1;
  }

  /** False where it was told by the same, or waits for nobody's look. */
  boolean check(UUID refund, PersonId by) {
    return jdbc.sql(
                """
                update transfers.send_back set checked_by = :by
                where refund = :refund and state = 'WAITING' and told_by <> :by
                  and checked_by is null
                """)
            .param("by", by.value())
            .param("refund", refund)
            .update()
        == 1;
  }

  /** False where it waits no more. */
  boolean settle(UUID refund, State state, String evidence, Instant now) {
    return jdbc.sql(
                """
                update transfers.send_back set state = :state, evidence = :evidence, since = :now
                where refund = :refund and state = 'WAITING'
                """)
            .param("state", state.name())
            .param("evidence", evidence)
            .param("now", at(now))
            .param("refund", refund)
            .update()
        == 1;
  }

  Optional<SendBack> find(UUID refund) {
    return jdbc.sql("select * from transfers.send_back where refund = :refund")
        .param("refund", refund)
        .query((r, n) -> back(r))
        .optional();
  }

  Optional<SendBack> locked(UUID refund) {
    return jdbc.sql("select * from transfers.send_back where refund = :refund for update")
        .param("refund", refund)
        .query((r, n) -> back(r))
        .optional();
  }

  /**
   * One that a statement may name.
   *
   * @param left whether a line shows that it left
   * @param came whether a line shows that it came back
   */
  record Named(SendBack back, boolean left, boolean came) {}

  /** Those that a statement may name by these references. */
  List<Named> named(Collection<String> endToEnd) {
    return jdbc.sql(
            """
            select b.*, l.left_us, l.came from transfers.send_back b
            cross join lateral (
              select coalesce(bool_or(amount < 0), false) as left_us,
                coalesce(bool_or(amount > 0), false) as came
              from transfers.line where refund = b.refund) l
            where b.end_to_end = any(:names)
            """)
        .param("names", endToEnd.toArray(String[]::new))
        .query((r, n) -> new Named(back(r), bool(r, "left_us"), bool(r, "came")))
        .list();
  }

  /** Those of an amount that left or are to leave, and that no line shows; the oldest first. */
  List<SendBack> unseen(Money amount) {
    return jdbc.sql(
            """
            select * from transfers.send_back b
            where state <> 'REFUSED' and currency = :currency and amount = :amount
              and not exists (select from transfers.line l where l.refund = b.refund and l.amount < 0)
            order by made_at limit 20
            """)
        .param("currency", amount.currency().getCurrencyCode())
        .param("amount", amount.minor())
        .query((r, n) -> back(r))
        .list();
  }

  /** What went or is to go to a client's accounts, of all that we know which. */
  List<SendBack> sent(OrganisationId client) {
    return jdbc.sql(
            """
            select * from transfers.send_back
            where organisation = :client and state <> 'REFUSED' and party_account is not null
            """)
        .param("client", client.value())
        .query((r, n) -> back(r))
        .list();
  }

  /** Those that wait, the oldest first, and then the latest of the others. */
  List<SendBack> list(int most) {
    return jdbc.sql(
            """
            (select * from transfers.send_back where state = 'WAITING' order by made_at limit :most)
            union all
            (select * from transfers.send_back where state <> 'WAITING'
              order by since desc limit 5)
            """)
        .param("most", most)
        .query((r, n) -> back(r))
        .list();
  }

  private SendBack back(ResultSet r) throws SQLException {
    var refund = id(r, "refund");
    return new SendBack(
        refund,
        id(r, "account"),
        new OrganisationId(id(r, "organisation")),
        money(r, "amount", "currency"),
        text(r, "end_to_end"),
        textOrNull(r, "party"),
        lines.opened(refund, r.getBytes("party_account")),
        person(r, "told_by"),
        person(r, "checked_by"),
        label(r, "state", State.class),
        textOrNull(r, "evidence"),
        instant(r, "since"));
  }

  private static @Nullable PersonId person(ResultSet r, String column) throws SQLException {
    var id = idOrNull(r, column);
    return id == null ? null : new PersonId(id);
  }
}

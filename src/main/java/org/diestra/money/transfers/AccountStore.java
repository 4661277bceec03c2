package org.diestra.money.transfers;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.banking.CsvColumns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountStore {
  private final JdbcClient jdbc;

  AccountStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(CollectingAccount account, PersonId by) {
    jdbc.sql(
            """
            insert into transfers.account (id, currency, holder, iban, number, bank, bic, offered,
              made_by, made_at)
            values (:id, :currency, :holder, :iban, :number, :bank, :bic, true, :by, :now)
            """)
        .param("id", account.id())
        .param("currency", account.currency().getCurrencyCode())
        .param("holder", account.holder())
        .param("iban", account.iban())
        .param("number", account.number())
        .param("bank", account.bank())
        .param("bic", account.bic())
        .param("by", by.value())
        .param("now", at(account.madeAt()))
        .update();
  }

  /** False where it is not offered any more. */
  boolean close(UUID id) {
    return jdbc.sql("update transfers.account set offered = false where id = :id and offered")
            .param("id", id)
            .update()
        == 1;
  }

  /** False where it is offered already. */
  boolean offer(UUID id) {
    return jdbc.sql("update transfers.account set offered = true where id = :id and not offered")
            .param("id", id)
            .update()
        == 1;
  }

  /** So that of two who offer one in a currency, one does after the other. */
  void lock(Currency currency) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))::text")
        .param("name", "transfers.account:" + currency.getCurrencyCode())
        .query(String.class)
        .single();
  }

  /** So that of two who import for it, one does after the other. */
  Optional<CollectingAccount> locked(UUID id) {
    return jdbc.sql("select * from transfers.account where id = :id for update")
        .param("id", id)
        .query((r, n) -> account(r))
        .optional();
  }

  void name(UUID id, CsvColumns columns) {
    int rows =
        jdbc.sql("update transfers.account set columns = :columns where id = :id")
            .param("columns", columns.text())
            .param("id", id)
            .update();
    if (rows != 1) {
      throw new IllegalStateException("no such account: " + id);
    }
  }

  Optional<CollectingAccount> find(UUID id) {
    return jdbc.sql("select * from transfers.account where id = :id")
        .param("id", id)
        .query((r, n) -> account(r))
        .optional();
  }

  /** Offered ones first, then the latest. */
  List<CollectingAccount> all() {
    return jdbc.sql("select * from transfers.account order by offered desc, currency, made_at desc")
        .query((r, n) -> account(r))
        .list();
  }

  /** Whether there is one in its currency with its IBAN or number. */
  boolean knows(CollectingAccount account) {
    return jdbc.sql(
            """
            select exists (select from transfers.account
              where currency = :c and coalesce(iban, number) = :plain) as yes
            """)
        .param("c", account.currency().getCurrencyCode())
        .param("plain", account.plain())
        .query((r, n) -> bool(r, "yes"))
        .single();
  }

  boolean offered(Currency currency) {
    return jdbc.sql(
            "select exists (select from transfers.account where currency = :c and offered) as yes")
        .param("c", currency.getCurrencyCode())
        .query((r, n) -> bool(r, "yes"))
        .single();
  }

  /** The one on which clients pay in that currency: the offered one, or else the latest. */
  Optional<CollectingAccount> of(Currency currency) {
    return jdbc.sql(
            """
            select * from transfers.account where currency = :currency
            order by offered desc, made_at desc limit 1
            """)
        .param("currency", currency.getCurrencyCode())
        .query((r, n) -> account(r))
        .optional();
  }

  private static CollectingAccount account(ResultSet r) throws SQLException {
    var columns = textOrNull(r, "columns");
    return new CollectingAccount(
        id(r, "id"),
        Currency.getInstance(text(r, "currency")),
        text(r, "holder"),
        textOrNull(r, "iban"),
        textOrNull(r, "number"),
        text(r, "bank"),
        text(r, "bic"),
        bool(r, "offered"),
        columns == null ? null : CsvColumns.of(columns),
        instant(r, "made_at"));
  }
}

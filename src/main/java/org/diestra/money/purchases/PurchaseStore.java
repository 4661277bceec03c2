package org.diestra.money.purchases;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.labelOrNull;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diestra.office.books.AccountId;
import org.diestra.office.dues.DueId;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which books take invoices in, and what became of each. */
@Repository
class PurchaseStore {
  private final JdbcClient jdbc;

  PurchaseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Standing> find(WorkspaceId workspace) {
    return jdbc.sql("select * from purchases.standing where workspace = :workspace")
        .param("workspace", workspace.value())
        .query((r, n) -> standing(r))
        .optional();
  }

  /** The same; nobody changes it, and nobody else brings anything there, until that is done. */
  Optional<Standing> lock(WorkspaceId workspace) {
    return jdbc.sql("select * from purchases.standing where workspace = :workspace for update")
        .param("workspace", workspace.value())
        .query((r, n) -> standing(r))
        .optional();
  }

  /** Those that take in, some after another; all at the beginning for null. */
  List<Standing> live(@Nullable WorkspaceId after, int most) {
    return jdbc.sql(
            """
            select * from purchases.standing where live
              and (cast(:after as uuid) is null or workspace > :after)
            order by workspace limit :most
            """)
        .param("after", after == null ? null : after.value())
        .param("most", most)
        .query((r, n) -> standing(r))
        .list();
  }

  private static Standing standing(ResultSet r) throws SQLException {
    return new Standing(
        new WorkspaceId(id(r, "workspace")),
        new PersonId(id(r, "made_by")),
        new AccountId(id(r, "account")),
        date(r, "since"),
        bool(r, "live"),
        textOrNull(r, "why"),
        bool(r, "caught"),
        integer(r, "version"));
  }

  /** False where it has moved on, or is there already for the first version. */
  boolean put(Standing after) {
    return jdbc.sql(
                """
                insert into purchases.standing as s
                  (workspace, made_by, account, since, live, why, caught, version)
                select :workspace, :by, :account, :since, :live, :why, :caught, :version
                  where :version = 1
                    or exists (select from purchases.standing where workspace = :workspace)
                on conflict (workspace) do update set made_by = :by, account = :account,
                  since = :since, live = :live, why = :why, caught = :caught, version = :version
                  where s.version = :version - 1
                """)
            .param("workspace", after.workspace().value())
            .param("by", after.by().value())
            .param("account", after.account().value())
            .param("since", after.since())
            .param("live", after.live())
            .param("why", after.why())
            .param("caught", after.caught())
            .param("version", after.version())
            .update()
        == 1;
  }

  /** All since its first day was looked through once. */
  void caught(Standing standing) {
    jdbc.sql(
            "update purchases.standing set caught = true"
                + " where workspace = :workspace and version = :version")
        .param("workspace", standing.workspace().value())
        .param("version", standing.version())
        .update();
  }

  /** Those of the invoices that were brought once, whatever became of their bills. */
  Set<UUID> settled(WorkspaceId workspace, Collection<UUID> invoices) {
    return new HashSet<>(
        jdbc.sql(
                """
                select invoice from purchases.brought
                where workspace = :workspace and invoice = any(:invoices) and why is null
                """)
            .param("workspace", workspace.value())
            .param("invoices", invoices.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  void put(Brought one, Instant now) {
    var bill = one.bill();
    var why = one.why();
    jdbc.sql(
            """
            insert into purchases.brought as b (workspace, invoice, number, seller, day, currency,
              payable, bill, why, papered, at)
            values (:workspace, :invoice, :number, :seller, :day, :currency, :payable, :bill, :why, false,
              :now)
            on conflict (workspace, invoice) do update set bill = :bill, why = :why, at = :now
              where b.why is not null
            """)
        .param("workspace", one.workspace().value())
        .param("invoice", one.invoice())
        .param("number", one.number())
        .param("seller", one.seller())
        .param("day", one.day())
        .param("currency", one.payable().currency().getCurrencyCode())
        .param("payable", one.payable().minor())
        .param("bill", bill == null ? null : bill.value())
        .param("why", why == null ? null : why.name())
        .param("now", at(now))
        .update();
  }

  /** Those whose bill lacks its paper, from that day on. */
  List<Brought> bare(WorkspaceId workspace, LocalDate from, int most) {
    return jdbc.sql(
            """
            select * from purchases.brought where workspace = :workspace and bill is not null
              and not papered and day >= :from order by day limit :most
            """)
        .param("workspace", workspace.value())
        .param("from", from)
        .param("most", most)
        .query((r, n) -> brought(r))
        .list();
  }

  /** False where it has its paper, or its bill is gone. */
  boolean papered(Brought one) {
    return jdbc.sql(
                """
                update purchases.brought set papered = true
                where workspace = :workspace and invoice = :invoice and bill is not null
                  and not papered
                """)
            .param("workspace", one.workspace().value())
            .param("invoice", one.invoice())
            .update()
        == 1;
  }

  /** The latest first. */
  List<Brought> all(WorkspaceId workspace, int most) {
    return jdbc.sql(
            """
            select * from purchases.brought where workspace = :workspace
            order by day desc, invoice desc limit :most
            """)
        .param("workspace", workspace.value())
        .param("most", most)
        .query((r, n) -> brought(r))
        .list();
  }

  private static Brought brought(ResultSet r) throws SQLException {
    var bill = idOrNull(r, "bill");
    return new Brought(
        new WorkspaceId(id(r, "workspace")),
        id(r, "invoice"),
        text(r, "number"),
        text(r, "seller"),
        date(r, "day"),
        money(r, "payable", "currency"),
        bill == null ? null : new DueId(bill),
        labelOrNull(r, "why", Why.class),
        bool(r, "papered"));
  }
}

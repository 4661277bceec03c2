package org.diestra.office.statements;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.dateOrNull;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.moneyOrNull;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.bookkeeping.EntryId;
import org.diestra.office.books.AccountId;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.banking.CsvColumns;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BankAccountStore {
  private static final String ACCOUNT =
      """
      select a.*, b.currency from statements.account a join books.book b on b.workspace = a.workspace
      """;
  private final JdbcClient jdbc;

  BankAccountStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where another bank account has that account of the chart. */
  boolean add(BankAccount account, PersonId by, Instant now) {
    return jdbc.sql(
                """
                insert into statements.account (id, workspace, ledger, name, number, begins, opening,
                  version, made_by, made_at)
                values (:id, :workspace, :ledger, :name, :number, :begins, :opening, 1, :by, :now)
                on conflict (workspace, ledger) do nothing
                """)
            .param("id", account.id().value())
            .param("workspace", account.workspace().value())
            .param("ledger", account.ledger().value())
            .param("name", account.name())
            .param("number", account.number())
            .param("begins", account.begins())
            .param("opening", minor(account.opening()))
            .param("by", by.value())
            .param("now", at(now))
            .update()
        == 1;
  }

  private static @Nullable Long minor(@Nullable Money money) {
    return money == null ? null : money.minor();
  }

  List<BankAccount> all(WorkspaceId workspace) {
    return jdbc.sql(ACCOUNT + "where a.workspace = :workspace order by a.made_at, a.id")
        .param("workspace", workspace.value())
        .query((r, n) -> account(r))
        .list();
  }

  Optional<BankAccount> find(WorkspaceId workspace, BankAccountId id) {
    return jdbc.sql(ACCOUNT + "where a.workspace = :workspace and a.id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((r, n) -> account(r))
        .optional();
  }

  /** Nobody else changes these, or what stands on them, until the transaction ends. */
  void lock(WorkspaceId workspace, List<BankAccountId> ids) {
    jdbc.sql(
            """
            select id from statements.account where workspace = :workspace and id = any(:ids)
            order by id for update
            """)
        .param("workspace", workspace.value())
        .param("ids", ids.stream().map(BankAccountId::value).toArray(UUID[]::new))
        .query((r, n) -> id(r, "id"))
        .list();
  }

  /** Its name, number, columns and beginning; false where it has changed since it was seen. */
  boolean change(BankAccount after) {
    var columns = after.columns();
    return jdbc.sql(
                """
                update statements.account set name = :name, number = :number, columns = :columns,
                  begins = :begins, opening = :opening, version = version + 1
                where workspace = :workspace and id = :id and version = :version
                """)
            .param("name", after.name())
            .param("number", after.number())
            .param("columns", columns == null ? null : columns.text())
            .param("begins", after.begins())
            .param("opening", minor(after.opening()))
            .param("workspace", after.workspace().value())
            .param("id", after.id().value())
            .param("version", after.version())
            .update()
        == 1;
  }

  /** Bank and books are the same up to that day; what broke an earlier mark is forgotten. */
  boolean reconcile(BankAccount seen, LocalDate until, PersonId by, Instant now) {
    boolean done =
        jdbc.sql(
                    """
                    update statements.account set reconciled_until = :until, reconciled_by = :by,
                      reconciled_at = :now, version = version + 1
                    where workspace = :workspace and id = :id and version = :version
                    """)
                .param("until", until)
                .param("by", by.value())
                .param("now", at(now))
                .param("workspace", seen.workspace().value())
                .param("id", seen.id().value())
                .param("version", seen.version())
                .update()
            == 1;
    if (done) {
      jdbc.sql("delete from statements.breach where account = :id")
          .param("id", seen.id().value())
          .update();
    }
    return done;
  }

  /** An entry that was posted into days that had been reconciled. */
  record Breach(BankAccountId account, EntryId entry, LocalDate day, String text) {}

  /** Of all accounts there, a few; the latest first. */
  List<Breach> breaches(WorkspaceId workspace) {
    return jdbc.sql(
            """
            select b.account, b.entry, e.day, e.text from statements.breach b
            join bookkeeping.entry e on e.id = b.entry
            where b.workspace = :workspace order by b.at desc, b.entry limit 50
            """)
        .param("workspace", workspace.value())
        .query((r, n) ->
            new Breach(
                new BankAccountId(id(r, "account")),
                new EntryId(id(r, "entry")),
                date(r, "day"),
                text(r, "text")))
        .list();
  }

  /** Whether any statement of it was ever brought. */
  boolean brought(BankAccountId id) {
    return jdbc.sql(
            "select exists (select from statements.import where account = :id"
                + " and undone_at is null) as any")
        .param("id", id.value())
        .query((r, n) -> bool(r, "any"))
        .single();
  }

  private static BankAccount account(ResultSet r) throws SQLException {
    var columns = textOrNull(r, "columns");
    return new BankAccount(
        new BankAccountId(id(r, "id")),
        new WorkspaceId(id(r, "workspace")),
        new AccountId(id(r, "ledger")),
        text(r, "name"),
        text(r, "number"),
        Currency.getInstance(text(r, "currency")),
        columns == null ? null : CsvColumns.of(columns),
        dateOrNull(r, "begins"),
        moneyOrNull(r, "opening", "currency"),
        dateOrNull(r, "reconciled_until"),
        integer(r, "version"));
  }
}

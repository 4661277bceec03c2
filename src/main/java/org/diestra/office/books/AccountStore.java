package org.diestra.office.books;

import static org.diestra.platform.data.Row.atOrNull;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountStore {
  private final JdbcClient jdbc;

  AccountStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All in one statement; false where a code of theirs is taken, and then none is added. */
  boolean add(Collection<Account> accounts) {
    return jdbc.sql(
                """
                insert into books.account (id, workspace, code, parent, name_es, name_en, kind, use,
                  posts, version)
                select a.id, a.workspace, a.code, cast(nullif(a.parent, '') as uuid), a.es, a.en, a.kind,
                  nullif(a.use, ''), a.posts, 1
                from unnest(:ids, :workspaces, :codes, :parents, :es, :en, :kinds, :uses,
                  cast(:posts as boolean[]))
                  as a(id, workspace, code, parent, es, en, kind, use, posts)
                where not exists (select from books.account t
                  where t.workspace = :workspace and t.code = any(:codes))
                on conflict (workspace, code) do nothing
                """)
            .param("workspace", accounts.iterator().next().workspace().value())
            .param("ids", ids(accounts, a -> a.id().value()))
            .param("workspaces", ids(accounts, a -> a.workspace().value()))
            .param("codes", texts(accounts, Account::code))
            .param("parents", texts(accounts, AccountStore::parent))
            .param("es", texts(accounts, Account::nameEs))
            .param("en", texts(accounts, Account::nameEn))
            .param("kinds", texts(accounts, a -> a.kind().name()))
            .param("uses", texts(accounts, AccountStore::use))
            .param("posts", texts(accounts, a -> String.valueOf(a.posts())))
            .update()
        == accounts.size();
  }

  private static String parent(Account account) {
    var parent = account.parent();
    return parent == null ? "" : parent.value().toString();
  }

  private static String use(Account account) {
    var use = account.use();
    return use == null ? "" : use.name();
  }

  private static UUID[] ids(Collection<Account> accounts, Function<Account, UUID> which) {
    return accounts.stream().map(which).toArray(UUID[]::new);
  }

  private static String[] texts(Collection<Account> accounts, Function<Account, String> which) {
    return accounts.stream().map(which).toArray(String[]::new);
  }

  /** All of a chart, by code. */
  List<Account> all(WorkspaceId workspace) {
    return jdbc.sql(
            """
            select * from books.account where workspace = :workspace order by code collate "C"
            """)
        .param("workspace", workspace.value())
        .query((r, n) -> account(r))
        .list();
  }

  Optional<Account> find(WorkspaceId workspace, AccountId id) {
    return jdbc.sql("select * from books.account where workspace = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((r, n) -> account(r))
        .optional();
  }

  /** The first by code that is for that and open. */
  Optional<Account> first(WorkspaceId workspace, AccountUse use) {
    return jdbc.sql(
            """
            select * from books.account
            where workspace = :workspace and use = :use and posts and closed_at is null
            order by code collate "C" limit 1
            """)
        .param("workspace", workspace.value())
        .param("use", use.name())
        .query((r, n) -> account(r))
        .optional();
  }

  /** The first of them by code that is closed; the others stay open until the transaction ends. */
  Optional<Account> shut(WorkspaceId workspace, Collection<AccountId> ids) {
    return jdbc
        .sql(
            """
            select * from books.account where workspace = :workspace and id = any(:ids)
            order by id for share
            """)
        .param("workspace", workspace.value())
        .param("ids", ids.stream().map(AccountId::value).distinct().toArray(UUID[]::new))
        .query((r, n) -> account(r))
        .list()
        .stream()
        .filter(account -> account.closedAt() != null)
        .min(Comparator.comparing(Account::code));
  }

  /**
   * Its names and use.
   *
   * @return false where it has changed since it was seen
   */
  boolean rename(Account after) {
    return jdbc.sql(
                """
                update books.account set name_es = :es, name_en = :en, use = :use,
                  version = version + 1
                where workspace = :workspace and id = :id and version = :version
                """)
            .param("es", after.nameEs())
            .param("en", after.nameEn())
            .param("use", after.use() == null ? null : after.use().name())
            .param("workspace", after.workspace().value())
            .param("id", after.id().value())
            .param("version", after.version())
            .update()
        == 1;
  }

  /**
   * Whether anything more is written on it.
   *
   * @param by who closed it, or null where it is open
   * @return false where it has changed since it was seen
   */
  boolean close(Account it, @Nullable PersonId by, @Nullable Instant closedAt) {
    return jdbc.sql(
                """
                update books.account set closed_at = :closed, closed_by = cast(:by as uuid),
                  version = version + 1
                where workspace = :workspace and id = :id and version = :version
                """)
            .param("closed", atOrNull(closedAt))
            .param("by", by == null ? null : by.value())
            .param("workspace", it.workspace().value())
            .param("id", it.id().value())
            .param("version", it.version())
            .update()
        == 1;
  }

  private static Account account(ResultSet r) throws SQLException {
    var parent = idOrNull(r, "parent");
    var use = textOrNull(r, "use");
    return new Account(
        new AccountId(id(r, "id")),
        new WorkspaceId(id(r, "workspace")),
        text(r, "code"),
        parent == null ? null : new AccountId(parent),
        text(r, "name_es"),
        text(r, "name_en"),
        label(r, "kind", AccountKind.class),
        use == null ? null : AccountUse.valueOf(use),
        bool(r, "posts"),
        integer(r, "version"),
        instantOrNull(r, "closed_at"));
  }
}

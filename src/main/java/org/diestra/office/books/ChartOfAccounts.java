package org.diestra.office.books;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to the accounts of a workspace's books. */
@Service
public class ChartOfAccounts {
  static final int MOST = 5_000;
  private final AccountStore store;
  private final Audit audit;
  private final Clock clock;

  ChartOfAccounts(AccountStore store, Audit audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public AccountList of(WorkspaceId workspace) {
    return new AccountList(store.all(workspace));
  }

  /**
   * @throws NotFound if there is none in these books
   */
  @Transactional(readOnly = true)
  public Account get(WorkspaceId workspace, AccountId id) {
    return store.find(workspace, id).orElseThrow(NotFound::new);
  }

  /** The first that is for that and open, by code. */
  @Transactional(readOnly = true)
  public Optional<Account> first(WorkspaceId workspace, AccountUse use) {
    return store.first(workspace, use);
  }

  /**
   * The first of these accounts, by code, that is closed. The others stay open until the caller's
   * transaction ends.
   */
  @Transactional
  public Optional<Account> shut(WorkspaceId workspace, Collection<AccountId> ids) {
    return store.shut(workspace, ids);
  }

  /** A new account; whoever works in the books may add one. */
  @Transactional
  Outcome<Account> add(Desk desk, Account account) {
    if (store.all(account.workspace()).size() >= MOST) {
      return refused(Refusal.limit("books.account.many", MOST));
    }
    if (!store.add(List.of(account))) {
      return refused(Refusal.invalid("code", "books.account.taken", account.code()));
    }
    record(desk, "add-account", account);
    return done(account);
  }

  /**
   * New accounts, all or none.
   *
   * @param accounts what is part of another comes after it
   */
  @Transactional
  public Outcome<Integer> addAll(Desk desk, List<Account> accounts) {
    if (accounts.isEmpty()) {
      return done(0);
    }
    var there = store.all(desk.book().workspace());
    if (there.size() + accounts.size() > MOST) {
      return refused(Refusal.limit("books.account.many", MOST));
    }
    if (!store.add(accounts)) {
      return refused(Refusal.conflict("books.account.taken", accounts.getFirst().code()));
    }
    audit.record(
        Deed.of("books", "add-accounts")
            .by(desk.pass().viewer().id().value())
            .onBehalfOf(desk.pass().workspace().organisation().value())
            .on("book", desk.book().workspace().value())
            .with("accounts", accounts.size()));
    return done(accounts.size());
  }

  /** Other names, or another use. */
  @Transactional
  Outcome<Account> change(Desk desk, Account after) {
    var before = get(after.workspace(), after.id());
    if (!store.rename(after)) {
      return moved();
    }
    record(desk, "change-account", before);
    return done(after);
  }

  private static Outcome<Account> moved() {
    return refused(Refusal.conflict("books.account.moved"));
  }

  /**
   * Nothing more is written on it, or it is open again; for those who post.
   *
   * @param seen its version
   */
  @Transactional
  Outcome<Account> close(Desk desk, AccountId id, int seen, boolean closed) {
    var account = get(desk.book().workspace(), id);
    if (!desk.posts() || !account.posts()) {
      throw new NotFound();
    }
    if (account.version() != seen || closed == (account.closedAt() != null)) {
      return moved();
    }
    var by = desk.pass().viewer().id();
    if (!store.close(account, closed ? by : null, closed ? clock.instant() : null)) {
      return moved();
    }
    record(desk, closed ? "close-account" : "reopen-account", account);
    return done(account);
  }

  private void record(Desk desk, String deed, Account account) {
    audit.record(
        Deed.of("books", deed)
            .by(desk.pass().viewer().id().value())
            .onBehalfOf(desk.pass().workspace().organisation().value())
            .on("account", account.id().value())
            .with("code", account.code()));
  }
}

package org.diestra.office.statements;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.diestra.office.books.Books;
import org.diestra.office.books.Desk;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bank against books; the mark that they are the same is for those who post. */
@Service
class Reconciliations {
  private static final int SHOWN = 100;
  private final ReconciliationStore store;
  private final BankAccountStore accountStore;
  private final BankAccounts accounts;
  private final MovementStore movements;
  private final Books books;
  private final Audit audit;
  private final Clock clock;

  Reconciliations(
      ReconciliationStore store,
      BankAccountStore accountStore,
      BankAccounts accounts,
      MovementStore movements,
      Books books,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.accountStore = accountStore;
    this.accounts = accounts;
    this.movements = movements;
    this.books = books;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * At the end of a day.
   *
   * @param asked the day, or null for the last of any statement
   */
  @Transactional(readOnly = true)
  public Reconciliation at(BankAccount account, @Nullable LocalDate asked) {
    var last = store.last(account).orElse(null);
    var today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    var day = asked != null ? asked : last != null ? last : today;
    var begins = account.begins() == null ? day.plusDays(1) : account.begins();
    var opening = account.opening() == null ? Money.zero(account.currency()) : account.opening();
    var alone = store.alone(account, begins, day);
    return new Reconciliation(
        account,
        day,
        last,
        opening.plus(money(account, movements.sum(account.id(), begins, day))),
        money(account, store.books(account, day)),
        opening.minus(money(account, store.books(account, begins.minusDays(1)))),
        store.open(account, begins, day, SHOWN),
        money(account, alone.open()),
        money(account, alone.ignored()),
        store.unseen(account, begins, day, SHOWN),
        money(account, store.unseenSum(account, begins, day)),
        account.opening() == null ? List.of() : store.wrong(account, begins, opening, day, SHOWN));
  }

  private static Money money(BankAccount account, long minor) {
    return new Money(minor, account.currency());
  }

  /**
   * Says that all of the bank up to that day is in the books.
   *
   * @param seen the version of the account
   */
  @Transactional
  public Outcome<BankAccount> mark(Desk desk, BankAccountId id, int seen, LocalDate day) {
    if (!desk.posts()) {
      throw new NotFound();
    }
    books.hold(desk.book().workspace());
    var account = accounts.held(desk, id);
    if (account.version() != seen) {
      return refused(BankAccounts.MOVED);
    }
    if (!at(account, day).same()) {
      return refused(Refusal.conflict("statements.reconcile.open"));
    }
    var me = desk.pass().viewer().id();
    if (!accountStore.reconcile(account, day, me, clock.instant())) {
      return refused(BankAccounts.MOVED);
    }
    audit.record(
        Deed.of("statements", "reconcile")
            .by(me.value())
            .onBehalfOf(desk.pass().workspace().organisation().value())
            .on("bank-account", id.value())
            .with("until", day.toString()));
    return done(account);
  }
}

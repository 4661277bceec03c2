package org.diestra.office.statements;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.diestra.office.books.Account;
import org.diestra.office.books.AccountKind;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.statements.BankAccountStore.Breach;
import org.diestra.office.statements.Movement.State;
import org.diestra.office.statements.MovementStore.Mark;
import org.diestra.platform.banking.CsvColumns;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to a workspace's bank accounts; whoever works in the books keeps them. */
@Service
class BankAccounts {
  static final int MOST = 50;
  static final Refusal MOVED = Refusal.conflict("statements.moved");
  private final BankAccountStore store;
  private final MovementStore movements;
  private final ChartOfAccounts chart;
  private final Audit audit;
  private final Clock clock;

  BankAccounts(
      BankAccountStore store,
      MovementStore movements,
      ChartOfAccounts chart,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.movements = movements;
    this.chart = chart;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What stands on the page of all of them.
   *
   * @param open how many lines of each nobody has dealt with
   */
  record Overview(
      List<BankAccount> accounts, Map<BankAccountId, Integer> open, List<Breach> breaches) {}

  @Transactional(readOnly = true)
  public Overview overview(Desk desk) {
    var workspace = desk.book().workspace();
    return new Overview(
        store.all(workspace), movements.count(workspace, State.OPEN), store.breaches(workspace));
  }

  @Transactional(readOnly = true)
  public List<BankAccount> all(Desk desk) {
    return store.all(desk.book().workspace());
  }

  /**
   * @throws NotFound if there is none in these books
   */
  @Transactional(readOnly = true)
  public BankAccount get(Desk desk, BankAccountId id) {
    return store.find(desk.book().workspace(), id).orElseThrow(NotFound::new);
  }

  /** Lines of it, the latest first; what is null is not asked for. */
  @Transactional(readOnly = true)
  public List<Movement> lines(
      BankAccount account, @Nullable State state, String words, @Nullable Mark before, int most) {
    return movements.list(account.id(), state, words, before, most);
  }

  /** As it is until the caller's transaction ends, its lines too. */
  @Transactional
  BankAccount held(Desk desk, BankAccountId id) {
    store.lock(desk.book().workspace(), List.of(id));
    return get(desk, id);
  }

  @Transactional
  public Outcome<BankAccount> add(Desk desk, BankAccount account) {
    if (store.all(account.workspace()).size() >= MOST) {
      return refused(Refusal.limit("statements.account.many", MOST));
    }
    var ledger = chart.get(account.workspace(), account.ledger());
    if (!fits(ledger)) {
      return refused(Refusal.invalid("ledger", "statements.account.ledger.wrong", ledger.code()));
    }
    if (!store.add(account, desk.pass().viewer().id(), clock.instant())) {
      return refused(Refusal.invalid("ledger", "statements.account.ledger.taken", ledger.code()));
    }
    record(desk, "add-account", account);
    return done(account);
  }

  /** Whether an account of the chart can be a bank's: what is owned there, or owed as on a card. */
  private static boolean fits(Account ledger) {
    return ledger.open()
        && (ledger.kind() == AccountKind.ASSET || ledger.kind() == AccountKind.LIABILITY);
  }

  /** Another name, number or beginning. */
  @Transactional
  public Outcome<BankAccount> change(Desk desk, BankAccount after) {
    if (!store.change(after)) {
      return refused(MOVED);
    }
    record(desk, "change-account", after);
    return done(after);
  }

  /** What its bank's CSV has where. */
  @Transactional
  public Outcome<BankAccount> name(Desk desk, BankAccountId id, CsvColumns columns) {
    var seen = held(desk, id);
    return change(
        desk,
        new BankAccount(
            seen.id(),
            seen.workspace(),
            seen.ledger(),
            seen.name(),
            seen.number(),
            seen.currency(),
            columns,
            seen.begins(),
            seen.opening(),
            seen.reconciledUntil(),
            seen.version()));
  }

  private void record(Desk desk, String deed, BankAccount account) {
    audit.record(
        Deed.of("statements", deed)
            .by(desk.pass().viewer().id().value())
            .onBehalfOf(desk.pass().workspace().organisation().value())
            .on("bank-account", account.id().value()));
  }
}

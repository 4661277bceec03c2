package org.diestra.money.ledger;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the books. Posting joins the transaction of whatever it is for: both hold or neither
 * does. Whoever reads here sees all; that somebody sees only what is theirs is the caller's duty.
 */
@Service
public class Ledger {
  /** Entries of one call. */
  public static final int MOST = 1_000;

  private final LedgerStore store;
  private final BalanceStore balances;
  private final EntryStore entries;
  private final HouseRights house;
  private final Clock clock;

  Ledger(
      LedgerStore store,
      BalanceStore balances,
      EntryStore entries,
      HouseRights house,
      Clock clock) {
    this.store = store;
    this.balances = balances;
    this.entries = entries;
    this.house = house;
    this.clock = clock;
  }

  /**
   * Posts them, all or none, each once: what stands already under a key stays and is what is given
   * back for it.
   *
   * @return the ids, by key
   * @throws IllegalArgumentException if one does not balance, two have one key, or there are more
   *     than {@value #MOST}
   * @throws IllegalStateException if something else stands under a key
   * @throws org.springframework.dao.DataIntegrityViolationException if an account would pass its
   *     floor, or the house give out what is not its own; the transaction is lost then
   */
  @Transactional
  public Map<String, UUID> post(List<Entry> all) {
    all.forEach(Entry::requireBalanced);
    var keys = new HashSet<String>();
    if (all.size() > MOST || !all.stream().map(Entry::key).allMatch(keys::add)) {
      throw new IllegalArgumentException("too many, or one key twice: " + all.size());
    }
    var bodies = new HashMap<String, String>();
    all.forEach(e -> bodies.put(e.key(), e.body()));
    var ids = new HashMap<String, UUID>();
    for (var standing : store.post(all)) {
      if (!standing.body().equals(bodies.get(standing.key()))) {
        throw new IllegalStateException("something else was posted as " + standing.key());
      }
      ids.put(standing.key(), standing.id());
    }
    if (ids.size() != all.size()) {
      throw new IllegalStateException("not all were posted: " + keys + ", but " + ids.keySet());
    }
    return ids;
  }

  /** The same for a few. */
  @Transactional
  public Map<String, UUID> post(Entry... all) {
    return post(Arrays.asList(all));
  }

  /**
   * Undoes an entry by its opposite. An entry is undone once; asking again gives the same.
   *
   * @throws NotFound if there is no such entry
   */
  @Transactional
  public UUID reverse(UUID entry) {
    var wrong = find(entry).orElseThrow(NotFound::new).entry();
    var opposite = wrong.opposite(entry, "reversal:" + entry, clock.instant());
    return post(opposite).values().iterator().next();
  }

  /** Chains what is not yet, as all is within seconds of its posting; gives how many. */
  public int chain() {
    int all = 0;
    int some;
    do {
      some = store.chain(MOST);
      all += some;
    } while (some == MOST);
    return all;
  }

  /**
   * A page of somebody's statement, the latest line first.
   *
   * @param before the place of the last line of the page before, or null for the first
   */
  @Transactional(readOnly = true)
  public List<StatementLine> statement(UUID owner, @Nullable Long before, int most) {
    return house.call(() -> entries.statement(owner, before, most));
  }

  /**
   * The lines of one entry that stand on the statements of these owners; none where none of it is
   * theirs.
   */
  @Transactional(readOnly = true)
  public List<StatementLine> lines(UUID entry, Collection<UUID> owners) {
    return house.call(() -> entries.lines(entry, owners));
  }

  /** Where an entry stands in the chain of its book; empty in the seconds before it does. */
  @Transactional(readOnly = true)
  public Optional<Chained> chained(UUID entry) {
    return house.call(() -> entries.chained(entry));
  }

  @Transactional(readOnly = true)
  public Optional<Written> find(UUID entry) {
    return house.call(() -> entries.find(entry));
  }

  /**
   * What is in an account, above zero on the side on which it should be: what an asset holds, what
   * is owed to somebody, what was earned. Zero where nothing was posted yet.
   */
  @Transactional(readOnly = true)
  public Money balance(Book book, Account account) {
    return Objects.requireNonNull(balances(book, List.of(account)).get(account));
  }

  @Transactional(readOnly = true)
  public Map<Account, Money> balances(Book book, List<Account> accounts) {
    return house.call(() -> balances.of(book, accounts));
  }

  /** What of a book is the house's own; nobody keeps it from being spent meanwhile. */
  @Transactional(readOnly = true)
  public Money own(Book book) {
    return house.call(() -> balances.own(book));
  }

  /** What somebody has in the books, one line an account that is not empty. */
  @Transactional(readOnly = true)
  public List<Holding> holdings(UUID owner) {
    return house.call(() -> balances.ofOwner(owner));
  }

  /** Those in which there is a book. */
  @Transactional(readOnly = true)
  public Set<Currency> currencies() {
    return house.call(balances::currencies);
  }

  /** What the accounts of a kind come to in each book. */
  @Transactional(readOnly = true)
  public List<Total> totals() {
    return house.call(balances::totals);
  }

  /**
   * How long there has been something in the accounts of people, without a break.
   *
   * @param days where one age ends and the next begins, ascending
   */
  @Transactional(readOnly = true)
  public List<Age> ages(List<Integer> days) {
    return house.call(() -> balances.ages(clock.instant(), days));
  }

  /**
   * What accounts of a kind and an age come to.
   *
   * @param age 0 for less than the first number of days, up to how many numbers there are
   * @param amount above zero on the side on which it should be
   */
  public record Age(Book book, Kind kind, int age, long accounts, Money amount) {}

  /**
   * What somebody has in one account.
   *
   * @param amount above zero on the side on which it should be
   */
  public record Holding(Book book, Kind kind, String code, Money amount) {}

  /**
   * @param accounts that are not empty
   * @param amount above zero on the side on which it should be
   */
  public record Total(Book book, Kind kind, long accounts, Money amount) {}
}

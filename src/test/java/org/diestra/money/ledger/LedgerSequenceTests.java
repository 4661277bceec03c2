package org.diestra.money.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.diestra.HouseTest;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Random movements between random accounts, repeated at random, against a plain map that does the
 * same sums: whatever the books refuse changes nothing, and whatever they take is in both.
 */
@HouseTest
class LedgerSequenceTests {
  @Autowired private Ledger ledger;
  @Autowired private Books books;
  @Autowired private Examination examination;
  @Autowired private Clock clock;
  private final List<UUID> people = Stream.generate(Ids::fresh).limit(3).toList();
  private final Map<Account, Long> expected = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13})
  void noSequenceMakesOrLosesACent(long seed) {
    var random = new Random(seed);
    var book = books.fresh();
    Entry last = null;
    for (int step = 0; step < 120; step++) {
      var entry = last != null && random.nextInt(10) == 0 ? last : movement(book, random);
      boolean twice = entry == last;
      if (!twice && !allowed(entry)) {
        try {
          ledger.post(entry);
          throw new AssertionError("should have been refused: " + entry);
        } catch (DataIntegrityViolationException refused) {
          continue;
        }
      }
      ledger.post(entry);
      if (!twice) {
        apply(entry);
      }
      last = entry;
    }
    ledger.chain();
    var accounts = List.copyOf(expected.keySet());
    var found = ledger.balances(book, accounts);
    assertThat(accounts)
        .allSatisfy(
            a -> assertThat(found.get(a)).isEqualTo(eur(a.kind().sign() * expected.get(a))));
    assertThat(examination.examine()).noneMatch(f -> f.book().equals(book.toString()));
  }

  private Entry movement(Book book, Random random) {
    var from = account(random);
    var to = account(random);
    var amount = eur(1 + random.nextInt(400));
    var entry = Entry.of(book, Event.AWARD, "move:" + Ids.fresh(), clock.instant());
    return from.equals(to)
        ? entry.debit(Account.clientMoney(), amount).credit(from, amount)
        : entry.debit(from, amount).credit(to, amount);
  }

  private Account account(Random random) {
    var person = people.get(random.nextInt(people.size()));
    return switch (random.nextInt(7)) {
      case 0 -> Account.escrow(person, person, person);
      case 1 -> Account.held(person);
      case 2 -> Account.available(person);
      case 3 -> Account.of(Kind.FEES);
      case 4 -> Account.of(Kind.RAIL_COSTS);
      case 5 -> Account.receivable(person);
      default -> Account.refundable(person);
    };
  }

  private boolean allowed(Entry entry) {
    var after = new HashMap<>(expected);
    entry.postings().forEach(p -> after.merge(p.account(), p.amount().minor(), Long::sum));
    boolean floors =
        after.entrySet().stream()
            .noneMatch(e ->
                switch (e.getKey().kind().floor()) {
                  case NONE -> false;
                  case CREDIT -> e.getValue() > 0;
                  case DEBIT -> e.getValue() < 0;
                });
    long house =
        after.entrySet().stream()
            .filter(e -> e.getKey().kind().standing() == Kind.Standing.HOUSE)
            .mapToLong(Map.Entry::getValue)
            .sum();
    boolean gives =
        entry.postings().stream()
            .anyMatch(p ->
                p.account().kind().standing() == Kind.Standing.HOUSE && p.amount().isPositive());
    return floors && !(gives && house > 0);
  }

  private void apply(Entry entry) {
    for (var posting : entry.postings()) {
      Money amount = posting.amount();
      expected.merge(posting.account(), amount.minor(), Long::sum);
    }
  }
}

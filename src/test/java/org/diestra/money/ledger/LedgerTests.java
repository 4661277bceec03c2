package org.diestra.money.ledger;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diestra.money.ledger.Books.eur;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the books take and what they refuse, whoever asks and however many at once. */
@HouseTest
class LedgerTests {
  @Autowired private Ledger ledger;
  @Autowired private Books books;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionOperations transactions;
  @Autowired private Clock clock;
  private final UUID client = Ids.fresh();
  private final UUID rosa = Ids.fresh();
  private final Account escrow = Account.escrow(client, Ids.fresh(), Ids.fresh());
  private Book book;

  @BeforeEach
  void aBookOfItsOwn() {
    book = books.fresh();
  }

  @Test
  void aReleaseLeavesEscrowForTheAssistantAndTheHouse() {
    books.post(books.fund(book, escrow, 10_000), books.release(book, escrow, rosa, 4_000, 200));
    var found =
        ledger.balances(
            book,
            List.of(escrow, Account.held(rosa), Account.of(Kind.FEES), Account.clientMoney()));
    assertThat(found.values())
        .containsExactlyInAnyOrder(eur(6_000), eur(3_800), eur(200), eur(10_000));
    assertThat(ledger.holdings(rosa))
        .extracting(Ledger.Holding::amount)
        .containsExactly(eur(3_800));
    assertThat(ledger.balance(book, Account.available(rosa))).isEqualTo(eur(0));
  }

  @Test
  void moneyIsAsOldAsSinceItsAccountWasEmpty() {
    var other = Account.escrow(client, Ids.fresh(), Ids.fresh());
    aged(100, escrow, 1_000);
    aged(50, escrow, -1_000);
    aged(40, escrow, 700);
    aged(2, escrow, 300);
    aged(2, other, 250);
    assertThat(ledger.ages(List.of(7, 30, 90)))
        .filteredOn(a -> a.book().equals(book))
        .containsExactly(
            new Ledger.Age(book, Kind.ESCROW, 0, 1, eur(250)),
            new Ledger.Age(book, Kind.ESCROW, 2, 1, eur(1_000)));
  }

  private void aged(int days, Account account, long cents) {
    var entry =
        Entry.of(book, Event.FUND, Ids.fresh().toString(), clock.instant().minus(days, DAYS));
    ledger.post(entry.debit(Account.clientMoney(), eur(cents)).credit(account, eur(cents)));
  }

  @Test
  void theSameKeyPostsOnce() {
    var fund = books.fund(book, escrow, 5_000);
    var first = ledger.post(fund);
    assertThat(ledger.post(fund)).isEqualTo(first);
    assertThat(ledger.balance(book, escrow)).isEqualTo(eur(5_000));
  }

  @Test
  void theSameKeyForSomethingElseIsAFault() {
    var fund = books.fund(book, escrow, 5_000);
    ledger.post(fund);
    var other =
        Entry.of(book, Event.FUND, fund.key(), clock.instant())
            .debit(Account.clientMoney(), eur(5_001))
            .credit(escrow, eur(5_001));
    assertThatThrownBy(() -> ledger.post(other)).hasMessageContaining("something else");
    assertThat(ledger.balance(book, escrow)).isEqualTo(eur(5_000));
  }

  @Test
  void escrowIsNeverBelowZero() {
    books.post(books.fund(book, escrow, 1_000));
    assertThatThrownBy(() -> books.post(books.release(book, escrow, rosa, 1_001, 0)))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("below_its_floor");
    assertThat(ledger.balance(book, escrow)).isEqualTo(eur(1_000));
  }

  @Test
  void theHouseGivesOutOnlyWhatIsItsOwn() {
    books.post(books.fund(book, escrow, 1_000), books.release(book, escrow, rosa, 1_000, 50));
    books.post(cost(50));
    assertThatThrownBy(() -> books.post(cost(1)))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("not so much of its own");
    var toppedUp =
        cost(30).debit(Account.clientMoney(), eur(30)).credit(Account.of(Kind.HOUSE), eur(30));
    books.post(toppedUp);
    assertThat(ledger.balance(book, Account.of(Kind.RAIL_COSTS))).isEqualTo(eur(80));
  }

  private Entry cost(long cents) {
    return Entry.of(book, Event.RAIL_COST, "cost:" + Ids.fresh(), clock.instant())
        .debit(Account.of(Kind.RAIL_COSTS), eur(cents))
        .credit(Account.clientMoney(), eur(cents));
  }

  @Test
  void aWrongEntryIsUndoneByItsOppositeOnce() {
    var wrong = ledger.post(books.fund(book, escrow, 700)).values().iterator().next();
    var undone = ledger.reverse(wrong);
    assertThat(ledger.reverse(wrong)).isEqualTo(undone);
    assertThat(ledger.balance(book, escrow)).isEqualTo(eur(0));
    assertThat(ledger.find(undone).orElseThrow().entry().reverses()).isEqualTo(wrong);
  }

  @Test
  void aReversalThatIsNotTheOppositeIsRefused() {
    var wrong = ledger.post(books.fund(book, escrow, 700)).values().iterator().next();
    var half =
        new Entry(
            book,
            Event.REVERSAL,
            "half:" + wrong,
            clock.instant(),
            books.fund(book, escrow, 350).postings().stream()
                .map(p -> new Posting(p.account(), p.amount().negated()))
                .toList(),
            null,
            null,
            wrong);
    assertThatThrownBy(() -> ledger.post(half)).hasMessageContaining("not the opposite");
  }

  @Test
  void whatBelongsTogetherHoldsTogether() {
    var fund = books.fund(book, escrow, 700);
    assertThatThrownBy(() ->
            transactions.executeWithoutResult(t -> {
              ledger.post(fund);
              throw new IllegalStateException("what it was for failed");
            }))
        .hasMessage("what it was for failed");
    assertThat(ledger.balance(book, escrow)).isEqualTo(eur(0));
  }

  @Test
  void aStatementRunsFromLineToLine() {
    books.post(books.fund(book, escrow, 900), books.release(book, escrow, rosa, 400, 0));
    books.post(books.release(book, escrow, rosa, 500, 25));
    var lines = ledger.statement(rosa, null, 10);
    assertThat(lines).extracting(StatementLine::amount).containsExactly(eur(475), eur(400));
    assertThat(lines).extracting(StatementLine::after).containsExactly(eur(875), eur(400));
    var rest = ledger.statement(rosa, lines.getFirst().place(), 10);
    assertThat(rest).containsExactly(lines.getLast());
  }

  @Test
  void sixtyFourWhoPostTheSamePostItOnce() throws Exception {
    var fund = books.fund(book, escrow, 800);
    var answers = AtOnce.of(64, () -> ledger.post(fund).get(fund.key()));
    assertThat(answers).hasSize(64).containsOnly(answers.getFirst());
    assertThat(ledger.balance(book, escrow)).isEqualTo(eur(800));
  }

  @Test
  void ofManyWhoTakeAtOnceOnlySoManyDoAsThereIsMoney() throws Exception {
    books.post(books.fund(book, escrow, 1_000));
    var took =
        AtOnce.of(
            24,
            () -> {
              try {
                ledger.post(books.release(book, escrow, rosa, 100, 10));
                return true;
              } catch (DataIntegrityViolationException empty) {
                return false;
              }
            });
    assertThat(took.stream().filter(yes -> yes)).hasSize(10);
    assertThat(ledger.balance(book, Account.held(rosa))).isEqualTo(eur(900));
    assertThat(ledger.balance(book, Account.of(Kind.FEES))).isEqualTo(eur(100));
    var after = ledger.statement(rosa, null, 20).stream().map(StatementLine::after).toList();
    assertThat(after).isEqualTo(after.stream().sorted((a, b) -> b.compareTo(a)).toList());
  }

  @Test
  void ofManyWhoTakeTheHousesOwnAtOnceNoneIsStuck() throws Exception {
    books.post(books.fund(book, escrow, 10_000), books.release(book, escrow, rosa, 10_000, 1_000));
    var took =
        AtOnce.of(
            24,
            () -> {
              try {
                books.post(cost(50));
                return "took";
              } catch (DataIntegrityViolationException poor) {
                return "poor";
              }
            });
    assertThat(took.stream().filter("took"::equals)).hasSize(20);
    assertThat(ledger.balance(book, Account.of(Kind.RAIL_COSTS))).isEqualTo(eur(1_000));
  }

  @Test
  void nobodyAddsLinesToAnEntry() {
    var id = ledger.post(books.fund(book, escrow, 700)).values().iterator().next();
    var more =
        """
        insert into ledger.posting (entry, line, account, amount, at)
        select entry, line + 2, account, amount, at from ledger.posting where entry = ?
        """;
    assertThatThrownBy(() -> books.asOwner().sql(more).param(id).update())
        .hasMessageContaining("does not balance");
  }

  @Test
  void theApplicationCannotWriteInTheBooksByItself() {
    for (var sql :
        List.of(
            "update ledger.balance set amount = 0",
            "insert into ledger.book (id) values ('own/EUR')",
            "delete from ledger.posting",
            "update ledger.entry set at = now()",
            "delete from ledger.loose",
            "insert into ledger.link values ('a/EUR', 1, gen_random_uuid(), repeat('0', 64))")) {
      assertThatThrownBy(() -> jdbc.sql(sql).update())
          .as(sql)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void evenWhoOwnsTheTablesChangesNoEntry() {
    var id = ledger.post(books.fund(book, escrow, 700)).values().iterator().next();
    for (var sql :
        List.of(
            "update ledger.posting set amount = amount * 2 where entry = ?",
            "delete from ledger.posting where entry = ?",
            "update ledger.entry set event = 'AWARD' where id = ?",
            "delete from ledger.entry where id = ?")) {
      assertThatThrownBy(() -> books.asOwner().sql(sql).param(id).update())
          .as(sql)
          .hasMessageContaining("only added to");
    }
  }

  @Test
  void whoIsSignedInReadsNothingPastTheDoor() {
    books.post(books.fund(book, escrow, 700));
    assertThat(Caller.person(client).call(this::postings)).isZero();
    assertThat(Caller.house().call(this::postings)).isPositive();
  }

  private long postings() {
    var sql = "select count(*) from ledger.posting";
    return Objects.requireNonNull(
        transactions.execute(t -> jdbc.sql(sql).query(Long.class).single()));
  }

  @Test
  void theDatabaseKnowsTheSameChart() {
    var found =
        jdbc.sql("select id || standing || bound || busy from ledger.kind order by id")
            .query(String.class)
            .list();
    var expected = new ArrayList<String>();
    for (var kind : Kind.values()) {
      int bound = kind.floor() == Kind.Floor.NONE ? 0 : kind.floor() == Kind.Floor.DEBIT ? 1 : -1;
      expected.add(kind.name() + kind.standing() + bound + kind.busy());
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
  }
}

package org.diestra.money.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.money.ledger.Finding.Fault;
import org.diestra.platform.base.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever changes the books behind their back is found out. Each test mends what it broke. */
@HouseTest
class ExaminationTests {
  @Autowired private Ledger ledger;
  @Autowired private Books books;
  @Autowired private Examination examination;
  private final UUID rosa = Ids.fresh();
  private final Account escrow = Account.escrow(Ids.fresh(), Ids.fresh(), Ids.fresh());
  private Book book;
  private UUID second;

  @BeforeEach
  void threeEntries() {
    book = books.fresh();
    books.post(books.fund(book, escrow, 10_000));
    second = ledger.post(books.release(book, escrow, rosa, 4_000, 200)).values().iterator().next();
    books.post(books.release(book, escrow, rosa, 1_000, 50));
    ledger.chain();
  }

  @Test
  void whatNobodyTouchedIsSound() {
    assertThat(found()).isEmpty();
    assertThat(ledger.chain()).isZero();
  }

  @Test
  void anAlteredAmountIsFoundThoughItStillSumsToZero() {
    shift(1);
    assertThat(found())
        .extracting(Finding::fault)
        .contains(Fault.ALTERED, Fault.BROKEN_CHAIN, Fault.WRONG_BALANCE)
        .doesNotContain(Fault.UNBALANCED);
    shift(-1);
    assertThat(found()).isEmpty();
  }

  /** From the assistant's line to the fee's. */
  private void shift(long cent) {
    asIfThereWereNoTriggers(
        "posting",
        "update ledger.posting set amount = amount + " + cent + " where entry = ? and line = 2",
        "update ledger.posting set amount = amount - " + cent + " where entry = ? and line = 3");
  }

  @Test
  void anAlteredWordIsFound() {
    asIfThereWereNoTriggers("entry", "update ledger.entry set about = '/else' where id = ?");
    assertThat(found()).extracting(Finding::fault).contains(Fault.ALTERED, Fault.BROKEN_CHAIN);
    asIfThereWereNoTriggers("entry", "update ledger.entry set about = null where id = ?");
    assertThat(found()).isEmpty();
  }

  @Test
  void aMovedInstantIsFound() {
    var by = " interval '1 microsecond' where id = ?";
    asIfThereWereNoTriggers("entry", "update ledger.entry set at = at +" + by);
    assertThat(found()).extracting(Finding::fault).containsOnly(Fault.ALTERED, Fault.BROKEN_CHAIN);
    asIfThereWereNoTriggers("entry", "update ledger.entry set at = at -" + by);
    assertThat(found()).isEmpty();
  }

  @Test
  void aBalanceThatWasWrittenOverIsFound() {
    balance("+ 5");
    assertThat(found()).extracting(Finding::fault).containsExactly(Fault.WRONG_BALANCE);
    balance("- 5");
    assertThat(found()).isEmpty();
  }

  @Test
  void aStatementThatWasPaintedOverIsFound() {
    asIfThereWereNoTriggers(
        "posting", "update ledger.posting set after = after - 7 where entry = ? and line = 2");
    assertThat(found()).extracting(Finding::fault).containsExactly(Fault.WRONG_BALANCE);
    asIfThereWereNoTriggers(
        "posting", "update ledger.posting set after = after + 7 where entry = ? and line = 2");
    assertThat(found()).isEmpty();
  }

  @Test
  void anEntryPastTheChainIsFound() {
    books.post(books.fund(book, escrow, 300));
    books
        .asOwner()
        .sql("delete from ledger.loose where entry in (select id from ledger.entry where book = ?)")
        .param(book.toString())
        .update();
    assertThat(found()).extracting(Finding::fault).containsExactly(Fault.LOOSE);
    books
        .asOwner()
        .sql(
            "insert into ledger.loose select id from ledger.entry e where book = ? and not exists (select from ledger.link l where l.entry = e.id)")
        .param(book.toString())
        .update();
    assertThat(ledger.chain()).isPositive();
    assertThat(found()).isEmpty();
  }

  private void balance(String by) {
    books
        .asOwner()
        .sql(
            """
            update ledger.balance set amount = amount %s where account in
              (select id from ledger.account where book = :book and kind = 'PAYABLE_HELD')
            """
                .formatted(by))
        .param("book", book.toString())
        .update();
  }

  @Test
  void aChainThatEndsTooEarlyIsFound() {
    var head =
        books
            .asOwner()
            .sql("select head from ledger.book where id = :book")
            .param("book", book.toString())
            .query(String.class)
            .single();
    head("f".repeat(64));
    assertThat(found()).containsExactly(new Finding(Fault.BROKEN_CHAIN, book.toString(), "head"));
    head(head);
    assertThat(found()).isEmpty();
  }

  private void head(String hash) {
    books
        .asOwner()
        .sql("update ledger.book set head = :hash where id = :book")
        .param("hash", hash)
        .param("book", book.toString())
        .update();
  }

  private void asIfThereWereNoTriggers(String table, String... changes) {
    var owner = books.asOwner();
    owner.sql("alter table ledger." + table + " disable trigger user").update();
    try {
      for (var change : changes) {
        assertThat(owner.sql(change).param(second).update()).isOne();
      }
    } finally {
      owner.sql("alter table ledger." + table + " enable trigger user").update();
    }
  }

  private List<Finding> found() {
    return examination.examine().stream()
        .filter(finding -> finding.book().equals(book.toString()))
        .toList();
  }
}

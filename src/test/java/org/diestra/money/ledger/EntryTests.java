package org.diestra.money.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diestra.money.ledger.Books.eur;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.base.Money;
import org.junit.jupiter.api.Test;

class EntryTests {
  private static final Instant NOW = Instant.parse("2026-11-29T10:00:00.123456789Z");
  private static final Book BOOK = new Book("bank", Currency.getInstance("EUR"));
  private static final UUID ROSA = new UUID(0, 1);

  private static Entry entry() {
    return Entry.of(BOOK, Event.MATURE, "key", NOW);
  }

  private static Entry of(long debit, long credit) {
    return entry()
        .debit(Account.held(ROSA), eur(debit))
        .credit(Account.available(ROSA), eur(credit));
  }

  @Test
  void whatIsOwedOnOneSideStandsOnTheOther() {
    assertThatCode(() -> of(1200, 1200).requireBalanced()).doesNotThrowAnyException();
    assertThatThrownBy(() -> of(1200, 1199).requireBalanced()).hasMessageContaining("balance");
    assertThatThrownBy(() -> entry().requireBalanced()).hasMessageContaining("balance");
  }

  @Test
  void oneEntryHasOneCurrency() {
    assertThatThrownBy(() -> entry().debit(Account.held(ROSA), Money.of(100, "USD")))
        .hasMessageContaining("not all in bank/EUR");
  }

  @Test
  void nothingIsPostedForZero() {
    assertThat(entry().debit(Account.held(ROSA), eur(0)).postings()).isEmpty();
  }

  @Test
  void saysTheSameWheneverItIsAskedAndSomethingElseForAnotherCent() {
    var later =
        new Entry(
            BOOK,
            Event.MATURE,
            "key",
            NOW.plusSeconds(9),
            of(1200, 1200).postings(),
            null,
            null,
            null);
    assertThat(later.body()).isEqualTo(of(1200, 1200).body());
    assertThat(
            List.of(
                of(1201, 1201).body(),
                of(1200, 1200).about("/money").body(),
                of(1200, 1200).evidence("/money").body(),
                Entry.of(BOOK, Event.AWARD, "key", NOW).body()))
        .doesNotHaveDuplicates()
        .doesNotContain(of(1200, 1200).body());
  }

  @Test
  void isKeptToTheMicrosecondAsTheDatabaseDoes() {
    assertThat(entry().at()).isEqualTo(Instant.parse("2026-11-29T10:00:00.123456Z"));
  }

  @Test
  void accountsAreCalledAsTheChartSays() {
    assertThat(Account.held(ROSA).code())
        .isEqualTo("Liabilities:Payable:0000000000000000000001:Held");
    assertThat(Account.clientMoney().code()).isEqualTo("Assets:Client-Money");
    var escrow = Account.feeEscrow(ROSA, new UUID(0, 2), new UUID(0, 3));
    assertThat(escrow.code())
        .isEqualTo("Liabilities:Escrow:0000000000000000000002:0000000000000000000003:Fee");
    assertThat(Account.read(Kind.ESCROW, escrow.code(), ROSA)).isEqualTo(escrow);
    assertThatThrownBy(() -> new Account(Kind.ESCROW, List.of("no:good"), ROSA))
        .hasMessageContaining("not an account");
  }
}

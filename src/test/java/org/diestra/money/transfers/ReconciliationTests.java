package org.diestra.money.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;

import java.time.LocalDate;
import java.util.List;
import org.diestra.money.ledger.Kind;
import org.diestra.money.ledger.Ledger.Total;
import org.diestra.money.transfers.Reconciliation.Reason;
import org.diestra.money.transfers.ReconciliationStore.Sums;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReconciliationTests {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

  private static Reconciliation of(@Nullable Money bank, Money books, Sums sums) {
    var totals =
        List.of(
            new Total(TransferHouse.BOOK, Kind.CLIENT_MONEY, 1, books),
            new Total(TransferHouse.BOOK, Kind.UNMATCHED, 1, eur(500)));
    assertThat(sums.closing()).isEqualTo(bank);
    return Reconciliation.of(sums, totals);
  }

  private static Sums sums(
      @Nullable Money closing, long opening, long came, long booked, long queued, long noted) {
    return new Sums(
        closing, DAY, eur(opening), eur(came), eur(booked), eur(queued), eur(noted), eur(0));
  }

  @Test
  void whenAllIsBookedTheBankAndTheBooksAgree() {
    var even = of(eur(9_000), eur(9_000), sums(eur(9_000), 0, 10_000, 1_000, 0, 0));
    assertThat(even.even()).isTrue();
    assertThat(even.reasons()).isEmpty();
    assertThat(even.suspense()).isEqualTo(eur(500));
  }

  @Test
  void eachReasonIsNamedAndTogetherTheyAreTheDifference() {
    // 200 were there before; 300 went out unexplained; 400 of payouts, of which 250 are on
    // statements
    var sums = sums(eur(10_000 + 200 - 1_000 - 300 - 250), 200, 10_000, 1_000, 300, 250);
    var found = of(sums.closing(), eur(10_000 - 1_000 - 400), sums);
    assertThat(found.reasons())
        .containsExactly(
            new Reason("transfers.reason.opening", eur(200)),
            new Reason("transfers.reason.queued", eur(-300)),
            new Reason("transfers.reason.by-hand", eur(150)));
    assertThat(found.difference()).isEqualTo(eur(50));
  }

  @Test
  void aMissingStatementIsAGap() {
    var found = of(eur(9_100), eur(9_000), sums(eur(9_100), 0, 10_000, 1_000, 0, 0));
    assertThat(found.reasons()).containsExactly(new Reason("transfers.reason.gap", eur(100)));
    var unknown = of(null, eur(9_000), sums(null, 0, 10_000, 1_000, 0, 0));
    assertThat(unknown.even()).isFalse();
    assertThat(unknown.reasons()).isEmpty();
  }
}

package org.diestra.money.payouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diestra.money.ledger.Books.eur;

import java.time.Instant;
import java.util.Currency;
import org.diestra.money.ledger.Book;
import org.diestra.money.payouts.Payout.Facts;
import org.diestra.money.payouts.Payout.Requested;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.junit.jupiter.api.Test;

class PayoutTests {
  private static final Instant NOW = Instant.parse("2026-11-30T06:00:00Z");
  private static final Book BOOK = new Book("bank", Currency.getInstance("EUR"));
  private final PersonId rosa = new PersonId(Ids.fresh());
  private final PersonId ada = new PersonId(Ids.fresh());
  private final PersonId bert = new PersonId(Ids.fresh());
  private final Payee payee = payee("a");

  private Payee payee(String print) {
    return new Payee(
        Ids.fresh(), rosa, 1, "ES91 ···· 1332", "ES", true, print, "a@b.test", NOW, NOW, false);
  }

  private Requested requested(long cents) {
    return new Requested(new Facts(Ids.fresh(), rosa, BOOK, eur(cents), false, 1, NOW, NOW));
  }

  @Test
  void threeDifferentPeopleTakeItToTheBank() {
    var paid =
        requested(9_000)
            .approve(ada, payee, NOW)
            .send(bert, Ids.fresh(), NOW.plusSeconds(5))
            .pay("bank 1", NOW.plusSeconds(9));
    assertThat(paid.facts().version()).isEqualTo(4);
    assertThat(paid.facts().since()).isEqualTo(NOW.plusSeconds(9));
    assertThat(paid.comeBack("closed", NOW).why()).isEqualTo("closed");
  }

  @Test
  void nobodyHasTwoPartsInIt() {
    var approved = requested(9_000).approve(ada, payee, NOW);
    assertThat(approved.releasableBy(ada)).isFalse();
    assertThat(approved.releasableBy(rosa)).isFalse();
    assertThat(approved.releasableBy(bert)).isTrue();
    assertThatThrownBy(() -> approved.send(ada, Ids.fresh(), NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> approved.send(rosa, Ids.fresh(), NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> requested(9_000).approve(rosa, payee, NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anApprovalIsBoundToAmountAndAccount() {
    var one = requested(9_000);
    assertThat(payee.binding(one.facts())).isEqualTo(payee.binding(one.facts()));
    var more = new Facts(one.facts().id(), rosa, BOOK, eur(9_001), false, 1, NOW, NOW);
    assertThat(payee.binding(more)).isNotEqualTo(payee.binding(one.facts()));
    assertThat(payee("a").binding(one.facts())).isNotEqualTo(payee.binding(one.facts()));
    assertThat(payee("b").binding(one.facts())).isNotEqualTo(payee.binding(one.facts()));
  }

  @Test
  void aSilentRailIsAskedLaterAndLater() {
    assertThat(Settlements.next(NOW, NOW)).isEqualTo(NOW.plusSeconds(120));
    assertThat(Settlements.next(NOW, NOW.plusSeconds(3_600)))
        .isEqualTo(NOW.plusSeconds(3_600 + 1_200));
    assertThat(Settlements.next(NOW, NOW.plusSeconds(864_000)))
        .isEqualTo(NOW.plusSeconds(864_000 + 86_400));
  }

  @Test
  void theStandingOrderTurnsOnMondays() {
    assertThat(Weekly.monday(Instant.parse("2026-11-29T23:59:59Z"))).isEqualTo(NOW);
    assertThat(Weekly.monday(NOW)).isEqualTo(Instant.parse("2026-12-07T06:00:00Z"));
    assertThat(Weekly.monday(NOW.minusMillis(1))).isEqualTo(NOW);
  }
}

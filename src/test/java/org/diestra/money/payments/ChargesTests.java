package org.diestra.money.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.diestra.money.ledger.Books.eur;

import java.util.Random;
import org.diestra.hiring.fees.Rates;
import org.diestra.money.taxes.Category;
import org.diestra.money.taxes.Reason;
import org.diestra.money.taxes.Treatment;
import org.diestra.platform.base.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a price comes to with taxes and fees, however it is cut. */
class ChargesTests {
  private static final Rates RATES = new Rates(500, 1_000);

  private static Charges charges(int vat, int withholding) {
    var work =
        vat > 0
            ? new Treatment(Category.S, vat, Reason.NONE, withholding)
            : new Treatment(Category.E, 0, Reason.EXEMPT, withholding);
    return new Charges(RATES, new Tax(work, 1, 1, 2_100, 2_100));
  }

  @Test
  void vatComesOnTopAndWhatIsKeptBackGoesOff() {
    var share = charges(2_100, 1_500).share(eur(10_000), eur(0));
    assertThat(share.gross()).isEqualTo(eur(10_600));
    assertThat(share.fee()).isEqualTo(eur(605)); // 5.00 and 21 % of it
    assertThat(share.taken()).isEqualTo(eur(1_210));
    assertThat(share.net()).isEqualTo(eur(9_390));
    assertThat(share.earned()).isEqualTo(eur(1_500));
    assertThat(share.owedTax()).isEqualTo(eur(315));
    assertThat(share.gross().plus(share.fee()))
        .isEqualTo(share.net().plus(share.earned()).plus(share.owedTax()));
    assertThat(charges(0, 1_500).gross(eur(10_000))).isEqualTo(eur(8_500));
  }

  /** Ten parts come to no cent more or less than the whole, and what pays them is never short. */
  @ParameterizedTest
  @CsvSource({"2100,1500", "2100,0", "0,1500", "2700,0", "0,700", "810,0", "10000,0", "0,9000"})
  void howeverItIsCutItComesToTheSame(int vat, int withholding) {
    var charges = charges(vat, withholding);
    var random = new Random(vat * 31L + withholding);
    for (int i = 0; i < 300; i++) {
      var price = eur(1 + random.nextInt(i < 100 ? 100 : 100_000));
      var held = charges.gross(price);
      var paid = eur(0);
      var taxes = eur(0);
      while (price.isMoreThan(paid)) {
        var wanted = eur(1 + random.nextInt((int) price.minus(paid).minor()));
        var part = charges.most(wanted, paid, held);
        assertThat(part).isEqualTo(wanted);
        var share = charges.share(part, paid);
        held = held.minus(share.gross());
        taxes = taxes.plus(share.vat()).minus(share.withheld());
        paid = paid.plus(part);
      }
      assertThat(held).isEqualTo(eur(0));
      assertThat(price.plus(taxes)).isEqualTo(charges.gross(price));
    }
  }

  @ParameterizedTest
  @CsvSource({"2100,1500", "2100,0", "0,1500", "0,700", "10000,0", "0,9000"})
  void withLessMoneyTheMostOfItIsPaid(int vat, int withholding) {
    var charges = charges(vat, withholding);
    var random = new Random(vat * 37L + withholding);
    for (int i = 0; i < 1_000; i++) {
      var before = eur(random.nextInt(5_000));
      var money = eur(random.nextInt(50_000));
      var wanted = eur(1 + random.nextInt(900_000));
      var most = charges.most(wanted, before, money);
      assertThat(charges.gross(before, most).isMoreThan(money)).isFalse();
      boolean all = most.equals(wanted);
      assertThat(all || charges.gross(before, most.plus(eur(1))).isMoreThan(money)).isTrue();
    }
  }

  /** 0.09 and 0.10 both come to 0.10: the cent between them costs nothing. */
  @Test
  void nothingIsPaidWithNothing() {
    var charges = charges(2_100, 1_500);
    assertThat(charges.gross(eur(9), eur(1))).isEqualTo(eur(0));
    assertThat(charges.most(eur(500), eur(9), eur(0))).isEqualTo(eur(0));
  }

  @Test
  void aPriceIsFoundAgainByWhatIsHandedOverForIt() {
    for (long cents = 1; cents < 5_000; cents++) {
      var price = eur(cents);
      assertThat(found(charges(2_100, 0), price)).isEqualTo(price);
      var kept = charges(2_100, 1_500); // two prices may come to the same
      assertThat(kept.gross(found(kept, price))).isEqualTo(kept.gross(price));
    }
    var none = new Charges(RATES, Tax.NONE);
    assertThat(none.price(eur(123))).isEqualTo(eur(123));
  }

  private static Money found(Charges charges, Money price) {
    return charges.price(charges.gross(price));
  }

  @Test
  void noTreatmentLeavesNothing() {
    var all = new Treatment(Category.E, 0, Reason.EXEMPT, 10_000);
    assertThatThrownBy(() -> new Tax(all, 1, 1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}

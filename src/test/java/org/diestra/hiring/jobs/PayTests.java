package org.diestra.hiring.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.diestra.platform.base.Money;
import org.diestra.platform.base.PayUnit;
import org.junit.jupiter.api.Test;

class PayTests {
  private static final Pay FOURTEEN = new Pay(eur(1400), null);

  @Test
  void theCeilingItselfIsAllowedAndACentMoreIsNot() {
    assertThat(FOURTEEN.allows(PayUnit.HOUR, eur(1400))).isTrue();
    assertThat(FOURTEEN.allows(PayUnit.HOUR, eur(1401))).isFalse();
  }

  @Test
  void anotherUnitOrCurrencyIsNotAllowed() {
    assertThat(FOURTEEN.allows(PayUnit.TASK, eur(100))).isFalse();
    assertThat(FOURTEEN.allows(PayUnit.HOUR, Money.of(100, "USD"))).isFalse();
  }

  @Test
  void moreOfAnyKindIsARaise() {
    assertThat(new Pay(eur(1500), null).isRaiseOf(FOURTEEN)).isTrue();
    assertThat(new Pay(eur(1400), eur(6000)).isRaiseOf(FOURTEEN)).isTrue();
    assertThat(FOURTEEN.isRaiseOf(FOURTEEN)).isFalse();
  }

  @Test
  void lessOfAnyKindCoversNoMore() {
    var both = new Pay(eur(1400), eur(6000));
    assertThat(new Pay(eur(1300), eur(7000)).covers(both)).isFalse();
    assertThat(FOURTEEN.covers(both)).as("tasks dropped").isFalse();
    assertThat(new Pay(Money.of(2000, "USD"), null).covers(FOURTEEN)).isFalse();
  }

  @Test
  void aJobPaysSomethingInOneCurrency() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Pay(null, null));
    assertThatIllegalArgumentException().isThrownBy(() -> new Pay(eur(0), null));
    assertThatIllegalArgumentException().isThrownBy(() -> new Pay(eur(1), Money.of(1, "USD")));
  }

  private static Money eur(long cents) {
    return Money.of(cents, "EUR");
  }
}

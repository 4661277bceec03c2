package org.diestra.money.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditorReferenceTests {
  private static final CreditorReference OURS = CreditorReference.of("5390075473");

  @Test
  void itsCheckDigitsAreThoseOfTheStandard() {
    var text = OURS.text();
    var turned = text.substring(4) + "2715" + text.substring(2, 4); // R is 27 and F is 15
    assertThat(new BigInteger(turned).mod(BigInteger.valueOf(97))).isEqualTo(BigInteger.ONE);
    assertThat(OURS.grouped()).matches("RF[0-9]{2} 5390 0754 73");
    Stream.generate(CreditorReference::fresh)
        .limit(500)
        .forEach(
            one -> assertThat(CreditorReference.in(List.of(one.grouped()))).containsExactly(one));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "Pago factura %s gracias", "pago %s.", "REF:%s/INV", "%s %s"})
  void itIsFoundWithWhateverIsAroundIt(String around) {
    assertThat(found(around.replace("%s", OURS.text()))).contains(OURS);
    assertThat(found(around.replace("%s", OURS.grouped()))).contains(OURS);
    assertThat(found(around.replace("%s", OURS.text().toLowerCase(Locale.ROOT)))).contains(OURS);
    assertThat(found(around.replace("%s", OURS.grouped().replace(" ", "\r\n")))).contains(OURS);
    assertThat(found(around.replace("%s", OURS.text().replaceAll("(.{5})", "$1-")))).contains(OURS);
  }

  private static Set<CreditorReference> found(String text) {
    return CreditorReference.in(List.of(text));
  }

  @Test
  void oneWrongDigitOrTwoTurnedRoundAreNoReference() {
    var text = OURS.text();
    for (int i = 2; i < text.length(); i++) {
      char other = text.charAt(i) == '9' ? '1' : (char) (text.charAt(i) + 1);
      assertThat(found(text.substring(0, i) + other + text.substring(i + 1))).isEmpty();
      if (i + 1 < text.length() && text.charAt(i) != text.charAt(i + 1)) {
        var turned =
            text.substring(0, i) + text.charAt(i + 1) + text.charAt(i) + text.substring(i + 2);
        assertThat(found(turned)).isEmpty();
      }
    }
    assertThat(found("RF")).isEmpty();
    assertThat(found("")).isEmpty();
  }

  @Test
  void twoInOneTextAreBothFound() {
    var other = CreditorReference.of("9876543210");
    assertThat(found(OURS.grouped() + " y " + other.text())).containsExactly(OURS, other);
  }

  @Test
  void onlyAValidOneCanBeMade() {
    assertThatIllegalArgumentException().isThrownBy(() -> new CreditorReference("RF001234567890"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CreditorReference(OURS.text().toLowerCase(Locale.ROOT)));
  }
}

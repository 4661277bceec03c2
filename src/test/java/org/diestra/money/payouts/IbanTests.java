package org.diestra.money.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.diestra.platform.base.Iban;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTests {
  /** Examples of the registry. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "AD12 0001 2030 2003 5910 0100",
        "AE07 0331 2345 6789 0123 456",
        "AT61 1904 3002 3457 3201",
        "BE68 5390 0754 7034",
        "BR18 0036 0305 0000 1000 9795 493C 1",
        "CH93 0076 2011 6238 5295 7",
        "CY17 0020 0128 0000 0012 0052 7600",
        "DE89 3704 0044 0532 0130 00",
        "ES91 2100 0418 4502 0005 1332",
        "FI21 1234 5600 0007 85",
        "FR14 2004 1010 0505 0001 3M02 606",
        "GB29 NWBK 6016 1331 9268 19",
        "GR16 0110 1250 0000 0001 2300 695",
        "IE29 AIBK 9311 5212 3456 78",
        "IT60 X054 2811 1010 0000 0123 456",
        "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
        "NL91 ABNA 0417 1643 00",
        "NO93 8601 1117 947",
        "PL61 1090 1014 0000 0712 1981 2874",
        "PT50 0002 0123 1234 5678 9015 4",
        "SE45 5000 0000 0583 9825 7466",
        "nl91abna0417164300"
      })
  void whatTheRegistryShowsIsTaken(String typed) {
    assertThat(Iban.read(typed)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ES",
        "ES91 2100 0418 4502 0005 1333",
        "ES91 2100 0418 4502 0005 133",
        "ES91 2100 0418 4502 0005 13322",
        "ES00 2100 0418 4502 0005 1332",
        "ZZ68 5390 0754 7034",
        "ES٩١ 2100 0418 4502 0005 1332",
        "DE89 3704 0044 0532 0130 0O"
      })
  void whatNoBankCouldHaveGivenIsNot(String typed) {
    assertThat(Iban.read(typed)).isEmpty();
  }

  /** One wrong character, and two that changed places, are always seen by the check digits. */
  @Test
  void noSlipOfTheHandPasses() {
    var right = "ES9121000418450200051332";
    for (int i = 4; i < right.length(); i++) {
      for (char c = '0'; c <= '9'; c++) {
        if (c != right.charAt(i)) {
          assertThat(Iban.read(right.substring(0, i) + c + right.substring(i + 1))).isEmpty();
        }
      }
      if (i + 1 < right.length() && right.charAt(i) != right.charAt(i + 1)) {
        var swapped =
            right.substring(0, i) + right.charAt(i + 1) + right.charAt(i) + right.substring(i + 2);
        assertThat(Iban.read(swapped)).isEmpty();
      }
    }
  }

  @Test
  void checkDigitsThatAreReckonedPass() {
    var random = new Random(7);
    for (int i = 0; i < 200; i++) {
      var account = "%020d".formatted(Math.abs(random.nextLong()));
      var digits = new BigInteger(account + "142800"); // E is 14 and S is 28
      var check = 98 - digits.mod(BigInteger.valueOf(97)).intValue();
      assertThat(Iban.read("ES%02d%s".formatted(check, account))).isPresent();
    }
  }

  @Test
  void sepaReachesEuropeAndNoFurther() {
    assertThat(new Iban("ES9121000418450200051332").sepa()).isTrue();
    assertThat(new Iban("GB29NWBK60161331926819").sepa()).isTrue();
    assertThat(new Iban("AE070331234567890123456").sepa()).isFalse();
    assertThat(new Iban("BR1800360305000010009795493C1").sepa()).isFalse();
  }

  @Test
  void theMaskShowsTheEndAlone() {
    var account = new BankAccount.ByIban(new Iban("ES9121000418450200051332"));
    assertThat(account.masked()).isEqualTo("ES91 ···· 1332");
    assertThat(new BankAccount.ByNumber("00012345", "GTBINGLA", "", "NG").masked())
        .isEqualTo("GTBING ···· 2345");
  }
}

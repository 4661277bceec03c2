package org.diestra.platform.base;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.diestra.platform.base.OneTimeCode.Algorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeCodeTests {
  /** RFC 6238, appendix B. */
  @ParameterizedTest
  @CsvSource({
    "59, SHA1, 94287082",
    "59, SHA256, 46119246",
    "59, SHA512, 90693936",
    "1111111109, SHA1, 07081804",
    "1111111111, SHA256, 67062674",
    "20000000000, SHA1, 65353130",
    "20000000000, SHA512, 47863826"
  })
  void codesAreThoseOfTheStandard(long second, Algorithm algorithm, String code) {
    int length =
        switch (algorithm) {
          case SHA1 -> 20;
          case SHA256 -> 32;
          case SHA512 -> 64;
        };
    var secret = "1234567890".repeat(7).substring(0, length).getBytes(US_ASCII);
    var codes = new OneTimeCode(secret, algorithm, 8, 30);
    assertThat(codes.code(codes.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
  }

  @Test
  void keysAreReadAsSitesShowThem() {
    var usual = OneTimeCode.read(" jbsw y3dp-EHPK 3PXP ").orElseThrow();
    assertThat(usual.address())
        .isEqualTo("otpauth://totp/?secret=JBSWY3DPEHPK3PXP&algorithm=SHA1&digits=6&period=30");
    var whole =
        OneTimeCode.read(
                "otpauth://totp/Town Hall:ana?secret=JBSWY3DPEHPK3PXP&digits=8&period=60&algorithm=SHA256")
            .orElseThrow();
    assertThat(whole.digits()).isEqualTo(8);
    assertThat(OneTimeCode.read(whole.address()).orElseThrow().address())
        .isEqualTo(whole.address());
    assertThat(whole.until(Instant.ofEpochSecond(61))).isEqualTo(Instant.ofEpochSecond(120));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "018",
        "A",
        "otpauth://hotp/x?secret=JBSWY3DPEHPK3PXP",
        "otpauth://totp/x",
        "otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&digits=5",
        "otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&period=0",
        "otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&algorithm=MD5",
        "https://example.org"
      })
  void whatIsNoneIsRefused(String typed) {
    assertThat(OneTimeCode.read(typed)).isEmpty();
  }

  @Test
  void base32IsReadAsItIsWritten() {
    for (int length = 1; length < 12; length++) {
      var bytes = "Hello, world".substring(0, length).getBytes(US_ASCII);
      assertThat(Base32.read(Base32.text(bytes)).orElseThrow()).isEqualTo(bytes);
    }
    assertThat(Base32.text("foobar".getBytes(US_ASCII))).isEqualTo("MZXW6YTBOI"); // RFC 4648
  }
}

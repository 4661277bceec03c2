package org.diestra.platform.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import org.diestra.platform.base.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = Instant.ofEpochSecond(1_111_111_111);

  /** RFC 6238, appendix B, of which we take the last six digits; and RFC 4226, appendix D. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130",
    "0, 755224",
    "60, 359152",
    "90, 969429",
    "270, 520489"
  })
  void codesAreThoseOfTheStandard(long seconds, String code) {
    assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
  }

  @Test
  void aClockMayBeWrongByOneStep() {
    long now = Totp.step(NOW);
    for (long step = now - 1; step <= now + 1; step++) {
      assertThat(Totp.matching(SECRET, Totp.code(SECRET, step), NOW, 0)).hasValue(step);
    }
    assertThat(Totp.matching(SECRET, Totp.code(SECRET, now - 2), NOW, 0)).isEmpty();
    assertThat(Totp.matching(SECRET, Totp.code(SECRET, now + 2), NOW, 0)).isEmpty();
    assertThat(Totp.matching(SECRET, "", NOW, 0)).isEmpty();
  }

  @Test
  void whatWasTakenIsUsedUpWithAllBefore() {
    long now = Totp.step(NOW);
    assertThat(Totp.matching(SECRET, Totp.code(SECRET, now), NOW, now)).isEmpty();
    assertThat(Totp.matching(SECRET, Totp.code(SECRET, now - 1), NOW, now)).isEmpty();
    assertThat(Totp.matching(SECRET, Totp.code(SECRET, now + 1), NOW, now)).hasValue(now + 1);
  }

  @Test
  void phonesLearnTheSecretFromTextOrPicture() {
    var setup = new Setup(SECRET, "ana+1@example.org");
    assertThat(setup.key()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    assertThat(setup.link())
        .isEqualTo(
            "otpauth://totp/Diestra:ana%2B1%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Diestra&algorithm=SHA1&digits=6&period=30");
    var picture = setup.picture();
    assertThat(picture.side()).isBetween(29, 80);
    assertThat(picture.path()).startsWith("M4,4h1v1h-1z");
    assertThat(setup.toString()).doesNotContain("GEZD");
  }

  @Test
  void recoveryCodesAreReadAsPeopleTypeThem() {
    var codes = RecoveryCode.fresh();
    assertThat(codes).hasSize(10);
    assertThat(new HashSet<>(codes)).hasSize(10);
    var first = codes.getFirst().text();
    assertThat(first).matches("([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}");
    var typed = " " + first.toUpperCase(java.util.Locale.ROOT).replace("-", " ").replace('0', 'O');
    assertThat(RecoveryCode.read(typed)).isEqualTo(new Token(first.replace("-", "")));
    assertThat(codes.toString()).doesNotContain(first);
  }
}

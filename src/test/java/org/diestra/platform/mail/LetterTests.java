package org.diestra.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nobody",
        "@house.test",
        "a@",
        "a@localhost",
        "a b@house.test",
        "a@house.test\r\nBcc: all@house.test",
        "a\r\nBcc: all@house.test",
        "a@house.test\n",
        "a@house.test, b@house.test",
        "Ana <a@house.test>",
        "a\"b@house.test",
        ".a@house.test",
        "a..b@house.test",
        "a@house..test",
        "a@-house.test",
        "a@house_of.test"
      })
  void noMailGoesToWhatIsNoAddress(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> letter(text, "Hello"));
  }

  @ParameterizedTest
  @CsvSource({
    "Ana.Ruiz+jobs@House.TEST, ana.ruiz+jobs@house.test",
    "ana@niño.test, ana@xn--nio-8ma.test",
    "josé@house.test, josé@house.test",
    "o'neill@house.test, o'neill@house.test"
  })
  void anAddressHasOneKeyHoweverItIsWritten(String text, String key) {
    assertThat(Address.of(text).key()).isEqualTo(key);
  }

  @Test
  void aSubjectIsOneLine() {
    var letter = letter("a@house.test", "New bid\r\nBcc: all@house.test\u2028x");
    assertThat(letter.subject()).isEqualTo("New bid Bcc: all@house.test x");
    assertThat(letter("a@house.test", "x".repeat(500)).subject()).hasSize(200).endsWith("…");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "//elsewhere.test",
        "/a b",
        "/a\r\nb",
        "/\"onclick",
        "ftp://x.test"
      })
  void linksLeadToTheHouseOrTheWeb(String link) {
    var letter = letter("a@house.test", "Hello");
    assertThatIllegalArgumentException().isThrownBy(() -> letter.button("Go", link));
    assertThatIllegalArgumentException().isThrownBy(() -> letter.withUnsubscribe(link));
  }

  @Test
  void answersGoToOneAddress() {
    var letter = letter("a@house.test", "Hello");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> letter.withReplyTo("b@house.test\r\nBcc: c@house.test"));
  }

  private static Letter letter(String to, String subject) {
    return Letter.to(to, Locale.ENGLISH, "mail:test", subject);
  }
}

package org.diestra.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.diestra.platform.data.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpServerTests {
  @Test
  void aPasswordMayHoldAnything() {
    var server = read("smtp://diestra%40house.test:p%3A%2F%2B+x@mail.house.test:587");
    assertThat(server.user()).isEqualTo("diestra@house.test");
    assertThat(server.password()).isEqualTo("p:/++x");
    assertThat(server.port()).isEqualTo(587);
  }

  @Test
  void aPasswordTravelsEncryptedOnly() {
    assertThat(read("smtp://u:p@mail.house.test").properties())
        .containsEntry("mail.smtp.starttls.required", "true");
    assertThat(read("smtps://u:p@mail.house.test").port()).isEqualTo(465);
  }

  @Test
  void everyWaitIsBounded() {
    assertThat(read("smtps://mail.house.test").properties())
        .containsEntry("mail.smtps.connectiontimeout", "20000")
        .containsEntry("mail.smtps.timeout", "20000")
        .containsEntry("mail.smtps.writetimeout", "20000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail.house.test",
        "http://mail.test",
        "smtp://",
        "smtp://u@h.test",
        "smtp://u:%zz@h.test"
      })
  void aMalformedAddressStopsTheStartInOneLineWithoutItself(String url) {
    assertThatThrownBy(() -> read(url))
        .isInstanceOf(CannotStart.class)
        .hasMessageStartingWith("DIESTRA_SMTP_URL: expected");
  }

  private static SmtpServer read(String url) {
    return SmtpServer.of(url, Duration.ofSeconds(20));
  }
}

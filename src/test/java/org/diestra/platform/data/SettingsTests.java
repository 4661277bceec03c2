package org.diestra.platform.data;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class SettingsTests {
  @Test
  void allAreOptional() {
    assertThatCode(() -> Settings.check(new MockEnvironment())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DIESTRA_PORT|443
          DIESTRA_DATA|/tmp/there/is/no/such/folder/yet
          DIESTRA_BASE_URL|https://diestra.example
          DIESTRA_BASE_URL|http://localhost:8080/
          DIESTRA_SMTP_URL|smtps://house:pa%20ss@mail.example:465
          DIESTRA_MAIL_FROM|diestra@example.org
          DIESTRA_MAIL_IN|smtp://0.0.0.0:25
          DIESTRA_REPLY_DOMAIN|reply.example.org
          DIESTRA_ROOM_URL|https://meet.example.org/{room}
          DIESTRA_IMAP_URL|imaps://house:secret@mail.example
          DIESTRA_TURN_URL|turn:turn.example:3478?transport=udp
          DIESTRA_SECRET_KEY|AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
          DIESTRA_RATES_URL|''
          DIESTRA_RATES_URL|https://www.ecb.europa.eu/stats/eurofxref/
          DIESTRA_BLOBS_URL|s3+http://house:a%2Fb+c@10.0.0.7:9000/files/house
          DIESTRA_METRICS_TOKEN|0123456789abcdef
          DIESTRA_STRIPE_KEY|rk_live_0123456789abcdef
          DIESTRA_STRIPE_WEBHOOK_SECRETS|whsec_0123456789abcdef, whsec_fedcba9876543210
          DIESTRA_STRIPE_CURRENCIES|EUR,USD
          DIESTRA_STRIPE_API|http://localhost:12111
          DIESTRA_TEST_CLOCK|true
          """)
  void whatFitsIsTaken(String name, String value) {
    assertThatCode(() -> check(name, value)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DIESTRA_PORT|0
          DIESTRA_PORT|65536
          DIESTRA_PORT|http
          DIESTRA_PORT|''
          DIESTRA_DATA|''
          DIESTRA_DATA|/proc/version
          DIESTRA_BASE_URL|diestra.example
          DIESTRA_BASE_URL|ftp://diestra.example
          DIESTRA_BASE_URL|https://diestra.example/some/path
          DIESTRA_BASE_URL|https://
          DIESTRA_DATABASE_URL|postgres://localhost/diestra
          DIESTRA_DATABASE_URL|jdbc:postgresql://localhost:5432
          DIESTRA_DATABASE_URL|jdbc:mysql://localhost/diestra
          DIESTRA_SMTP_URL|mail.example:25
          DIESTRA_MAIL_FROM|diestra
          DIESTRA_MAIL_FROM|a b@example.org
          DIESTRA_MAIL_IN|0.0.0.0:25
          DIESTRA_MAIL_IN|smtp://0.0.0.0
          DIESTRA_REPLY_DOMAIN|reply
          DIESTRA_ROOM_URL|https://meet.example.org/
          DIESTRA_ROOM_SECRET|short
          DIESTRA_STRIPE_KEY|pk_test_0123456789abcdef
          DIESTRA_STRIPE_KEY|''
          DIESTRA_STRIPE_WEBHOOK_SECRETS|whsec_0123456789abcdef,
          DIESTRA_STRIPE_CURRENCIES|EUR,XYZ
          DIESTRA_STRIPE_API|http://stripe.example
          DIESTRA_STRIPE_API|https://stripe.example/v1
          DIESTRA_TURN_SECRET|short
          DIESTRA_IMAP_URL|https://mail.example
          DIESTRA_RATES_URL|ftp://rates.example
          DIESTRA_BLOBS_URL|s3://bucket
          DIESTRA_BLOBS_URL|https://host/bucket
          DIESTRA_BLOBS_URL|s3://key@host/bucket
          DIESTRA_SEARCH_URL|https://search.example
          DIESTRA_TURN_URL|https://turn.example
          DIESTRA_SECRET_KEY|short
          DIESTRA_METRICS_TOKEN|guess me
          DIESTRA_TEST_CLOCK|yes
          DIESTRA_DEMO|1
          """)
  void whatDoesNotFitIsNamed(String name, String value) {
    assertThatThrownBy(() -> check(name, value))
        .isInstanceOf(CannotStart.class)
        .hasMessageStartingWith(name + " must be ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aDataFolderMustBeWritable(@TempDir Path folder) throws Exception {
    var file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> check("DIESTRA_DATA", file.resolve("data").toString()))
        .hasMessageStartingWith("DIESTRA_DATA must be ");
  }

  @Test
  void theTestClockIsRefusedOnADatabaseOfOthers() {
    var settings =
        new MockEnvironment()
            .withProperty("DIESTRA_DATABASE_URL", "jdbc:postgresql://localhost:5432/diestra")
            .withProperty("DIESTRA_DATABASE_USER", "diestra")
            .withProperty("DIESTRA_TEST_CLOCK", "true");
    assertThatThrownBy(() -> Settings.check(settings))
        .hasMessageStartingWith("DIESTRA_TEST_CLOCK must be unset");
  }

  @Test
  void aLiveKeyIsToldToStripeAlone() {
    var settings =
        new MockEnvironment()
            .withProperty("DIESTRA_STRIPE_KEY", "sk_live_0123456789abcdef")
            .withProperty("DIESTRA_STRIPE_API", "http://localhost:12111");
    assertThatThrownBy(() -> Settings.check(settings))
        .hasMessageStartingWith("DIESTRA_STRIPE_API must be unset")
        .hasMessageNotContaining("0123456789abcdef");
  }

  @Test
  void aDatabaseOfOthersNeedsALogin() {
    assertThatThrownBy(
            () -> check("DIESTRA_DATABASE_URL", "jdbc:postgresql://localhost:5432/diestra"))
        .hasMessageStartingWith("DIESTRA_DATABASE_USER must be set");
  }

  @Test
  void theLineNeverRepeatsWhatWasSet() {
    assertThatThrownBy(() -> check("DIESTRA_SECRET_KEY", "hunter2"))
        .hasMessageNotContaining("hunter2");
  }

  private static void check(String name, String value) {
    Settings.check(new MockEnvironment().withProperty(name, value));
  }
}

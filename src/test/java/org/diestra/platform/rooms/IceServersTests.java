package org.diestra.platform.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.junit.jupiter.api.Test;

class IceServersTests {
  private static final PersonId NOBODY = new PersonId(new UUID(0, 0));
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

  @Test
  void aTurnServerGetsANameThatEndsInAnHourAndItsHmac() {
    var servers =
        IceServers.of("turn:turn.example.org:3478,turns:turn.example.org:443", "secret8c");

    // printf %s 1800003600:0000000000000000000000 | openssl dgst -binary -sha1 -hmac secret8c |
    // base64
    assertThat(servers.forPerson(NOBODY, NOW))
        .containsExactly(
            new IceServer(
                List.of("turn:turn.example.org:3478", "turns:turn.example.org:443"),
                "1800003600:0000000000000000000000",
                "2vPGlZ/24xa7QPKdQWlp32tpP8o="));
  }

  @Test
  void aStunServerNeedsNoPassword() {
    var servers = IceServers.of(" stun:stun.example.org ", "");

    assertThat(servers.forPerson(NOBODY, NOW))
        .containsExactly(new IceServer(List.of("stun:stun.example.org"), null, null));
  }

  @Test
  void withoutASettingThereAreNone() {
    assertThat(IceServers.of("", "").forPerson(NOBODY, NOW)).isEmpty();
  }
}

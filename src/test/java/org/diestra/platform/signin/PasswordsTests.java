package org.diestra.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordsTests {
  @Test
  void whereNobodyIsTheSameWorkIsDone() {
    assertThat(form(Passwords.ofNobody())).isEqualTo(form(Passwords.ARGON2.encode("a password")));
    assertThat(Passwords.ofNobody()).isNotEqualTo(Passwords.ofNobody());
  }

  /** Algorithm, version and costs as they stand, salt and hash by their lengths. */
  private static List<String> form(String hash) {
    var parts = Arrays.asList(hash.split("\\$"));
    parts.set(4, "" + parts.get(4).length());
    parts.set(5, "" + parts.get(5).length());
    return parts;
  }
}

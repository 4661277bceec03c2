package org.diestra.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class Argon2idTests {
  private static final String PASSWORD = "contraseña über 日本 🙂";
  private final Argon2id argon2 = new Argon2id();

  @Test
  void anotherImplementationAgrees() {
    var other = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    var ours = argon2.encode(PASSWORD);
    assertThat(other.matches(PASSWORD, ours)).isTrue();
    assertThat(other.upgradeEncoding(ours)).isFalse();
    assertThat(argon2.matches(PASSWORD, other.encode(PASSWORD))).isTrue();
    assertThat(argon2.matches(PASSWORD + ".", ours)).isFalse();
  }

  @Test
  void oneThatCostOtherwiseIsComparedAtItsOwnCosts() {
    var older = new Argon2PasswordEncoder(16, 24, 2, 4096, 3).encode(PASSWORD);
    assertThat(argon2.matches(PASSWORD, older)).isTrue();
    assertThat(argon2.matches("another", older)).isFalse();
  }

  @Test
  void theMemoryOfTheLastHashIsNoPartOfTheNext() {
    var hash = argon2.encode(PASSWORD);
    argon2.encode("something else");
    assertThat(argon2.matches(PASSWORD, hash)).isTrue();
    assertThat(argon2.encode(PASSWORD)).isNotEqualTo(hash);
  }

  @Test
  void whereNobodyIsTheSameWorkIsDone() {
    assertThat(form(Argon2id.ofNothing())).isEqualTo(form(argon2.encode(PASSWORD)));
    assertThat(Argon2id.ofNothing()).isNotEqualTo(Argon2id.ofNothing());
    assertThat(argon2.matches(PASSWORD, Argon2id.ofNothing())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "$2a$10$abc", "$argon2id$v=19$m=,t=2,p=1$AAAA$AAAA"})
  void whatIsNoHashIsSaidSo(String kept) {
    assertThatIllegalArgumentException().isThrownBy(() -> argon2.matches(PASSWORD, kept));
  }

  /** Algorithm, version and costs as they stand, salt and hash by their lengths. */
  private static List<String> form(String hash) {
    var parts = Arrays.asList(hash.split("\\$"));
    parts.set(4, "" + parts.get(4).length());
    parts.set(5, "" + parts.get(5).length());
    return parts;
  }
}

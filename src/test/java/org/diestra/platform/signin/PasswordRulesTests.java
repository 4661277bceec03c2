package org.diestra.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.diestra.platform.base.Problems;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {
  private final PasswordRules rules = new PasswordRules();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password123456",
        "Password2026!!",
        "P@ssw0rd!!!!!",
        "passwordpassword",
        "qwertyuiop123",
        "aaaaaaaaaaaaaa",
        "abcabcabcabc",
        "123456789012345",
        "iloveyou12345",
        "abcdefghijklm"
      })
  void refusesWhatAThiefTriesFirst(String password) {
    assertThat(problem(password)).isEqualTo("signin.password.known");
  }

  @ParameterizedTest
  @ValueSource(strings = {"anagarcia2026", "Garcia-Ana-1984", "ana@example.org"})
  void refusesThePersonsOwnNameAndAddress(String password) {
    assertThat(problem(password)).isEqualTo("signin.password.own");
  }

  @Test
  void countsCharactersNotBytes() {
    assertThat(problem("ñandúñandúñ")).isEqualTo("signin.password.short");
    assertThat(problem("x".repeat(201))).isEqualTo("signin.password.long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cuatro mesas verdes lentas", "tr0ub4dor y su caballo", "密码是一只很慢的绿色乌龟啊"})
  void takesWordsThatDontBelongTogether(String password) {
    assertThat(problem(password)).isNull();
  }

  private @Nullable String problem(String password) {
    var problems = new Problems();
    rules.check(password, "Ana García", "ana@example.org", "password", problems);
    var found = problems.at("password");
    return found == null ? null : found.key();
  }
}

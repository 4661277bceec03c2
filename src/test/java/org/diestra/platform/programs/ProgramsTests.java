package org.diestra.platform.programs;

import static org.assertj.core.api.Assertions.assertThat;

import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Passwords of programs: what they open, and until when. */
@HouseTest
class ProgramsTests {
  @Autowired private Programs programs;
  @Autowired private AppPasswords passwords;
  @Autowired private People people;

  @Test
  void aPasswordOpensItsPartsForItsPersonAlone() {
    var lucia = people.client("Lucía");
    var other = people.client("Other");
    var password = passwords.of(lucia, Part.CALENDARS);
    assertThat(programs.admit(lucia.email(), password))
        .hasValueSatisfying(admitted -> {
          assertThat(admitted.person()).isEqualTo(lucia.id());
          assertThat(admitted.parts()).containsExactly(Part.CALENDARS);
        });
    assertThat(programs.admit(lucia.email().toUpperCase(java.util.Locale.ROOT), password))
        .isPresent();
    assertThat(programs.admit(other.email(), password)).isEmpty();
    assertThat(programs.admit(lucia.email(), password + "x")).isEmpty();
    assertThat(programs.admit("nobody", password)).isEmpty();
  }

  @Test
  void whatIsEndedOpensNothingAndIsEndedByItsPersonAlone() {
    var lucia = people.client("Lucía");
    var other = people.client("Other");
    var password = passwords.of(lucia, Part.FILES);
    programs.admit(lucia.email(), password);
    var mine = Caller.person(lucia.id().value()).call(() -> programs.of(lucia.id())).getFirst();
    assertThat(mine.usedAt()).isNotNull();
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> Caller.person(other.id().value()).run(() -> programs.end(other.id(), mine.id())))
        .isInstanceOf(NotFound.class);
    Caller.person(lucia.id().value()).run(() -> programs.end(lucia.id(), mine.id()));
    assertThat(programs.admit(lucia.email(), password)).isEmpty();
  }

  @Test
  void noTwoAreAlikeAndNoneIsKept() {
    var one = AppPassword.fresh();
    assertThat(one.text())
        .matches("([a-z2-9]{4}-){6}[a-z2-9]{4}")
        .isNotEqualTo(AppPassword.fresh().text());
    assertThat(one.toString()).doesNotContain(one.text());
  }
}

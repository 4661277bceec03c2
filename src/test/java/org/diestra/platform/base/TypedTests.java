package org.diestra.platform.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedTests {
  private final Problems problems = new Problems();
  private final Typed typed = new Typed(problems);

  @Test
  void aLineIsOneLineHoweverItWasTyped() {
    assertThat(Typed.line("  Secretary\r\n and\tbookkeeper\u0000 "))
        .isEqualTo("Secretary and bookkeeper");
    assertThat(Typed.line(null)).isEmpty();
  }

  @Test
  void aTextKeepsItsLinesAndLosesWhatTheDatabaseWouldRefuse() {
    assertThat(Typed.text("one\r\ntwo\rthree\u0000\u0007\n\n")).isEqualTo("one\ntwo\nthree");
    assertThat(Typed.text("Lucı́a Go\u0301mez")).isEqualTo("Lucı́a G\u00f3mez");
  }

  @Test
  void whatIsMissingAndWhatIsTooLongStandsAtItsField() {
    typed.line("title", " \n ", 10, "jobs.title.missing");
    typed.text("what", "x".repeat(11), 10, "jobs.what.missing");
    assertThat(problems.at("title")).extracting(Refusal::key).isEqualTo("jobs.title.missing");
    assertThat(problems.at("what")).extracting(Refusal::key).isEqualTo("page.too-long");
  }

  @Test
  void anEmojiIsOneCharacter() {
    typed.line("title", "👩🏽‍💻", 4);
    assertThat(problems.none()).isTrue();
  }

  @Test
  void aNumberIsWholeAndWithinItsBounds() {
    assertThat(typed.number("years", " 12 ", 0, 60, "wrong")).isEqualTo(12);
    assertThat(typed.number("years", "", 0, 60, "wrong")).isNull();
    assertThat(problems.none()).isTrue();
    assertThat(typed.number("years", "61", 0, 60, "wrong")).isNull();
    assertThat(problems.at("years")).isNotNull();
    assertThat(typed.number("hours", "99999999999", 0, 60, "wrong")).isNull();
    assertThat(typed.number("days", "١٢", 0, 60, "wrong")).isNull();
    assertThat(problems.all()).containsOnlyKeys("years", "hours", "days");
  }
}

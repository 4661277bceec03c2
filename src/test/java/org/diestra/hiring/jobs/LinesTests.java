package org.diestra.hiring.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.diestra.hiring.jobs.Lines.Pair;
import org.junit.jupiter.api.Test;

class LinesTests {
  @Test
  void aChangedLineStandsBesideWhatItWas() {
    assertThat(Lines.compare(List.of("a", "old", "z"), List.of("a", "new", "z")))
        .containsExactly(new Pair("a", "a"), new Pair("old", "new"), new Pair("z", "z"));
  }

  @Test
  void newAndGoneLinesStandAlone() {
    assertThat(Lines.compare(List.of("a", "b"), List.of("a", "x", "b")))
        .containsExactly(new Pair("a", "a"), new Pair(null, "x"), new Pair("b", "b"));
    assertThat(Lines.compare(List.of("a", "b"), List.of("b")))
        .containsExactly(new Pair("a", null), new Pair("b", "b"));
  }

  @Test
  void twoHugeTextsAreShownAsDifferentWithoutMuchThought() {
    var pairs = Lines.compare(Collections.nCopies(20_000, "a"), Collections.nCopies(20_000, "b"));
    assertThat(pairs).hasSize(20_000).allMatch(pair -> !pair.same());
  }
}

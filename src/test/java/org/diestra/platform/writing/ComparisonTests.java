package org.diestra.platform.writing;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.diestra.platform.writing.Comparison.Kind;
import org.diestra.platform.writing.Comparison.Row;
import org.diestra.platform.writing.Comparison.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTests {
  @Test
  void aChangedWordStandsAloneWithinItsLine() {
    assertThat(shown("Pay the bill on Monday.", "Pay each bill on Friday."))
        .containsExactly("Pay -the- bill on -Monday-. | Pay +each+ bill on +Friday+.");
  }

  @Test
  void addedAndRemovedLinesStandAlone() {
    assertThat(shown("one\n\ntwo two\n\nthree", "one\n\nthree\n\nfour four"))
        .containsExactly("one | one", "-two two- | ", "three | three", " | +four four+");
  }

  @Test
  void aLineThatWasRewrittenStandsBesideWhatItBecame() {
    var before = "Open the shop at nine\nCount the till\nClose the shop at six";
    var after = "Ring the bell\nOpen the shop at ten\nCount the till\nClose it all down";
    assertThat(shown(before, after))
        .containsExactly(
            " | +Ring the bell+",
            "Open the shop at -nine- | Open the shop at +ten+",
            "Count the till | Count the till",
            "-Close the shop at six- | +Close it all down+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a  b\n\n\n  c ", "a b\nc", "\r\na\tb\r\n\r\nc\r\n", "a\u00a0b\n c"})
  void gapsAreNoChange(String text) {
    assertThat(Comparison.changed(Comparison.of("a b\n\nc", text))).isFalse();
  }

  @Test
  void wordsAreWholeInEveryAlphabet() {
    assertThat(shown("No, isn't 12,50 € año", "No, wasn’t 12.50 € an\u0303o"))
        .containsExactly("No, -isn't 12,50- € -año- | No, +wasn’t 12.50+ € +an\u0303o+");
    assertThat(shown("Привет мир 👍🏽", "Привет дом 👍🏽"))
        .containsExactly("Привет -мир- 👍🏽 | Привет +дом+ 👍🏽");
    assertThat(shown("(a)", "(b)")).containsExactly("(-a-) | (+b+)");
  }

  @Test
  void nothingIsAlsoAText() {
    assertThat(Comparison.of("", " \n ")).isEmpty();
    assertThat(shown("", "a")).containsExactly(" | +a+");
    assertThat(shown("a", "")).containsExactly("-a- | ");
  }

  @Test
  void bothTextsCanBeReadOffTheRows() {
    var random = new Random(7);
    for (int i = 0; i < 500; i++) {
      var before = text(random);
      var after = text(random);
      var rows = Comparison.of(before, after);
      assertThat(side(rows, true)).isEqualTo(before);
      assertThat(side(rows, false)).isEqualTo(after);
      rows.forEach(ComparisonTests::alternates);
    }
  }

  @Test
  void whatLiesFarFromAChangeIsFolded() {
    var before = lines(1, 20);
    var after = before.replace("line 10", "line ten");
    assertThat(Comparison.stretches(Comparison.of(before, after)))
        .extracting(s -> s.folded() + " " + s.rows().size())
        .containsExactly("true 7", "false 5", "true 8");
    assertThat(Comparison.stretches(Comparison.of(lines(1, 4), lines(1, 4) + "\nnew")))
        .extracting(s -> s.folded() + " " + s.rows().size())
        .containsExactly("false 2", "false 3");
  }

  @Test
  void twoLongTextsWithNothingInCommonEndSoon() {
    var random = new Random(1);
    for (var end : List.of(" ", "\n", ". ")) {
      var a = words(random, "a", 100_000, 100_000, end);
      var b = words(random, "b", 100_000, 100_000, end);
      soon(a, b);
    }
  }

  @Test
  void twoLongTextsOfTheSameFewWordsEndSoon() {
    var random = new Random(2);
    for (int kinds : new int[] {2, 50, 20_000}) {
      for (var end : List.of(" ", "\n")) {
        soon(words(random, "a", 100_000, kinds, end), words(random, "a", 100_000, kinds, end));
      }
    }
  }

  private static void soon(String a, String b) {
    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Comparison.of(a, b));
  }

  private static String words(Random random, String name, int count, int kinds, String end) {
    return IntStream.range(0, count)
        .mapToObj(_ -> name + random.nextInt(kinds))
        .collect(joining(end));
  }

  private static String lines(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> "line " + i).collect(joining("\n"));
  }

  private static String text(Random random) {
    return IntStream.range(0, random.nextInt(1, 6))
        .mapToObj(_ ->
            IntStream.range(0, random.nextInt(1, 8))
                .mapToObj(_ -> List.of("a", "b,", "(c)", "d").get(random.nextInt(4)))
                .collect(joining(" ")))
        .collect(joining("\n"));
  }

  private static String side(List<Row> rows, boolean before) {
    return rows.stream()
        .map(row -> before ? row.before() : row.after())
        .filter(runs -> !runs.isEmpty())
        .map(runs -> runs.stream().map(Run::text).collect(joining()))
        .collect(joining("\n"));
  }

  private static void alternates(Row row) {
    for (var runs : List.of(row.before(), row.after())) {
      for (int i = 1; i < runs.size(); i++) {
        assertThat(runs.get(i).kind()).isNotEqualTo(runs.get(i - 1).kind());
      }
    }
  }

  private static List<String> shown(String before, String after) {
    return Comparison.of(before, after).stream()
        .map(row -> shown(row.before()) + " | " + shown(row.after()))
        .toList();
  }

  private static String shown(List<Run> runs) {
    return runs.stream()
        .map(run -> {
          var mark = run.kind() == Kind.SAME ? "" : run.kind() == Kind.REMOVED ? "-" : "+";
          return mark + run.text() + mark;
        })
        .collect(joining());
  }
}

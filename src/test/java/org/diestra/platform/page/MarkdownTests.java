package org.diestra.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import gg.jte.output.StringOutput;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTests {
  @Test
  void formattingAndLinksAreShown() {
    assertThat(html("# Mondays\n\n**Sort** the [list](https://a.example/x)"))
        .contains("<h3>Mondays</h3>", "<strong>Sort</strong>")
        .contains("href=\"https://a.example/x\"")
        .contains("nofollow")
        .contains("noopener");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "![x](https://tracker.example/p.gif)",
        "<a href=\"https://a.example\" onclick=\"alert(1)\">x</a>",
        "<style>*{display:none}</style>",
        "<iframe src=//a.example></iframe>"
      })
  void nothingThatRunsOrLoadsGetsThrough(String text) {
    assertThat(html(text))
        .doesNotContainPattern("<(script|img|style|iframe)")
        .doesNotContainPattern("<[^>]*(javascript|data:|onclick|onerror)");
  }

  @Test
  void aParagraphOfStarsAloneEndsSoon() {
    for (var star : List.of("* ", "\\\\* ")) {
      var text = "x " + star.repeat(50_000) + "*_".repeat(25_000) + "\n\n**y**";
      assertTimeoutPreemptively(
          Duration.ofSeconds(5),
          () -> assertThat(html(text)).contains("*_*_", "<strong>y</strong>"));
    }
  }

  private static String html(String text) {
    var output = new StringOutput();
    Markdown.of(text).writeTo(output);
    return output.toString();
  }
}

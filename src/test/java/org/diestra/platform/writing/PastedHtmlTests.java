package org.diestra.platform.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedHtmlTests {
  @ParameterizedTest
  @ValueSource(strings = {"word", "docs", "office", "page"})
  void whatProgramsPutOnTheClipboardIsCleanMarkdown(String program) throws IOException {
    assertThat(PastedHtml.markdown(file(program + ".html")) + "\n")
        .isEqualTo(file(program + ".md"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<b>a</b> <b>b</b> c | **a b** c",
        "<b>a</b><b>b</b> | **ab**",
        "<b> a </b>b | **a** b",
        "a<b>Note:</b>b | a**Note**:b",
        "x<i>(y)</i>z | x(*y*)z",
        "<b><i>a</i></b> b | ***a*** b",
        "<b>a <i>b</i></b> | **a *b***",
        "<b>see <a href='https://a.example/x'>that</a> now</b> |"
            + " **see** [**that**](https://a.example/x) **now**",
        "<a href='javascript:alert(1)'>x</a> <a href='#top'>y</a> | x y",
        "<a href='mailto:a@b.example'>x</a> | [x](mailto:a@b.example)",
        "<a href='https://a.example/a b(c)'>x [1]</a> | [x \\[1\\]](<https://a.example/ab(c)>)",
        "<a href='https://a.example'></a>x | x",
        "<span style='font-weight:700'>a</span> <b style='FONT-WEIGHT: normal'>b</b> | **a** b",
        "<span style='font-style:italic;color:red'>a</span> | *a*",
        "<code>a * b</code> | `a * b`",
        "a&nbsp;&nbsp; b | a b"
      })
  void marksStandWhereMarkdownHasThem(String html, String markdown) {
    assertThat(PastedHtml.markdown(html)).isEqualTo(markdown);
  }

  @Test
  void aLineBreakIsOneAndTwoBeginAParagraph() {
    assertThat(PastedHtml.markdown("a<br>b<br><br><b>c<br/></b>d")).isEqualTo("a\nb\n\n**c**\nd");
    assertThat(PastedHtml.markdown("<h2><b>a</b><br>b #</h2>")).isEqualTo("## a b \\#");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1. x",
        "12) x",
        "- x",
        "+ x",
        "* x",
        "# x",
        "> x",
        "=== x",
        "--- x",
        "___",
        "* * *",
        "~~~",
        "```x",
        "*x*",
        "_x_",
        "**x**",
        "`x`",
        "[x](https://a.example)",
        "![x](file:y)",
        "<b>x</b>",
        "<https://a.example>",
        "&lt;b> &amp;",
        "&#35; x",
        "[x]: https://a.example",
        "\\* x\\",
        "a_b_c 2*3*4",
        "[ ] x",
        "1986. x",
        "a\\nb",
        "http://a.example/_x_y_"
      })
  void textMeansNothingButItself(String text) {
    for (var tag : new String[] {"p", "li", "h3", "blockquote", "b", "td"}) {
      var html = "<" + tag + ">" + escaped(text) + "</" + tag + ">";
      html = tag.equals("td") ? "<table><tr>" + html + html + "</tr></table>" : html;
      var markdown = PastedHtml.markdown(html);
      assertThat(RichText.plain(markdown).replace(" — ", "")).startsWith(text);
      assertThat(RichText.checklist(markdown)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"R&D, AT&T", "snake_case", "2 * 3 < 7", "[every Monday?]", "50 % - 10"})
  void andStaysReadable(String text) {
    assertThat(PastedHtml.markdown("<p>" + escaped(text))).isEqualTo(text);
  }

  @Test
  void listsKeepTheirNesting() {
    var html =
        "<ol start=3><li>a<ul><li>b<ul><li>c</ul></ul><li><p>d</p><ol><li>e</ol></ol><p>f<ul><li>g";
    assertThat(PastedHtml.markdown(html))
        .isEqualTo("3. a\n   - b\n     - c\n4. d\n   1. e\n\nf\n\n- g");
  }

  @Test
  void aTableIsALineForEachRow() {
    var html =
        "<table><tr><th>Día<th>Hora</tr><tr><td><p>lunes</p><td>9:00<br>10:00</tr>"
            + "<tr><td><td>11:00</tr></table>";
    assertThat(PastedHtml.markdown(html))
        .isEqualTo("**Día** — **Hora**\nlunes — 9:00 10:00\n11:00");
  }

  @Test
  void aTableThatOnlyArrangesThePageIsWhatItHolds() {
    assertThat(PastedHtml.markdown("<table><tr><td><h1>a</h1><td><ul><li>b</ul></table>"))
        .isEqualTo("# a\n\n- b");
  }

  @Test
  void codeKeepsItsLines() {
    assertThat(PastedHtml.markdown("<pre>a\n  b ```\n</pre><p>c"))
        .isEqualTo("````\na\n  b ```\n````\n\nc");
  }

  @Test
  void boxesOfGoogleDocsStayBoxes() {
    var html =
        "<ul><li role=checkbox aria-checked=false><p>a</p><li role=checkbox aria-checked=true>b</ul>";
    assertThat(PastedHtml.markdown(html)).isEqualTo("- [ ] a\n- [x] b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>x",
        "<img src=x onerror=alert(1)>x",
        "<a href=' JaVaScRiPt:alert(1)'>x</a>",
        "<a href='java\nscript:alert(1)'>x</a>",
        "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
        "<a href='https://a.example/\"onmouseover=\"alert(1)'>x</a>",
        "<a href='https://a.example/)<script>alert(1)</script>'>x</a>",
        "<style>*{}</style><!-- a -->x<svg onload=alert(1)><text>x</text></svg>",
        "&lt;script&gt;alert(1)&lt;/script&gt;x",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>x",
        "<span style='display:none'>secret</span>x"
      })
  void nothingThatRunsOrHidesComesAlong(String html) {
    var markdown = PastedHtml.markdown(html);
    assertThat(RichText.html(markdown, _ -> java.util.Optional.empty()))
        .contains("x")
        .doesNotContain("secret")
        .doesNotContainPattern("<(script|img|svg|style|iframe)")
        .doesNotContainPattern("<[^>]*(javascript:|data:|\" ?on\\w+=)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>",
        "<ul><li>",
        "<blockquote>",
        "<table><tr><td>",
        "<a href='https://a.example'>x",
        "<p>*_",
        "<b>a</b>",
        "<p style='mso-list:l0 level1'>x",
        "<font color=red><p>",
        "&amp;",
        "<",
        "<!--",
        "`",
        "<pre>`",
        "<br>",
        "<i><b>x</i></b>",
        "<td>",
        "<svg><p>",
        "<span>a</span> ",
        "<p><ul><li>x</ul>",
        "<table><tr><td>a<td>b</table>",
        "<ol><li>",
        "[",
        "\\",
        "<b style=';;;;;;'>"
      })
  void noLengthAndNoNestingIsATrap(String piece) {
    var html = piece.repeat(PastedHtml.LONGEST / piece.length());
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> PastedHtml.markdown(html));
  }

  @Test
  void whatIsLongerIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PastedHtml.markdown("x".repeat(PastedHtml.LONGEST + 1)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static String file(String name) throws IOException {
    try (var in = Objects.requireNonNull(PastedHtmlTests.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

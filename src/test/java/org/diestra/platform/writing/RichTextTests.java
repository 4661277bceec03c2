package org.diestra.platform.writing;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTests {
  private static final UUID PICTURE = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
  private static final UUID FILM = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8058");
  private static final UUID VOICE = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8059");
  private static final UUID SHEET = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8060");
  private static final Map<UUID, Embedded> FILES =
      Map.of(
          PICTURE, new Embedded("/files/1", "image/png", "desk.png"),
          FILM, new Embedded("/files/2", "video/mp4", "how.mp4"),
          VOICE, new Embedded("/files/3", "audio/ogg", "say.ogg"),
          SHEET, new Embedded("/files/4", "text/csv", "list.csv"));

  @Test
  void thingsToTickOffHaveABoxAndItsWords() {
    assertThat(html("- [ ] Call **the** bank\n- [x] Pay\n- [y] no\n- [] no\n- plain"))
        .contains("<li class=\"task\"><span class=\"tick\">☐</span> Call <strong>the</strong> bank")
        .contains("<li class=\"task\"><span class=\"tick\">☑</span> Pay</li>")
        .contains("<li>[y] no</li>", "<li>[] no</li>", "<li>plain</li>");
  }

  @Test
  void theChecklistIsTheWordsOfWhatCanBeTickedOffInOrder() {
    var text =
        "# Day\n\n1. [ ] Open *the* `till`\n   - [ ] count\n     it\n2. not this\n\n* [X] Close";
    assertThat(RichText.checklist(text)).containsExactly("Open the till", "count it", "Close");
    assertThat(RichText.checklist("[ ] no list")).isEmpty();
  }

  @Test
  void filesStandInTheTextAsWhatTheyAre() {
    assertThat(html("![The desk](file:" + PICTURE + ")"))
        .contains("<img src=\"/files/1\" alt=\"The desk\" loading=\"lazy\"");
    assertThat(html("![How](file:" + FILM + ")"))
        .contains("<video src=\"/files/2\" controls", "preload=\"metadata\"", "aria-label=\"How\"");
    assertThat(html("![](file:" + VOICE + ")"))
        .contains("<audio src=\"/files/3\" controls", "aria-label=\"say.ogg\"");
    assertThat(html("![](file:" + SHEET + ")")).contains("<a href=\"/files/4\"", ">list.csv</a>");
    assertThat(html("[the desk](file:" + PICTURE + ")"))
        .contains("<a href=\"/files/1\"", ">the desk</a>");
  }

  @Test
  void onPaperNothingIsPlayed() {
    assertThat(RichText.html("- [ ] see ![How](file:" + FILM + ")", RichTextTests::file))
        .contains("☐", "<a href=\"/files/2\"", ">How</a>")
        .doesNotContain("<video", "lazy");
  }

  @Test
  void aFileThatTheReaderMayNotSeeIsItsWords() {
    var other = UUID.randomUUID();
    assertThat(html("see ![the *plan*](file:" + other + ") [here](file:" + other + ")"))
        .contains("<p>see the <em>plan</em> here</p>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "![x](https://tracker.example/p.gif)",
        "![x](//tracker.example/p.gif)",
        "![x](/files/9)",
        "![x](data:image/png;base64,AAAA)",
        "![x](file:///etc/passwd)",
        "![x](file:01890a5d-ac96-774b-bcce-b302099a8057/../x)",
        "<img src=\"/files/1\">",
        "<video src=\"https://a.example\"></video>",
        "<span class=\"tick\">x</span>",
        "[x](javascript:alert(1))",
        "![a](<file:01890a5d-ac96-774b-bcce-b302099a8057\" onerror=\"alert(1)>)",
        "- [ ] <script>alert(1)</script>"
      })
  void nothingElseIsFetchedOrRun(String text) {
    assertThat(html(text))
        .doesNotContainPattern("<(script|img|video|style|iframe)")
        .doesNotContainPattern("<[^>]*(javascript|data:|onerror)");
  }

  @Test
  void anEmbeddedFileThatIsElsewhereIsNotFetched() {
    var away = new Embedded("https://a.example/x.png", "image/png", "x");
    var output = new StringOutput();
    RichText.of("![x](file:" + PICTURE + ")", id -> Optional.of(away)).writeTo(output);
    assertThat(output.toString()).doesNotContain("a.example");
  }

  @Test
  void plainTextHasTheWordsAndALineForEachBlock() {
    var text =
        "# Día\n\nUno **dos**\ntres\n\n- [ ] caja\n- b `c`\n\n> cita\n\n```\ncode\n```\n\n"
            + "[link](https://a.example) ![foto](file:"
            + PICTURE
            + ") 2 < 3 <b>x</b>";
    assertThat(RichText.plain(text))
        .isEqualTo("Día\nUno dos\ntres\ncaja\nb c\ncita\ncode\nlink foto 2 < 3 <b>x</b>");
  }

  @Test
  void referencesAreTheFilesInOrder() {
    var text = "![a](file:%s) [b](file:%s) ![c](file:%s) ![d](file:no)";
    assertThat(RichText.references(text.formatted(FILM, PICTURE, FILM)))
        .containsExactly(FILM, PICTURE);
    assertThat(RichText.references("`![a](file:" + FILM + ")`")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"> ", "- ", "1. ", "[", "![", "*a ", "**a _b ", "* - ", "<b>"})
  void nestingWithoutEndIsNoTrap(String piece) {
    var text = piece.repeat(40_000) + "x" + "](y)".repeat(1_000) + "*_".repeat(20_000);
    assertThat(html(text)).contains("x");
    assertThat(RichText.plain(text)).contains("x");
    assertThat(RichText.checklist(text)).isEmpty();
  }

  private static String html(String text) {
    var output = new StringOutput();
    RichText.of(text, RichTextTests::file).writeTo(output);
    return output.toString();
  }

  private static Optional<Embedded> file(UUID id) {
    return Optional.ofNullable(FILES.get(id));
  }
}

package org.diestra.platform.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever is pasted says the same words when it is shown, and what was bold or italic still is.
 */
class PastedWordsTests {
  private static final List<String> TEXTS =
      List.of(
          "a", "bc", " ", "  ", "1.", "2)", "-", "*", "_", "#", "**", "`", "(", ")", ".", "!", "[",
          "]", "<", "&", "amp;", "\\", "¿", "ñ", "€", "“", "x:", "~~~", "+", "=", ">", "é", "|");
  private static final List<String> MILD =
      List.of("a", "bc", "ñ", " ", " d ", " e", ". ", ", f", " (g) ", "\u00a0h: ", "7 ");
  private static final List<String> TAGS = List.of("b", "i", "span", "a", "strong", "em", "u");
  private static final List<String> BLOCKS =
      List.of("p", "div", "li", "ul", "ol", "h2", "blockquote");

  @Test
  void itSaysTheSameWords() {
    var random = new Random(11);
    for (int i = 0; i < 5_000; i++) {
      var html = Jsoup.parse(block(random, 2, TEXTS));
      var markdown = PastedHtml.markdown(html.body().html());
      assertThat(signs(shown(markdown))).as(html + "\n" + markdown).isEqualTo(signs(html.body()));
    }
  }

  /** Bold right beside italic, without a gap, is not always possible; then words count more. */
  @ParameterizedTest
  @CsvSource({"strong, 'b, strong', 30", "em, 'i, em', 100", "a, a, 0"})
  void whatWasMarkedStillIs(String shown, String written, int exceptions) {
    var random = new Random(12);
    int different = 0;
    for (int i = 0; i < 3_000; i++) {
      var html = Jsoup.parse(block(random, 2, MILD));
      html.select("h2").select("b, strong").unwrap();
      var markdown = PastedHtml.markdown(html.body().html());
      if (!letters(shown(markdown), shown).equals(letters(html.body(), written))) {
        different++;
      }
    }
    assertThat(different).isLessThanOrEqualTo(exceptions);
  }

  private static Element shown(String markdown) {
    return Jsoup.parse(RichText.html(markdown, _ -> Optional.empty())).body();
  }

  private static String signs(Element body) {
    return body.wholeText().replaceAll("\\s", "");
  }

  private static String letters(Element body, String within) {
    var out = new StringBuilder();
    body.traverse((node, _) -> {
      if (node instanceof TextNode text && text.parent() instanceof Element parent) {
        out.append(parent.closest(within) == null ? "" : text.text().replaceAll("\\P{L}", ""));
      }
    });
    return out.toString();
  }

  private static String block(Random random, int depth, List<String> texts) {
    var out = new StringBuilder();
    int parts = random.nextInt(1, 4);
    for (int i = 0; i < parts; i++) {
      var tag = BLOCKS.get(random.nextInt(BLOCKS.size()));
      boolean holds = !tag.matches("p|h2") && depth > 0 && random.nextBoolean();
      out.append('<').append(tag).append('>');
      out.append(holds ? block(random, depth - 1, texts) : line(random, 3, texts));
      out.append("</").append(tag).append('>');
    }
    return out.toString();
  }

  private static String line(Random random, int depth, List<String> texts) {
    var out = new StringBuilder();
    int parts = random.nextInt(1, 6);
    for (int i = 0; i < parts; i++) {
      if (depth > 0 && random.nextInt(3) == 0) {
        var tag = TAGS.get(random.nextInt(TAGS.size()));
        out.append('<').append(tag);
        out.append(
            tag.equals("a") ? " href=\"https://a.example/" + random.nextInt(9) + "\">" : ">");
        out.append(line(random, depth - 1, texts)).append("</").append(tag).append('>');
      } else {
        var text = texts.get(random.nextInt(texts.size()));
        out.append(text.replace("&", "&amp;").replace("<", "&lt;"));
      }
    }
    return out.toString();
  }
}

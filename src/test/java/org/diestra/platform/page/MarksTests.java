package org.diestra.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.text.MessageFormat;
import org.junit.jupiter.api.Test;

class MarksTests {
  private static final Content BOLD = output -> output.writeContent("<b>12</b>");

  @Test
  void textIsEscapedAndMarkupIsNot() {
    assertThat(html("{0} wrote {1} times", "<script>", BOLD))
        .isEqualTo("&lt;script&gt; wrote <b>12</b> times");
  }

  @Test
  void aMessageItselfIsEscapedToo() {
    assertThat(html("a < b & c")).isEqualTo("a &lt; b &amp; c");
  }

  @Test
  void nobodyCanTypeAMark() {
    assertThat(html("{0} and {1}", "\uE0001\uE001", BOLD)).doesNotContain("<b>12</b> and");
  }

  private static String html(String message, Object... args) {
    var text = new StringOutput();
    var output = new OwaspHtmlTemplateOutput(text);
    output.setContext("p", null);
    Marks.fill(args, texts -> new MessageFormat(message).format(texts)).writeTo(output);
    return text.toString();
  }
}

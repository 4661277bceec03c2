package org.diestra.platform.writing;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * HTML as Word, Google Docs, LibreOffice and browsers put it on the clipboard, as Markdown: its
 * headings, paragraphs, lists, links to {@code http}, {@code https} and {@code mailto}, bold,
 * italic, quotes and code. A table becomes a line for each row; pictures are dropped; whatever else
 * there is becomes its words, and those mean nothing but themselves.
 */
public final class PastedHtml {
  /** Characters; what is longer is refused. */
  public static final int LONGEST = 1_000_000;

  private static final int DEEPEST = 200; // elements within elements
  static final MarkdownRenderer MARKDOWN =
      MarkdownRenderer.builder().nodeRendererFactory(new Literal.Factory()).build();

  private PastedHtml() {}

  /**
   * Takes time in proportion to the length.
   *
   * @throws IllegalArgumentException if it is longer than {@link #LONGEST}
   */
  public static String markdown(String html) {
    if (html.length() > LONGEST) {
      throw new IllegalArgumentException("too long: " + html.length());
    }
    var parser = Parser.htmlParser().setMaxDepth(DEEPEST);
    return markdown(parser.parseInput(html, ""), _ -> Optional.empty());
  }

  /**
   * @param pictures the file that stands for a picture, by its {@code src}
   */
  static String markdown(Document html, Function<String, Optional<UUID>> pictures) {
    WordLists.unfold(html);
    return MARKDOWN.render(Blocks.of(html.body(), pictures)).strip();
  }
}

package org.diestra.platform.page;

import gg.jte.Content;
import java.util.ArrayDeque;
import java.util.Deque;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** What people write, as safe HTML: formatting and links, no pictures, scripts or styles. */
final class Markdown {
  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().escapeHtml(true).softbreak("<br>").build();
  private static final PolicyFactory SAFE =
      new HtmlPolicyBuilder()
          .allowElements(
              "p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "code", "pre", "hr")
          .allowElements("h3", "h4", "h5")
          .allowElements("a")
          .allowAttributes("href")
          .onElements("a")
          .allowUrlProtocols("https", "http", "mailto")
          .requireRelsOnLinks("nofollow", "noopener", "noreferrer", "ugc")
          .toFactory();

  private Markdown() {}

  static Content of(String text) {
    var document = PARSER.parse(text);
    document.accept(new Lowered());
    var html = SAFE.sanitize(RENDERER.render(document));
    return output -> output.writeContent(html);
  }

  /**
   * The page's own headings stand above those of a text within it: whichever level somebody begins
   * with becomes the third, and none is skipped on the way down.
   */
  private static final class Lowered extends AbstractVisitor {
    private final Deque<Integer> above = new ArrayDeque<>();

    @Override
    public void visit(Heading heading) {
      while (!above.isEmpty() && above.getFirst() >= heading.getLevel()) {
        above.pop();
      }
      above.push(heading.getLevel());
      heading.setLevel(Math.min(5, 2 + above.size()));
      visitChildren(heading);
    }
  }
}

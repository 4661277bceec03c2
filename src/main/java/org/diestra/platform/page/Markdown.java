package org.diestra.platform.page;

import gg.jte.Content;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.util.ConcurrentLruCache;

/**
 * What people write, as safe HTML: formatting and links, no pictures, scripts or styles. A module
 * whose texts hold more (pictures of its own) says with a policy what else may stand in them.
 */
public final class Markdown {
  // Nested deeper, a text is a trap: each level is a call within a call when it is rendered.
  private static final int DEEPEST = 60;
  private static final Parser PARSER =
      Parser.builder().maxOpenBlockParsers(DEEPEST).maxInlineNesting(DEEPEST).build();
  private static final HtmlRenderer RENDERER = renderer(List.of());
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

  // The same letters, instructions and profiles are read again and again; at most 5 MB of them.
  private static final int REMEMBERED = 200;
  private static final int LONGEST_REMEMBERED = 8_000; // characters
  private static final ConcurrentLruCache<String, String> HTML =
      new ConcurrentLruCache<>(REMEMBERED, Markdown::html);

  private Markdown() {}

  static Content of(String text) {
    var html = text.length() <= LONGEST_REMEMBERED ? HTML.get(text) : html(text);
    return output -> output.writeContent(html);
  }

  private static String html(String text) {
    var document = parse(text);
    document.accept(new Lowered());
    return SAFE.sanitize(RENDERER.render(document));
  }

  /** As it was written, before anything is made of it; nested at most 60 deep. */
  public static Node parse(String text) {
    return PARSER.parse(Calm.of(text));
  }

  /** Renders what {@link #parse} read with further kinds of nodes; HTML in the text stays text. */
  public static HtmlRenderer renderer(List<HtmlRenderer.HtmlRendererExtension> more) {
    return HtmlRenderer.builder().escapeHtml(true).softbreak("<br>").extensions(more).build();
  }

  /**
   * Safe HTML of a document, which it changes: its headings are lowered to stand within a page.
   *
   * @param also what may stand in it beyond what every text may have
   */
  public static String html(Node document, HtmlRenderer renderer, PolicyFactory also) {
    document.accept(new Lowered());
    return SAFE.and(also).sanitize(renderer.render(document));
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

package org.diestra.platform.writing;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.markdown.MarkdownNodeRendererContext;
import org.commonmark.renderer.markdown.MarkdownNodeRendererFactory;

/**
 * Writes text so that it means nothing but itself, with as few backslashes as that takes: people
 * who don't know Markdown see it in an entry.
 */
final class Literal implements NodeRenderer {
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})[.)](?:\\s.*)?", Pattern.DOTALL);
  private static final Pattern OPENING =
      Pattern.compile("(?:[-+*](?:\\s.*)?|#{1,6}(?:\\s.*)?|[-_=>].*|~~~.*)", Pattern.DOTALL);
  private static final Pattern BOX = Pattern.compile("\\[[ xX]]\\s.*", Pattern.DOTALL);
  private static final Pattern ENTITY = Pattern.compile("&(?:#|\\w{2,40};)");
  private static final char EDGE = '\uFFFF'; // where another node begins

  private final MarkdownNodeRendererContext context;

  record Factory() implements MarkdownNodeRendererFactory {
    @Override
    public NodeRenderer create(MarkdownNodeRendererContext context) {
      return new Literal(context);
    }

    @Override
    public Set<Character> getSpecialCharacters() {
      return Set.of();
    }
  }

  private Literal(MarkdownNodeRendererContext context) {
    this.context = context;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(Text.class);
  }

  @Override
  public void render(Node node) {
    context.getWriter().raw(escaped((Text) node));
  }

  private static String escaped(Text node) {
    var text = node.getLiteral();
    var out = new StringBuilder(text.length() + 16);
    int from = 0;
    if (beginsLine(node)) {
      var number = NUMBER.matcher(text);
      if (number.matches()) {
        from = number.end(1);
        out.append(text, 0, from).append('\\').append(text.charAt(from++));
      } else if (OPENING.matcher(text).matches() || isBox(node)) {
        out.append('\\').append(text.charAt(from++));
      }
    }
    boolean named = isWithin(node, Link.class) || isWithin(node, Image.class);
    boolean heading = isWithin(node, Heading.class);
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (needsEscape(node, i, named) || heading && c == '#') {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }

  private static boolean needsEscape(Text node, int i, boolean named) {
    var text = node.getLiteral();
    boolean outermost = node.getParent() instanceof Block;
    char before = i > 0 ? text.charAt(i - 1) : edge(outermost && node.getPrevious() == null);
    char after =
        i + 1 < text.length() ? text.charAt(i + 1) : edge(outermost && node.getNext() == null);
    return switch (text.charAt(i)) {
      case '`' -> true;
      case '*' -> !(isGap(before) && isGap(after));
      case '_' ->
          !(isGap(before) && isGap(after))
              && !(Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after));
      case '[' -> named;
      case ']' -> named || "([:".indexOf(after) >= 0 || after == EDGE;
      case '!' -> after == EDGE && node.getNext() instanceof Link;
      case '<' -> Character.isLetter(after) || "/!?".indexOf(after) >= 0 || after == EDGE;
      case '&' -> ENTITY.matcher(text).region(i, text.length()).lookingAt();
      case '\\' -> !Character.isLetterOrDigit(after) && !(i + 1 < text.length() && isGap(after));
      default -> false;
    };
  }

  private static char edge(boolean ofBlock) {
    return ofBlock ? ' ' : EDGE;
  }

  private static boolean isGap(char c) {
    return c == ' ';
  }

  private static boolean beginsLine(Text node) {
    var before = node.getPrevious();
    return node.getParent() instanceof Paragraph
        && (before == null || before instanceof SoftLineBreak || before instanceof HardLineBreak);
  }

  private static boolean isBox(Text node) {
    return node.getParent() instanceof Paragraph paragraph
        && paragraph.getParent() instanceof ListItem
        && BOX.matcher(node.getLiteral()).matches();
  }

  private static boolean isWithin(Text node, Class<? extends Node> kind) {
    for (var outer = node.getParent(); outer != null; outer = outer.getParent()) {
      if (kind.isInstance(outer)) {
        return true;
      }
    }
    return false;
  }
}

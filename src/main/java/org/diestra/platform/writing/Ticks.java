package org.diestra.platform.writing;

import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Finds the items of lists that can be ticked off: those that begin with {@code [ ]}. */
final class Ticks extends AbstractVisitor {
  private static final Pattern MARK = Pattern.compile("\\[[ xX]][ \\t]+(?=\\S)");

  private Ticks() {}

  /** The box before an item's words. */
  static final class Tick extends CustomNode {
    final boolean done;

    Tick(boolean done) {
      this.done = done;
    }
  }

  static Node mark(Node document) {
    document.accept(new Ticks());
    return document;
  }

  /** The box of an item that has been marked; null for any other. */
  static @Nullable Tick of(ListItem item) {
    return item.getFirstChild() instanceof Paragraph words
            && words.getFirstChild() instanceof Tick tick
        ? tick
        : null;
  }

  @Override
  public void visit(ListItem item) {
    if (item.getFirstChild() instanceof Paragraph words
        && words.getFirstChild() instanceof Text first) {
      var mark = MARK.matcher(first.getLiteral() + (first.getNext() == null ? "" : "…"));
      if (mark.lookingAt()) {
        words.prependChild(new Tick(first.getLiteral().charAt(1) != ' '));
        first.setLiteral(first.getLiteral().substring(mark.end()));
      }
    }
    visitChildren(item);
  }
}

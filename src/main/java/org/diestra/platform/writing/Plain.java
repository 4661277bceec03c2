package org.diestra.platform.writing;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The words of a text without any mark. */
final class Plain extends AbstractVisitor {
  private final StringBuilder out = new StringBuilder();

  private Plain() {}

  static String text(Node node) {
    var plain = new Plain();
    node.accept(plain);
    return plain.out.toString().strip();
  }

  static String line(Node node) {
    return text(node).replaceAll("\\s+", " ");
  }

  static List<String> ticked(Node document) {
    var lines = new ArrayList<String>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(ListItem item) {
            if (Ticks.of(item) != null) {
              lines.add(line(item.getFirstChild()));
            }
            visitChildren(item);
          }
        });
    return lines;
  }

  @Override
  public void visit(Paragraph paragraph) {
    block(paragraph);
  }

  @Override
  public void visit(Heading heading) {
    block(heading);
  }

  private void block(Node node) {
    visitChildren(node);
    out.append('\n');
  }

  @Override
  public void visit(Text text) {
    out.append(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    out.append(code.getLiteral());
  }

  @Override
  public void visit(HtmlInline html) {
    out.append(html.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    out.append('\n');
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    out.append('\n');
  }

  @Override
  public void visit(HtmlBlock html) {
    out.append(html.getLiteral()).append('\n');
  }

  @Override
  public void visit(FencedCodeBlock code) {
    out.append(code.getLiteral());
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    out.append(code.getLiteral());
  }
}

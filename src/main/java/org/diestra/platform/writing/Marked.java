package org.diestra.platform.writing;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.diestra.platform.page.Markdown;
import org.diestra.platform.writing.Piece.Kind;

/**
 * Puts marks around words. Markdown has no way to say that a gap is bold, or a bracket in the
 * middle of a word; such marks are moved to where it has.
 */
final class Marked {
  private static final Piece END = new Piece(Kind.BREAK, "", Ink.PLAIN, null);
  private final List<Piece> pieces;

  Marked(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /**
   * Makes a block of it. Where marks stand so close that Markdown would take them for text, there
   * is no italic, and if need be no bold.
   */
  <T extends Node> T into(Supplier<T> empty) {
    var block = marked(empty.get());
    for (boolean bold : new boolean[] {true, false}) {
      if (pieces.stream().noneMatch(Piece::isMarked) || isRead(block)) {
        return block;
      }
      pieces.replaceAll(p -> p.in(p.ink().withItalic(false).withBold(bold && p.ink().bold())));
      block = marked(empty.get());
    }
    return block;
  }

  /** Whether somebody who reads the Markdown of it finds these words and no others. */
  private boolean isRead(Node block) {
    return Plain.text(Markdown.parse(PastedHtml.MARKDOWN.render(block))).equals(Plain.text(block));
  }

  private <T extends Node> T marked(T block) {
    inkGaps();
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i).kind() == Kind.SIGNS) {
        pieces.set(i, movedOut(i));
      }
    }
    inkGaps();
    runs(pieces, block, Ink::leadsWhere, Marked::link);
    return block;
  }

  private void inkGaps() {
    for (int i = 1; i < pieces.size() - 1; i++) {
      if (pieces.get(i).kind() == Kind.GAP) {
        pieces.set(i, pieces.get(i).in(pieces.get(i - 1).ink().gap(pieces.get(i + 1).ink())));
      }
    }
  }

  /** Signs at the edge of a mark, right beside a word without it, would undo the mark. */
  private Piece movedOut(int i) {
    var piece = pieces.get(i);
    var ink = piece.ink();
    boolean bold = ink.bold();
    boolean italic = ink.italic();
    for (int side : new int[] {i - 1, i + 1}) {
      var beside = side < 0 || side == pieces.size() ? END : pieces.get(side);
      if (beside.kind() == Kind.WORD) {
        bold &= ink.boldGoesOn(beside.ink());
        italic &= ink.italicGoesOn(beside.ink());
      }
    }
    return bold == ink.bold() && italic == ink.italic()
        ? piece
        : piece.in(ink.withBold(bold).withItalic(italic));
  }

  private interface Put {
    void put(List<Piece> run, Node into);
  }

  private static void runs(List<Piece> pieces, Node into, BiPredicate<Ink, Ink> alike, Put each) {
    for (int from = 0; from < pieces.size(); ) {
      int to = from + 1;
      while (to < pieces.size() && alike.test(pieces.get(from).ink(), pieces.get(to).ink())) {
        to++;
      }
      each.put(pieces.subList(from, to), into);
      from = to;
    }
  }

  private static void link(List<Piece> run, Node into) {
    var href = run.getFirst().ink().href();
    runs(
        run,
        href == null ? into : added(new Link(href, null), into),
        (a, b) -> a.bold() == b.bold(),
        Marked::strong);
  }

  private static void strong(List<Piece> run, Node into) {
    boolean bold = run.getFirst().ink().bold();
    runs(
        run,
        bold ? added(new StrongEmphasis("**"), into) : into,
        (a, b) -> a.italic() == b.italic(),
        Marked::emphasis);
  }

  private static void emphasis(List<Piece> run, Node into) {
    boolean italic = run.getFirst().ink().italic();
    runs(
        run,
        italic ? added(new Emphasis("*"), into) : into,
        (a, b) -> a.code() == b.code(),
        Marked::leaf);
  }

  private static void leaf(List<Piece> run, Node into) {
    var text = new StringBuilder();
    boolean code = run.getFirst().ink().code();
    for (var piece : run) {
      if (piece.thing() != null || piece.kind() == Kind.BREAK) {
        write(text, code, into);
        into.appendChild(piece.thing() == null ? new SoftLineBreak() : piece.thing());
      } else {
        text.append(piece.text());
      }
    }
    write(text, code, into);
  }

  private static void write(StringBuilder text, boolean code, Node into) {
    if (!text.isEmpty()) {
      into.appendChild(code ? new Code(text.toString()) : new Text(text.toString()));
      text.setLength(0);
    }
  }

  private static Node added(Node node, Node into) {
    into.appendChild(node);
    return node;
  }
}

package org.diestra.platform.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.text.Characters;
import org.diestra.platform.page.Markdown;
import org.jspecify.annotations.Nullable;

/**
 * The content of one paragraph as it is gathered: words in their ink. Markdown has no way to say
 * that a gap is bold, or a bracket in the middle of a word; such marks are moved to where it has.
 */
final class Words {
  private static final Piece BREAK = new Piece(Kind.BREAK, "\n", Ink.PLAIN, null);
  private static final Piece GAP = new Piece(Kind.GAP, " ", Ink.PLAIN, null);
  private static final List<Piece> DASH =
      List.of(GAP, new Piece(Kind.SIGNS, "—", Ink.PLAIN, null), GAP);
  private List<Piece> pieces = new ArrayList<>();

  private enum Kind {
    WORD,
    SIGNS,
    GAP,
    BREAK,
    THING
  }

  private record Piece(Kind kind, String text, Ink ink, @Nullable Node thing) {
    Piece in(Ink other) {
      return new Piece(kind, text, other, thing);
    }
  }

  void add(String text, Ink ink) {
    for (int from = 0; from < text.length(); ) {
      var kind = kind(text.codePointAt(from));
      int to = from;
      while (to < text.length() && kind(text.codePointAt(to)) == kind) {
        to += Character.charCount(text.codePointAt(to));
      }
      if (kind == Kind.GAP) {
        gap(ink);
      } else {
        pieces.add(new Piece(kind, text.substring(from, to), ink, null));
      }
      from = to;
    }
  }

  private static Kind kind(int sign) {
    return isGap(sign)
        ? Kind.GAP
        : Characters.isPunctuationCodePoint(sign) ? Kind.SIGNS : Kind.WORD;
  }

  /** All that has no ink, and what Word and Google Docs put between words. */
  private static boolean isGap(int sign) {
    return Character.isWhitespace(sign)
        || Character.isSpaceChar(sign)
        || Character.isISOControl(sign)
        || sign == 0xFEFF
        || sign == 0x200B;
  }

  void gap(Ink ink) {
    if (!pieces.isEmpty() && !ends(Kind.GAP) && !ends(Kind.BREAK)) {
      pieces.add(new Piece(Kind.GAP, " ", ink, null));
    }
  }

  void lineBreak() {
    if (ends(Kind.GAP)) {
      pieces.removeLast();
    }
    pieces.add(BREAK);
  }

  void thing(Node node, Ink ink) {
    pieces.add(new Piece(Kind.THING, "", new Ink(false, false, false, ink.href()), node));
  }

  private boolean ends(Kind kind) {
    return !pieces.isEmpty() && pieces.getLast().kind == kind;
  }

  boolean isEmpty() {
    return pieces.stream().allMatch(p -> p.kind == Kind.GAP || p.kind == Kind.BREAK);
  }

  /** A cell of a row, after the one before it. */
  void cell(Words content, boolean bold) {
    if (content.isEmpty()) {
      return;
    }
    if (!pieces.isEmpty() && !ends(Kind.BREAK)) {
      pieces.addAll(DASH);
    }
    for (var piece : content.trim()) {
      pieces.add(bold && piece.kind != Kind.THING ? piece.in(piece.ink.withBold(true)) : piece);
    }
  }

  Words unbold() {
    pieces.replaceAll(piece -> piece.in(piece.ink.withBold(false)));
    return this;
  }

  /** Two breaks and more end a paragraph. */
  List<Words> paragraphs() {
    var out = new ArrayList<Words>();
    var current = new Words();
    int breaks = 0;
    for (var piece : pieces) {
      breaks = piece.kind == Kind.BREAK ? breaks + 1 : 0;
      if (breaks == 2) {
        out.add(current);
        current = new Words();
      } else if (breaks < 2) {
        current.pieces.add(piece);
      }
    }
    out.add(current);
    out.removeIf(Words::isEmpty);
    return out;
  }

  /**
   * Makes a block of it. Where marks stand so close that Markdown would take them for text, there
   * is no italic, and if need be no bold.
   */
  <T extends Node> T into(Supplier<T> empty) {
    trim();
    var block = marked(empty.get());
    for (boolean bold : new boolean[] {true, false}) {
      if (pieces.stream().noneMatch(p -> p.ink.bold() || p.ink.italic()) || isRead(block)) {
        return block;
      }
      pieces.replaceAll(p -> p.in(p.ink.withItalic(false).withBold(bold && p.ink.bold())));
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
      if (pieces.get(i).kind == Kind.SIGNS) {
        pieces.set(i, movedOut(i));
      }
    }
    inkGaps();
    runs(pieces, block, Ink::leadsWhere, Words::link);
    return block;
  }

  private List<Piece> trim() {
    Predicate<Piece> blank = p -> p.kind == Kind.GAP || p.kind == Kind.BREAK;
    int from = 0;
    int to = pieces.size();
    while (from < to && blank.test(pieces.get(from))) {
      from++;
    }
    while (to > from && blank.test(pieces.get(to - 1))) {
      to--;
    }
    pieces = new ArrayList<>(pieces.subList(from, to));
    return pieces;
  }

  private void inkGaps() {
    for (int i = 1; i < pieces.size() - 1; i++) {
      if (pieces.get(i).kind == Kind.GAP) {
        pieces.set(i, pieces.get(i).in(pieces.get(i - 1).ink.gap(pieces.get(i + 1).ink)));
      }
    }
  }

  /** Signs at the edge of a mark, right beside a word without it, would undo the mark. */
  private Piece movedOut(int i) {
    var piece = pieces.get(i);
    var ink = piece.ink;
    boolean bold = ink.bold();
    boolean italic = ink.italic();
    for (int side : new int[] {i - 1, i + 1}) {
      var beside = side < 0 || side == pieces.size() ? BREAK : pieces.get(side);
      if (beside.kind == Kind.WORD) {
        bold &= ink.boldGoesOn(beside.ink);
        italic &= ink.italicGoesOn(beside.ink);
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
      while (to < pieces.size() && alike.test(pieces.get(from).ink, pieces.get(to).ink)) {
        to++;
      }
      each.put(pieces.subList(from, to), into);
      from = to;
    }
  }

  private static void link(List<Piece> run, Node into) {
    var href = run.getFirst().ink.href();
    runs(
        run,
        href == null ? into : added(new Link(href, null), into),
        (a, b) -> a.bold() == b.bold(),
        Words::strong);
  }

  private static void strong(List<Piece> run, Node into) {
    boolean bold = run.getFirst().ink.bold();
    runs(
        run,
        bold ? added(new StrongEmphasis("**"), into) : into,
        (a, b) -> a.italic() == b.italic(),
        Words::emphasis);
  }

  private static void emphasis(List<Piece> run, Node into) {
    boolean italic = run.getFirst().ink.italic();
    runs(
        run,
        italic ? added(new Emphasis("*"), into) : into,
        (a, b) -> a.code() == b.code(),
        Words::leaf);
  }

  private static void leaf(List<Piece> run, Node into) {
    var text = new StringBuilder();
    boolean code = run.getFirst().ink.code();
    for (var piece : run) {
      if (piece.thing != null || piece.kind == Kind.BREAK) {
        write(text, code, into);
        into.appendChild(piece.thing == null ? new SoftLineBreak() : piece.thing);
      } else {
        text.append(piece.text);
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

package org.diestra.platform.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.commonmark.node.Node;
import org.commonmark.text.Characters;
import org.diestra.platform.writing.Piece.Kind;

/** The content of one paragraph as it is gathered: words in their ink. */
final class Words {
  private static final Piece BREAK = new Piece(Kind.BREAK, "\n", Ink.PLAIN, null);
  private static final Piece GAP = new Piece(Kind.GAP, " ", Ink.PLAIN, null);
  private static final List<Piece> DASH =
      List.of(GAP, new Piece(Kind.SIGNS, "—", Ink.PLAIN, null), GAP);
  private List<Piece> pieces = new ArrayList<>();

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
    return !pieces.isEmpty() && pieces.getLast().kind() == kind;
  }

  boolean isEmpty() {
    return pieces.stream().allMatch(p -> p.kind() == Kind.GAP || p.kind() == Kind.BREAK);
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
      pieces.add(bold && piece.kind() != Kind.THING ? piece.in(piece.ink().withBold(true)) : piece);
    }
  }

  Words unbold() {
    pieces.replaceAll(piece -> piece.in(piece.ink().withBold(false)));
    return this;
  }

  /** Two breaks and more end a paragraph. */
  List<Words> paragraphs() {
    var out = new ArrayList<Words>();
    var current = new Words();
    int breaks = 0;
    for (var piece : pieces) {
      breaks = piece.kind() == Kind.BREAK ? breaks + 1 : 0;
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

  /** Makes a block of it, which is done once. */
  <T extends Node> T into(Supplier<T> empty) {
    return new Marked(trim()).into(empty);
  }

  private List<Piece> trim() {
    Predicate<Piece> blank = p -> p.kind() == Kind.GAP || p.kind() == Kind.BREAK;
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
}

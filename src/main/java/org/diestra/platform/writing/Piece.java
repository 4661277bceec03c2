package org.diestra.platform.writing;

import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a paragraph in one ink.
 *
 * @param thing what stands there in place of text, or null
 */
record Piece(Kind kind, String text, Ink ink, @Nullable Node thing) {
  enum Kind {
    WORD,
    SIGNS,
    GAP,
    BREAK,
    THING
  }

  Piece in(Ink other) {
    return new Piece(kind, text, other, thing);
  }

  boolean isMarked() {
    return ink.bold() || ink.italic();
  }
}

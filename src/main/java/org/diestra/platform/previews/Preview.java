package org.diestra.platform.previews;

/** What can be seen of a file in place, for a page to choose its element by. */
public sealed interface Preview {
  /**
   * Pictures that {@link Previews#picture} gives: one of a picture, one a page of a PDF.
   *
   * @param count at least 1; pages beyond {@link Previews#PAGES} can't be had
   */
  record Pictures(int count) implements Preview {}

  /**
   * The beginning of a text, to be shown escaped.
   *
   * @param more whether it goes on
   */
  record Text(String text, boolean more) implements Preview {}

  /** The upper left corner of a sheet. */
  record Sheet(Table table) implements Preview {}

  /** A browser plays the file itself, in an audio element. */
  record Sound() implements Preview {}

  /** A browser plays the file itself, in a video element. */
  record Film() implements Preview {}

  /** Nothing can be seen of it: it is of such a kind, or broken. */
  record Nothing() implements Preview {}
}

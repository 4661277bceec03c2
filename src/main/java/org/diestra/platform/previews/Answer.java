package org.diestra.platform.previews;

import java.util.OptionalLong;
import org.diestra.platform.blobs.FileType;
import org.jspecify.annotations.Nullable;

/** What the workbench made of an {@link Order}, as one line. */
sealed interface Answer {
  /**
   * A picture, in the file it was to be put.
   *
   * @param pages of the document it is from
   */
  record Picture(FileType type, int pages) implements Answer {}

  /** Rows as comma-separated values, in the file they were to be put. */
  record Rows(boolean more) implements Answer {}

  /** What is written in it, in the file it was to be put. */
  record Words() implements Answer {}

  /** How a picture looks; empty when there is too little in it. */
  record Looks(OptionalLong bits) implements Answer {}

  /** Nothing can be made of this file. */
  record Failed() implements Answer {}

  default String line() {
    return switch (this) {
      case Picture(var type, int pages) -> "picture " + type + " " + pages;
      case Rows(boolean more) -> "rows " + more;
      case Looks(var bits) -> bits.isEmpty() ? "looks" : "looks " + bits.getAsLong();
      case Words() -> "words";
      case Failed() -> "failed";
    };
  }

  /** Null for what is no answer: a dying process has last words. */
  static @Nullable Answer read(String line) {
    var words = line.split(" ");
    return switch (words[0]) {
      case "picture" -> new Picture(FileType.valueOf(words[1]), Integer.parseInt(words[2]));
      case "rows" -> new Rows(Boolean.parseBoolean(words[1]));
      case "looks" ->
          new Looks(
              words.length == 1 ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(words[1])));
      case "words" -> new Words();
      case "failed" -> new Failed();
      default -> null;
    };
  }
}

package org.diestra.office.files;

import org.diestra.platform.blobs.Kind;

/** What stands before a file's name. */
final class Glyphs {
  private Glyphs() {}

  /** Whether there is a small picture of it. */
  static boolean pictured(Entry entry) {
    var content = entry.content();
    return content != null && content.type().kind() == Kind.IMAGE;
  }

  /** The name of an icon. */
  static String of(Entry entry) {
    var content = entry.content();
    if (content == null) {
      return "folder";
    }
    return switch (content.type().kind()) {
      case IMAGE -> "image";
      case AUDIO -> "file-audio";
      case VIDEO -> "file-video";
      case SPREADSHEET -> "file-spreadsheet";
      case ARCHIVE -> "file-archive";
      case PDF, TEXT, DOCUMENT, SLIDES -> "file-text";
      case OTHER -> "file";
    };
  }
}

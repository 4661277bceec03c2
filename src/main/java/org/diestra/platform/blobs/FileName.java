package org.diestra.platform.blobs;

import java.text.Normalizer;
import java.util.Locale;

/** The name a file keeps: what its owner called it, minus what could harm or mislead. */
final class FileName {
  private static final int MAX = 200;

  private FileName() {}

  /** The part behind the last dot, lower case; empty where there is none. */
  static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 || dot < name.length() - 9
        ? ""
        : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * Without folders, control characters, the invisible ones that turn a name's direction or hide
   * within it, and what file systems refuse; in composed letters (NFC), so that the same name looks
   * and compares the same whichever system it comes from. The joiners U+200C and U+200D stay:
   * Persian and Indic words are spelt with them.
   */
  static String clean(String name) {
    var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    var visible =
        Normalizer.normalize(last, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cc}\\p{Cs}\\p{Cf}&&[^\\u200C\\u200D]]", "");
    var allowed = visible.replaceAll("[<>:\"|?*]", "_").replaceAll("\\s+", " ").strip();
    var named =
        allowed.replaceAll("^\\.+", "").isBlank() ? "file" : allowed.replaceAll("^\\.+", "");
    return shortened(named);
  }

  /** The cleaned name with an extension that its content answers to. */
  static String withExtension(String name, FileType type) {
    var extension = extension(name);
    if (type.answersTo(extension)) {
      return name;
    }
    boolean speaksOfFormat = FileType.byExtension(extension).isPresent();
    var stem = speaksOfFormat ? name.substring(0, name.lastIndexOf('.')) : name;
    return shortened((stem.isBlank() ? "file" : stem) + "." + type.extension());
  }

  /** Cuts the stem, never the extension and never half a character. */
  private static String shortened(String name) {
    int length = name.codePointCount(0, name.length());
    if (length <= MAX) {
      return name;
    }
    var extension = extension(name);
    var tail = extension.isEmpty() ? "" : "." + extension;
    int keep = MAX - tail.length();
    return name.substring(0, name.offsetByCodePoints(0, keep)) + tail;
  }
}

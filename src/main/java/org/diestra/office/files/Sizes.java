package org.diestra.office.files;

/** Bytes as people read them, in the decimal units of file managers, the same in every language. */
final class Sizes {
  private static final long KB = 1_000;
  private static final long MB = 1_000 * KB;
  private static final long GB = 1_000 * MB;

  private Sizes() {}

  /** Whole numbers only, so that no decimal sign has to be translated. */
  static String text(long bytes) {
    if (bytes >= GB) {
      return bytes / GB + " GB";
    }
    if (bytes >= MB) {
      return bytes / MB + " MB";
    }
    return bytes >= KB ? bytes / KB + " kB" : bytes + " B";
  }
}

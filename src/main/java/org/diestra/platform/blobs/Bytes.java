package org.diestra.platform.blobs;

/** Amounts of bytes, in the decimal units that file managers and hard disks use. */
final class Bytes {
  static final long KB = 1_000;
  static final long MB = 1_000 * KB;
  static final long GB = 1_000 * MB;

  private Bytes() {}

  /** Whole numbers only, so that no decimal sign has to be translated. */
  static String text(long bytes) {
    if (bytes >= 10 * GB) {
      return bytes / GB + " GB";
    }
    if (bytes >= MB) {
      return bytes / MB + " MB";
    }
    return bytes >= KB ? bytes / KB + " kB" : bytes + " B";
  }
}

package org.diestra.platform.blobs;

/** What some bytes turned out to be. */
sealed interface Sniffed {
  /** One of the types the house takes. */
  record Known(FileType type) implements Sniffed {}

  /** Something that could run on the reader's machine, or holds something that could. */
  record Program() implements Sniffed {}

  /** Anything else. */
  record Unknown() implements Sniffed {}
}

package org.diestra.platform.blobs;

/** The families of files people know; limits and previews go by family. */
public enum Kind {
  IMAGE,
  PDF,
  TEXT,
  SPREADSHEET,
  DOCUMENT,
  SLIDES,
  AUDIO,
  VIDEO,
  ARCHIVE
}

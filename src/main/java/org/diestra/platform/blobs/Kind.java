package org.diestra.platform.blobs;

import java.util.Arrays;
import java.util.List;

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
  ARCHIVE,
  /** Whatever else: kept among a workspace's files, and brought nowhere else. */
  OTHER;

  /** Those that may be brought for a {@link Purpose}. */
  static List<Kind> brought() {
    return Arrays.stream(values()).filter(kind -> kind != OTHER).toList();
  }
}

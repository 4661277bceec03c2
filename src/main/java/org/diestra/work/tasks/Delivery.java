package org.diestra.work.tasks;

import java.time.Instant;
import java.util.List;
import org.diestra.platform.blobs.BlobId;
import org.jspecify.annotations.Nullable;

/**
 * What was handed over.
 *
 * @param version of the task, after it
 * @param round counted from 1
 * @param words Markdown, or null
 * @param links absolute, http or https; at most {@value #MOST_LINKS}
 * @param files at most {@value #MOST_FILES}
 */
record Delivery(
    int version,
    int round,
    @Nullable String words,
    List<String> links,
    List<BlobId> files,
    Instant at) {
  static final int MOST_LINKS = 10;
  static final int MOST_FILES = 20;
  static final int LONGEST = 5_000;

  Delivery {
    links = List.copyOf(links);
    files = List.copyOf(files);
  }
}

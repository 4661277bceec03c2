package org.diestra.hiring.tryouts;

import java.util.List;
import org.diestra.platform.blobs.BlobId;

/**
 * What was handed in.
 *
 * @param text Markdown, at most 10,000 characters; may be empty where there are pieces
 * @param copied whether somebody else handed in the same text before
 * @param pieces at most {@link #MOST}
 */
record Delivery(String text, boolean copied, List<Piece> pieces) {
  static final int LONGEST = 10_000;
  static final int MOST = 5;

  Delivery {
    pieces = List.copyOf(pieces);
    if (text.isEmpty() && pieces.isEmpty() || pieces.size() > MOST) {
      throw new IllegalArgumentException("not to be handed in: " + pieces.size() + " files");
    }
  }

  /**
   * @param copied whether somebody else brought the same bytes, or the same looks, before
   */
  record Piece(BlobId file, boolean copied) {}
}

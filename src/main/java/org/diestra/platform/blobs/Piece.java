package org.diestra.platform.blobs;

/**
 * What became of a piece that was added to a growing file.
 *
 * @param size bytes that the file holds safely now
 */
public record Piece(State state, long size) {
  /** How it ended. */
  public enum State {
    /** It came to its end and lies on the disk. */
    WHOLE,
    /** The line broke; what came before that stays, unless there was a checksum to meet. */
    BROKEN,
    /** It is not what its checksum says: none of it is kept. */
    WRONG,
    /** It is longer than the file was said to become: none of it is kept. */
    LONGER,
    /** The disk is full: none of it is kept. */
    FULL
  }
}

package org.diestra.office.channels;

import org.diestra.office.channels.Piece.Remote;

/** What came of bringing something to a channel. */
public sealed interface Taken {
  /** It stands there. */
  record There(Remote remote) implements Taken {}

  /**
   * It won't take it, however often it is tried.
   *
   * @param detail the other side's own words or status, at most 300 characters
   */
  record Refused(String detail) implements Taken {}

  /** The token is refused: the channel needs somebody's care. */
  record Locked(String detail) implements Taken {}

  /** Nothing has arrived; it may be otherwise in a while. */
  record Later(String detail) implements Taken {}

  /** It may have arrived or not: no answer came back. */
  record Unclear(String detail) implements Taken {}

  /** What stands there was changed by somebody else since. */
  record Changed() implements Taken {}
}

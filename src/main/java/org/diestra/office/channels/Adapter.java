package org.diestra.office.channels;

import java.time.Duration;

/** How one kind of channel is spoken to: a bean for each kind that the house sends to. */
interface Adapter {
  Kind kind();

  /** Looks whether the address and the secret are right; leaves nothing there. */
  Taken check(Line line);

  /**
   * Brings it there. Asked again with the same key within {@link #remembers}, it is there once all
   * the same.
   */
  Taken publish(Line line, Piece piece);

  /** Takes it away; what is gone already is as good. */
  Taken remove(Line line, String remote);

  /** For how long a key is known there; zero where nobody can tell whether something arrived. */
  Duration remembers();

  /** A channel with its secret, for as long as something is sent. */
  record Line(String address, String account, String secret, Manner manner) {
    /** Never the secret itself, wherever it may be logged. */
    @Override
    public String toString() {
      return "Line[" + address + "]";
    }
  }
}

package org.diestra.office.manuals;

import java.time.Instant;
import org.diestra.office.procedures.Instructions;
import org.diestra.platform.accounts.PersonId;

/**
 * What a procedure says in its other language.
 *
 * @param number the version it was made from
 * @param sourceHash that version's hash
 * @param revision counts its changes, from 1
 */
record Translation(
    String language,
    Instructions text,
    int number,
    String sourceHash,
    int revision,
    PersonId changedBy,
    Instant changedAt) {

  /** Whether the version that holds says something else by now. */
  boolean stale(Version current) {
    return !sourceHash.equals(current.hash());
  }

  /** The language that a procedure is not written in. */
  static String other(Procedure procedure) {
    return procedure.language().equals("es") ? "en" : "es";
  }
}

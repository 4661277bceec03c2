package org.diestra.operator.disputes;

/** Where a dispute stands. */
enum Stage {
  /** The other side has not said a word. */
  OPENED,
  /** Both have named their figures, which may come closer. */
  NEGOTIATING,
  /** An operator is to propose something. */
  MEDIATION,
  /** Both may accept the proposal. */
  PROPOSED,
  /** One did not, so an operator is to decide. */
  DECIDING,
  /** It is decided, and may be appealed against. */
  DECIDED,
  /** Another operator decides for good. */
  APPEALED,
  CLOSED;

  /** Whether it waits for an operator. */
  boolean ofTheHouse() {
    return this == MEDIATION || this == DECIDING || this == APPEALED;
  }
}

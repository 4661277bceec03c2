package org.diestra.operator.disputes;

/** How a dispute ended. */
enum Ending {
  /** The figures of both met. */
  AGREED,
  /** Both accepted what an operator proposed. */
  PROPOSAL,
  /** The other side never answered, and the figure of who opened it holds. */
  SILENCE,
  DECISION,
  /** Another operator decided otherwise, or the same again. */
  APPEAL,
  /** The house was too late: the middle of what both said last. */
  MIDPOINT,
  /** Who opened it took it back; the task goes on. */
  WITHDRAWN
}

package org.diestra.money.ledger;

/** Why an entry was made. */
public enum Event {
  /** Money came in and is set apart for a piece of work. */
  FUND,
  /** What a client has left with the house is set apart for a piece of work. */
  ALLOT,
  /** A piece of work was accepted: it is the assistant's and, for the fee, the house's. */
  RELEASE,
  /** What was earned may be called for from now on. */
  MATURE,
  /** What was set apart is the client's again. */
  REFUND_AGREED,
  REFUND_SENT,
  REFUND_PAID,
  /** It did not reach its account, and is the client's or the assistant's as before. */
  RETURNED,
  /** What is set apart is kept for whomever a dispute gives it to. */
  DISPUTE_HOLD,
  /** The dispute was taken back, and it is set apart as before. */
  DISPUTE_LIFTED,
  AWARD,
  PAYOUT_SENT,
  PAYOUT_PAID,
  /** The assistant said that what the client had paid directly arrived. */
  PAID_DIRECTLY,
  /** The assistant does not want what has not arrived of what was to be paid directly. */
  LET_GO,
  RAIL_COST,
  CHARGEBACK,
  /** Came in without a reference that is known. */
  UNMATCHED,
  /** The operator found out what it was for. */
  MATCHED,
  /** The operator put money in. */
  TOP_UP,
  /** The operator took out what the house had earned. */
  WITHDRAWAL,
  /** An earlier entry was wrong, and is undone by its opposite. */
  REVERSAL
}

package org.diestra.money.ledger;

/**
 * Something in the books that must never be.
 *
 * @param book in which it was found
 * @param subject an account, an entry or a link, as it is called in the books
 */
public record Finding(Fault fault, String book, String subject) {

  public enum Fault {
    /** A book does not sum to zero. */
    UNBALANCED,
    /** What is kept as an account's balance is not what its postings come to. */
    WRONG_BALANCE,
    /** An account is where its kind may never be. */
    BELOW_FLOOR,
    /** A rail holds less than is owed to people. */
    NOT_COVERED,
    /** An entry is not what it was when it was posted. */
    ALTERED,
    /** A link does not follow from the one before it, or one is missing. */
    BROKEN_CHAIN,
    /** An entry has no link, and has waited for one for more than an hour or waits for none. */
    LOOSE
  }
}

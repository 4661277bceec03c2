package org.diestra.money.ledger;

/**
 * The chart of accounts: what kinds there are and how each behaves. The database knows the same
 * ones, and a test holds the two together.
 */
public enum Kind {
  /** What a rail holds for clients and assistants. */
  CLIENT_MONEY("Assets:Client-Money", Standing.HOLDING, Floor.NONE, true),
  /** What clients have promised to pay assistants themselves. It is nobody's money yet. */
  PROMISED("Assets:Promised", Standing.HOLDING, Floor.NONE, true),
  /** Set apart for one piece of work. */
  ESCROW("Liabilities:Escrow", Standing.OWED, Floor.CREDIT, false),
  /** Earned, and not to be paid out yet. */
  PAYABLE_HELD("Liabilities:Payable", Standing.OWED, Floor.CREDIT, false),
  /** Earned, and the assistant's to call for. */
  PAYABLE_AVAILABLE("Liabilities:Payable", Standing.OWED, Floor.CREDIT, false),
  /** Given to a rail to pay out, which has not said yet that it did. */
  PAYABLE_SENT("Liabilities:Payable", Standing.OWED, Floor.CREDIT, false),
  /** A client's again. */
  REFUNDABLE("Liabilities:Refundable", Standing.OWED, Floor.CREDIT, false),
  /** Given to a rail to pay back, which has not said yet that it did. */
  REFUND_SENT("Liabilities:Refundable", Standing.OWED, Floor.CREDIT, false),
  /** Kept apart until a dispute is decided. */
  DISPUTED("Liabilities:Disputed", Standing.OWED, Floor.CREDIT, false),
  /** Came in and could not be matched to anything. */
  UNMATCHED("Liabilities:Unmatched", Standing.OWED, Floor.CREDIT, false),
  /** Kept back from an assistant for a tax office. */
  WITHHOLDING("Liabilities:Withholding", Standing.OWED, Floor.NONE, true),
  /** Tax on the house's own fees. */
  VAT("Liabilities:VAT", Standing.HOUSE, Floor.NONE, true),
  /** What the house earned. */
  FEES("Income:Fees", Standing.HOUSE, Floor.NONE, true),
  /** What rails charged. */
  RAIL_COSTS("Expenses:PSP", Standing.HOUSE, Floor.NONE, true),
  /** What a client took back and owes the house. */
  RECEIVABLE("Assets:Receivable", Standing.HOUSE, Floor.DEBIT, false),
  /** What conversions left over. */
  EXCHANGE("Equity:FX", Standing.HOUSE, Floor.NONE, true),
  /** What the operator put in or took out. */
  HOUSE("Equity:House", Standing.HOUSE, Floor.NONE, true);

  /** On whose side of the wall an account stands. */
  enum Standing {
    /** The money itself. */
    HOLDING,
    /** Somebody's, who may ask for it. */
    OWED,
    /** The house's own; taken together never a debit, or it would have spent what is not its. */
    HOUSE
  }

  /** What a single account may never pass. */
  enum Floor {
    NONE,
    /** Never a debit. */
    CREDIT,
    /** Never a credit. */
    DEBIT
  }

  private final String prefix;
  private final Standing standing;
  private final Floor floor;
  private final boolean busy;

  /**
   * @param busy whether nearly every entry of a book touches it, so that its balance is kept in
   *     parts that do not wait for each other
   */
  Kind(String prefix, Standing standing, Floor floor, boolean busy) {
    this.prefix = prefix;
    this.standing = standing;
    this.floor = floor;
    this.busy = busy;
  }

  String prefix() {
    return prefix;
  }

  Standing standing() {
    return standing;
  }

  /** Whether what is in it is somebody's, and not the house's own. */
  public boolean owed() {
    return standing == Standing.OWED;
  }

  Floor floor() {
    return floor;
  }

  /** 1 where a balance should be a debit, -1 where it should be a credit. */
  public int sign() {
    return prefix.startsWith("Assets:") || prefix.startsWith("Expenses:") ? 1 : -1;
  }

  boolean busy() {
    return busy;
  }
}

package org.diestra.money.taxes;

/** How a supply stands to VAT, in the codes of UNTDID 5305 that EN 16931 uses. */
public enum Category {
  /** Standard rate. */
  S,
  /** Zero rated. */
  Z,
  /** Exempt. */
  E,
  /** Reverse charge: the buyer owes the tax. */
  AE,
  /** Export out of the Union, free of tax. */
  G,
  /** Outside the scope of the seller's VAT. */
  O
}

package org.diestra.money.taxes;

/** How somebody stands to VAT, by their own word. */
public enum VatStatus {
  /** Without a VAT registration, as most people outside of Europe. */
  NOT_REGISTERED,
  REGISTERED,
  /** Below the threshold of their country for small businesses. */
  SMALL_BUSINESS,
  /** What they do is exempt. */
  EXEMPT
}

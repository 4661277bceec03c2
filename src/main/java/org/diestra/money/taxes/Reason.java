package org.diestra.money.taxes;

import java.util.Locale;

/** Why an invoice bears no VAT. Its words and code are the rule's of its name. */
public enum Reason {
  NONE(""),
  /** Directive 2006/112/EC, articles 44 and 196. */
  REVERSE_CHARGE("VATEX-EU-AE"),
  /** Neither is in the Union. */
  ELSEWHERE("VATEX-EU-O"),
  /** At home, and not registered there. */
  NOT_REGISTERED(""),
  /** Not taxable where the seller is: article 44. */
  OUTSIDE("VATEX-EU-O"),
  /** The seller's country does not tax it; the buyer declares it by article 196. */
  SELF_ASSESSED("VATEX-EU-O"),
  /** Directive 2006/112/EC, article 284. */
  SMALL_BUSINESS(""),
  /** Directive 2006/112/EC, article 132 and others. */
  EXEMPT("");

  private final String vatex;

  Reason(String vatex) {
    this.vatex = vatex;
  }

  /** The code of the VATEX list, or nothing where it has none for all countries. */
  public String vatex() {
    return vatex;
  }

  /** Its words, in every language. */
  public String key() {
    return "taxes.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

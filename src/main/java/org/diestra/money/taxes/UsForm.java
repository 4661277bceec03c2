package org.diestra.money.taxes;

/** Which form a payer in the United States would ask for. */
public enum UsForm {
  NONE,
  /** A person of the United States. */
  W9,
  /** Somebody foreign; it ends with the third calendar year after that of the signature. */
  W8BEN
}

package org.diestra.office.dues;

import org.diestra.platform.base.Money;

/** A line of a paper, as taxes see it. */
public interface Taxed {
  /** Without VAT; below zero where it is taken off. */
  Money net();

  /** The rate, in thousandths: 210 are 21 %; 0–999. */
  int vat();
}

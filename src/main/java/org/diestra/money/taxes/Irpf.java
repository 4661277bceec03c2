package org.diestra.money.taxes;

/** What a Spanish business keeps back of a Spanish professional's fee for the tax office. */
public enum Irpf {
  NONE,
  NORMAL,
  /** In the year in which somebody began and the two after it (RIRPF, article 95.1). */
  REDUCED
}

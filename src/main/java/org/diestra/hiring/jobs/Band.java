package org.diestra.hiring.jobs;

import java.util.Locale;

/** About how many bids there are: all that the public learns of them. */
public enum Band {
  FEW,
  SOME,
  MANY;

  /** 0–5, 6–15, 16 and more. */
  public static Band of(int bids) {
    return bids <= 5 ? FEW : bids <= 15 ? SOME : MANY;
  }

  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}

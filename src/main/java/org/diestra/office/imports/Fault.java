package org.diestra.office.imports;

import org.diestra.platform.base.Refusal;

/**
 * What is wrong on a row of a file.
 *
 * @param line of the file, from 1
 * @param field its number
 * @param typed what stands there, at most 200 characters
 */
record Fault(int line, int field, String typed, Refusal why) {
  static final int TYPED = 200;

  /** Of them so many are kept; all are counted. */
  static final int MOST = 1_000;
}

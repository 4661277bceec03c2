package org.diestra.office.sales;

import org.diestra.office.books.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Who issues a workspace's invoices.
 *
 * @param series letters before each number, 1–4 capitals; correctives have an R before them
 * @param withheld on which account tax stands that customers keep back, or null
 */
record Issuer(Head head, String series, @Nullable AccountId withheld, int version) {
  String series(boolean corrective) {
    return corrective ? "R" + series : series;
  }
}

package org.diestra.work.time;

import java.time.LocalDate;
import org.diestra.work.contracts.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * What a closed week drew from its month, in minutes.
 *
 * @param week its Monday in UTC
 * @param number of the month
 * @param room what the month had left for it
 * @param accepted that are due, those within its limit by the hour included
 * @param rolled of them, out of what came from the month before
 * @param own of them, out of the month's own
 * @param withheld in dispute at its close
 * @param settled of those, what the month took after all; null as long as nobody gave way
 */
public record Draw(
    ContractId contract,
    LocalDate week,
    int number,
    int room,
    int accepted,
    int rolled,
    int own,
    int withheld,
    @Nullable Integer settled) {

  /** What came out of the month in all. */
  public int drawn() {
    return rolled + own + (settled == null ? 0 : settled);
  }

  /** What of the accepted minutes is paid by the hour. */
  public int beyond() {
    return accepted - rolled - own;
  }

  public boolean inDispute() {
    return withheld > 0 && settled == null;
  }
}

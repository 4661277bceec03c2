package org.diestra.work.time;

import java.time.LocalDate;
import org.diestra.work.contracts.ContractId;

/**
 * A week is over and nothing in it changes any more.
 *
 * @param week its Monday in UTC
 * @param minutes that were accepted and are due
 * @param withheld minutes in dispute
 */
public record TimesheetClosed(ContractId contract, LocalDate week, int minutes, int withheld) {}

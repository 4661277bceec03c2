package org.diestra.work.time;

import java.time.LocalDate;
import org.diestra.work.contracts.ContractId;

/**
 * The client accepted every line of a week before its close.
 *
 * @param week its Monday in UTC
 * @param minutes that are due as it stands
 */
public record TimesheetAccepted(ContractId contract, LocalDate week, int minutes) {}

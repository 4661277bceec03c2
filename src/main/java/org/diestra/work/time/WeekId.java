package org.diestra.work.time;

import java.time.LocalDate;
import org.diestra.work.contracts.ContractId;

/**
 * A contract's week.
 *
 * @param week its Monday in UTC
 */
public record WeekId(ContractId contract, LocalDate week) {}

package org.diestra.money.payments;

import java.time.LocalDate;
import org.diestra.work.contracts.ContractId;

/**
 * A contract's week of which something was released.
 *
 * @param week its Monday in UTC
 */
public record SoldWeek(ContractId contract, LocalDate week) {}

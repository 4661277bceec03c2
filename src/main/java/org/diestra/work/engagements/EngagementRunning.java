package org.diestra.work.engagements;

import java.time.Instant;
import org.diestra.work.contracts.ContractId;

/** Work begins, or goes on after a pause. */
public record EngagementRunning(ContractId contract, Instant at) {}

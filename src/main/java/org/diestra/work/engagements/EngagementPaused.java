package org.diestra.work.engagements;

import java.time.Instant;
import org.diestra.work.contracts.ContractId;

/** No work is done for a while. */
public record EngagementPaused(ContractId contract, Instant at) {}

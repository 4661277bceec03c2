package org.diestra.work.engagements;

import java.time.Instant;
import org.diestra.work.contracts.ContractId;

/**
 * Notice was given.
 *
 * @param endsAt the last second of its last day
 */
public record EngagementEnding(ContractId contract, Instant endsAt) {}

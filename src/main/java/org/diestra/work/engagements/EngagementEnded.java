package org.diestra.work.engagements;

import org.diestra.work.contracts.ContractId;

/** It is over, and all it opened is closed. */
public record EngagementEnded(ContractId contract, Engagement.End end) {}

package org.diestra.hiring.proposals;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things last for a bid, as the operator sets it under {@code diestra.bids}.
 *
 * @param decision how long a client may take, in whole days; then it counts as no response
 * @param reconfirm how long an author has to confirm a bid after the job has changed; and the least
 *     that a client has to decide about one that comes back
 */
@ConfigurationProperties("diestra.bids")
record BidRules(@DefaultValue("14d") Duration decision, @DefaultValue("72h") Duration reconfirm) {}

package org.diestra.hiring.jobs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things last for a job, as the operator sets it under {@code diestra.jobs}.
 *
 * @param openFor whole days, from publishing to expiry, and what each renewal adds
 * @param renewals how often it can be renewed
 * @param firstWarning without any action of the client
 * @param secondWarning without any action of the client
 * @param pauseAfter without any action of the client
 * @param closeAfter from that pause on
 * @param invitations how many assistants can be invited to one job
 */
@ConfigurationProperties("diestra.jobs")
record JobRules(
    @DefaultValue("30d") Duration openFor,
    @DefaultValue("2") int renewals,
    @DefaultValue("7d") Duration firstWarning,
    @DefaultValue("12d") Duration secondWarning,
    @DefaultValue("14d") Duration pauseAfter,
    @DefaultValue("14d") Duration closeAfter,
    @DefaultValue("20") int invitations) {}

package org.diestra.hiring.jobs;

/** A published job says something new, or moved between open and paused. */
public record JobChanged(JobId job, int edition) {}

package org.diestra.hiring.jobs;

/** A job is over. */
public record JobClosed(JobId job, Ending ending) {}

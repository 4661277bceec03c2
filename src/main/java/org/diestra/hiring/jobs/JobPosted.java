package org.diestra.hiring.jobs;

/** A job went out for the first time. */
public record JobPosted(JobId job) {}

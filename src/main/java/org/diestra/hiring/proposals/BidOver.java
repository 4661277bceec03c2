package org.diestra.hiring.proposals;

/** A bid came to its end: it was withdrawn, declined or lost, ran out, or became a contract. */
public record BidOver(BidId bid) {}

package org.diestra.money.ledger;

/**
 * Where an entry stands in the chain of its book.
 *
 * @param number from 1
 * @param hash SHA-256 over the hash of the link before and this entry, 64 hexadecimal digits
 */
public record Chained(long number, String hash) {}

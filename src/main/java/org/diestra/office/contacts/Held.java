package org.diestra.office.contacts;

import java.time.Instant;

/**
 * A card as a book holds it, without its bytes.
 *
 * @param name the last part of its address for programs
 * @param etag the SHA-256 of its bytes in hexadecimal digits
 * @param change the number of its last change
 * @param size bytes
 */
public record Held(
    CardId id,
    String name,
    String uid,
    String etag,
    long change,
    Instant madeAt,
    Instant changedAt,
    int size) {}

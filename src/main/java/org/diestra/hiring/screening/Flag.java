package org.diestra.hiring.screening;

import java.time.Instant;
import java.util.UUID;

/**
 * A text that an operator should look at.
 *
 * @param href where it can be read
 * @param rule the name of the rule that found something
 * @param excerpt the words it found
 */
record Flag(UUID id, Place place, String href, String rule, String excerpt, Instant at) {}

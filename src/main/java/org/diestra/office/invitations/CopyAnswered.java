package org.diestra.office.invitations;

import java.util.UUID;

/**
 * A member's own program has written an answer into what they hold.
 *
 * @param date which one of a series, or empty for all of it
 */
public record CopyAnswered(UUID guest, String date, String answer) {}

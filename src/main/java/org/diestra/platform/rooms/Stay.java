package org.diestra.platform.rooms;

import java.time.Instant;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One line of a room's log.
 *
 * @param admitted whether this person was let in, and did not only wait at the door
 * @param leftAt null while the person is there, or when the house was not there to see it
 */
public record Stay(
    PersonId person, boolean host, boolean admitted, Instant cameAt, @Nullable Instant leftAt) {}

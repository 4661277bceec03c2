package org.diestra.office.booking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment was made, moved or called off.
 *
 * @param freed when the time began that was given back with it, or null
 */
public record AppointmentChanged(UUID appointment, UUID service, @Nullable Instant freed) {}

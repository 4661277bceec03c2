/**
 * CalDAV (RFC 4791, with RFC 6578): calendars as phones and desktop programs keep them, below
 * {@code /dav/calendars/}. It knows the protocol's filters, its ways to ask for a part of what
 * there is, and its errors; what stands where, and who may see it, is decided in {@code calendar}.
 */
@ApplicationModule(
    id = "caldav",
    allowedDependencies = {"accounts", "calendar", "dav", "icalendar", "programs"})
@NullMarked
package org.diestra.office.caldav;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What a journey is made of: legs with local times and a zone at each end, where airports lie, what
 * of a journey can't work, how far it is and what it emits, and how booking mails, calendars and
 * boarding passes say a leg. Plain rules that explain themselves; it keeps no data.
 */
@ApplicationModule(
    id = "journeys",
    allowedDependencies = {"page", "icalendar"})
@NullMarked
package org.diestra.office.journeys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
